namespace Hub.Matching.Names.Scripts;

/// <summary>
/// Korean by the arithmetic of its syllables (Revised Romanisation). The first syllable of two to four written together
/// is the family name, in the spelling passports have: 김정은 is kim jeongeun.
/// </summary>
internal static class HangulScript
{
    private static readonly string[] Initials = "g kk n d tt r m b pp s ss _ j jj ch k t p h".Split(' ');
    private static readonly string[] Vowels = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".Split(' ');
    private static readonly string[] Finals = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".Split(' ');

    private const string FamilySyllables = "김이박최정강조윤임신권안유노문허심구우주곽";
    private static readonly string[] FamilyNames =
        "kim lee park choi jung kang cho yoon lim shin kwon ahn yoo roh moon heo shim koo woo joo kwak".Split(' ');

    public static int Write(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        var length = Run(text[at..]);
        if (!writer.AtStart || length is < 2 or > 4)
        {
            Syllable(text[at], ref writer);
            return 1;
        }

        var family = FamilySyllables.IndexOf(text[at], StringComparison.Ordinal);
        if (family >= 0)
        {
            writer.Letters(FamilyNames[family]);
        }
        else
        {
            Syllable(text[at], ref writer);
        }

        writer.Gap();
        foreach (var c in text.Slice(at + 1, length - 1))
        {
            Syllable(c, ref writer);
        }

        return length;
    }

    private static void Syllable(char c, ref NameWriter writer)
    {
        var syllable = c - '\uac00';
        Part(Initials[syllable / (21 * 28)], ref writer);
        Part(Vowels[syllable / 28 % 21], ref writer);
        Part(Finals[syllable % 28], ref writer);
    }

    private static void Part(string part, ref NameWriter writer)
    {
        if (part != "_")
        {
            writer.Letters(part);
        }
    }

    public static int Run(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && text[length] is >= '\uac00' and <= '\ud7a3')
        {
            length++;
        }

        return length;
    }
}
