using Hub.Persons;

namespace Hub.Matching.Names;

/// <summary>The generation a name says: senior or the first, junior or the second, the third, the fourth.</summary>
internal static class NameGeneration
{
    public const byte None = 0;
    private static readonly char[] Parts = [' ', '.', ',', '\t', '\u00a0'];

    /// <summary>From the last word of the surname or of the given names; 0 where neither says any.</summary>
    public static byte Of(PersonName name)
    {
        var surname = OfLast(name.Surname);
        return surname != None || name.Given.Length < 2 ? surname : OfLast(name.Given[^1]);
    }

    public static string Text(byte generation) => generation switch
    {
        1 => "senior",
        2 => "junior",
        3 => "the third",
        4 => "the fourth",
        _ => "",
    };

    private static byte OfLast(string text)
    {
        var word = text.AsSpan().TrimEnd(Parts);
        word = word[(word.LastIndexOfAny(Parts) + 1)..];
        return word.Length is 0 or > 6 ? None
            : Is(word, "i") || Is(word, "sr") || Is(word, "snr") || Is(word, "senior") ? (byte)1
            : Is(word, "jr") || Is(word, "jnr") || Is(word, "junior") || Is(word, "ii") ? (byte)2
            : Is(word, "iii") ? (byte)3
            : Is(word, "iv") ? (byte)4
            : None;
    }

    private static bool Is(ReadOnlySpan<char> word, string suffix) => word.Equals(suffix, StringComparison.OrdinalIgnoreCase);
}
