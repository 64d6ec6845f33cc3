using System.Collections.Frozen;
using Hub.Places;

namespace Hub.Matching.Names.Scripts;

/// <summary>
/// Chinese characters by their Mandarin reading in names (<c>han-readings.data.json</c>, pinyin without tones). The
/// first character of two to four written together is the family name, or the first two where those are a known double
/// one: 习近平 is xi jinping. A character outside the table stays as it is.
/// </summary>
internal static class HanScript
{
    private static readonly Lazy<FrozenDictionary<char, string>> Readings = new(() =>
        EmbeddedData.Read<Dictionary<string, string>>("han-readings.data.json")
            .SelectMany(reading => reading.Value.Select(c => KeyValuePair.Create(c, reading.Key)))
            .ToFrozenDictionary());

    private static readonly string[] DoubleNames = ["欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "东方", "尉迟"];

    public static int Write(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        var length = Run(text[at..]);
        if (!writer.AtStart || length is < 2 or > 4)
        {
            Character(text[at], ref writer);
            return 1;
        }

        var family = FamilyLength(text.Slice(at, length));
        for (var i = 0; i < length; i++)
        {
            if (i == family)
            {
                writer.Gap();
            }

            Character(text[at + i], ref writer);
        }

        return length;
    }

    /// <summary>How many characters of a Chinese or Korean name written together are the family name; 0 for other words.</summary>
    public static int FamilyLength(ReadOnlySpan<char> text)
    {
        var isName = text.Length is >= 2 and <= 4 && (Run(text) == text.Length || HangulScript.Run(text) == text.Length);
        if (!isName)
        {
            return 0;
        }

        foreach (var name in DoubleNames)
        {
            if (text.Length > 2 && text.StartsWith(name, StringComparison.Ordinal))
            {
                return 2;
            }
        }

        return 1;
    }

    private static void Character(char c, ref NameWriter writer)
    {
        if (Readings.Value.TryGetValue(c, out var reading))
        {
            writer.Letters(reading);
        }
        else
        {
            writer.Letter(c);
        }
    }

    private static int Run(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && text[length] is >= '\u4e00' and <= '\u9fff')
        {
            length++;
        }

        return length;
    }
}
