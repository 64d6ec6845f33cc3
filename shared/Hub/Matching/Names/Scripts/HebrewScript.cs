namespace Hub.Matching.Names.Scripts;

/// <summary>
/// Hebrew and Yiddish. Most vowels are not written: such words are compared by their consonants. A geresh (or the
/// apostrophe typed for it) makes the foreign sounds: ג׳ is j, צ׳ ch, ז׳ zh.
/// </summary>
internal static class HebrewScript
{
    private static readonly LetterTable Letters = new('\u0590', '\u05ff',
        "a:א b:ב g:ג d:ד h:ה o:ו z:ז h:ח t:ט k:כך l:ל m:מם n:נן s:ס a:ע p:פ f:ף ts:צץ k:ק r:ר sh:ש t:ת v:װ oy:ױ ay:ײ");

    public static int Write(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        var c = text[at];
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (next is '\'' or '׳' or '’' && Foreign(c) is { } foreign)
        {
            writer.Letters(foreign);
            return 2;
        }

        if (c is 'ו' or 'י' && next == c)
        {
            writer.Letter(c == 'ו' ? 'v' : 'i');
            return 2;
        }

        if (c == '־')
        {
            writer.Gap();
        }
        else if (c is 'ו' or 'י')
        {
            writer.Letter((c == 'ו', writer.AtStart) switch
            {
                (true, true) => 'v',
                (true, false) => 'o',
                (false, true) => 'y',
                _ => 'i',
            });
        }
        else if (c == 'ה' && !writer.AtStart && !IsLetter(next))
        {
            writer.Letter('a');
        }
        else if (Letters.Find(c) is { } latin && !(latin == "a" && writer.Last == 'a'))
        {
            writer.Letters(latin);
        }

        return 1;
    }

    private static bool IsLetter(char c) => c is >= 'א' and <= 'ת' or '\'' or '׳' or '״' or >= '\u0591' and <= '\u05c7';

    private static string? Foreign(char c) => c switch
    {
        'ג' => "j",
        'ז' => "zh",
        'צ' or 'ץ' => "ch",
        'ח' => "kh",
        'ת' => "th",
        'ד' => "dh",
        'ר' or 'ע' => "gh",
        'ו' => "w",
        _ => null,
    };
}
