namespace Hub.Border.Edifact;

/// <summary>Tags as numbers, so that telling segments apart costs no text. 0 is a tag that cannot be read.</summary>
public static class SegmentTag
{
    public const int Unreadable = 0;
    public const int Length = 3;
    public const int Unb = ('U' << 16) | ('N' << 8) | 'B';
    public const int Ung = ('U' << 16) | ('N' << 8) | 'G';
    public const int Unh = ('U' << 16) | ('N' << 8) | 'H';
    public const int Unt = ('U' << 16) | ('N' << 8) | 'T';
    public const int Une = ('U' << 16) | ('N' << 8) | 'E';
    public const int Unz = ('U' << 16) | ('N' << 8) | 'Z';
    public const int Nad = ('N' << 16) | ('A' << 8) | 'D';

    /// <summary>The number of a tag of three letters or digits, in any case; <see cref="Unreadable"/> otherwise.</summary>
    public static int Of(ReadOnlySpan<byte> tag)
    {
        if (tag.Length != Length)
        {
            return Unreadable;
        }

        var number = 0;
        foreach (var b in tag)
        {
            if (!char.IsAsciiLetterOrDigit((char)b))
            {
                return Unreadable;
            }

            number = (number << 8) | char.ToUpperInvariant((char)b);
        }

        return number;
    }

    /// <summary>The tag as text; null where it cannot be read.</summary>
    public static string? Text(int tag) => tag switch
    {
        Unreadable => null,
        Nad => "NAD",
        _ => string.Create(Length, tag, static (text, number) =>
        {
            text[0] = (char)(number >> 16);
            text[1] = (char)((number >> 8) & 0xFF);
            text[2] = (char)(number & 0xFF);
        }),
    };
}
