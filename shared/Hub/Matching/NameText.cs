using Hub.Matching.Names.Scripts;

namespace Hub.Matching;

/// <summary>
/// Brings names to a form that can be compared: lower case Latin letters without marks and digits, no punctuation, one
/// space between words. Other scripts are written in Latin letters the way English papers write them; a script the hub
/// has no table for (Thai, say) stays as it is, in lower case. Done by own tables, since the hub runs without the
/// system's globalisation, so that every machine gives the same.
/// </summary>
public static class NameText
{
    /// <summary>What is kept of a name: no one's is longer, and what a flood brings stays cheap.</summary>
    public const int MaxLength = 200;

    /// <summary>How far into a text is looked: marks without end write nothing, so the other bound never comes.</summary>
    private const int MaxRead = 2_000;

    // What each ASCII character gives: itself, its lower case, a space, or nothing.
    private static readonly byte[] Ascii = CreateAscii();

    /// <summary>The comparable form; the same string where it already is one; empty for null.</summary>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        Span<char> into = stackalloc char[MaxLength];
        var written = into[..Normalise(text, into)];
        return written.SequenceEqual(text) ? text : written.ToString();
    }

    /// <summary>The comparable form, cut at what fits in <paramref name="into"/>; returns its length.</summary>
    public static int Normalise(ReadOnlySpan<char> text, Span<char> into)
    {
        var writer = new NameWriter(into[..Math.Min(into.Length, MaxLength)]);
        text = text[..Math.Min(text.Length, MaxRead)];
        for (var at = 0; at < text.Length && !writer.IsFull;)
        {
            var c = text[at];
            if (c < 0x80)
            {
                Plain(c, ref writer);
                at++;
            }
            else
            {
                at += Script(text, at, ref writer);
            }
        }

        return writer.Length;
    }

    private static void Plain(char c, ref NameWriter writer)
    {
        var plain = Ascii[c];
        if (plain > ' ')
        {
            writer.Letter((char)plain);
        }
        else if (plain == ' ')
        {
            writer.Gap();
        }
    }

    private static int Script(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        var c = text[at];
        if (c is >= '\uff01' and <= '\uff5e')
        {
            Plain((char)(c - 0xfee0), ref writer);
            return 1;
        }

        return c switch
        {
            >= '\u0370' and <= '\u03ff' or >= '\u1f00' and <= '\u1fff' => GreekScript.Write(text, at, ref writer),
            >= '\u0400' and <= '\u052f' => CyrillicScript.Write(text, at, ref writer),
            >= '\u0590' and <= '\u05ff' or >= '\ufb1d' and <= '\ufb4f' => HebrewScript.Write(text, at, ref writer),
            >= '\u0600' and <= '\u077f' or >= '\ufb50' and <= '\ufdff' or >= '\ufe70' and <= '\ufefc' => ArabicScript.Write(text, at, ref writer),
            >= '\u0900' and <= '\u0d7f' => IndicScript.Write(text, at, ref writer),
            >= '\u3041' and <= '\u30fe' => KanaScript.Write(text, at, ref writer),
            >= '\u4e00' and <= '\u9fff' => HanScript.Write(text, at, ref writer),
            >= '\uac00' and <= '\ud7a3' => HangulScript.Write(text, at, ref writer),
            _ => LatinScript.Write(text, at, ref writer),
        };
    }

    private static byte[] CreateAscii()
    {
        var table = new byte[0x80];
        for (var c = '0'; c <= 'z'; c++)
        {
            table[c] = char.IsAsciiLetterOrDigit(c) ? (byte)char.ToLowerInvariant(c) : (byte)0;
        }

        // What stands between words. Apostrophes, full stops and quotes go without a trace: O'Brien is obrien.
        foreach (var c in " \t\r\n\v\f-_,;:/\\|()[]{}<>+&=")
        {
            table[c] = (byte)' ';
        }

        return table;
    }
}
