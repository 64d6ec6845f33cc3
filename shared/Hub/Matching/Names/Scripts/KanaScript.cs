namespace Hub.Matching.Names.Scripts;

/// <summary>Japanese syllables (Hepburn, without length marks); hiragana and katakana are laid out alike.</summary>
internal static class KanaScript
{
    private const int Katakana = 0x60;

    private static readonly string[] Syllables = (
        "a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji - tsu zu te de to do "
        + "na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu")
        .Split(' ');

    public static int Write(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        if (text[at] == '・')
        {
            writer.Gap();
            return 1;
        }

        if (Syllable(text[at]) is not { } syllable)
        {
            return 1;
        }

        // A small ya, yu or yo takes the place of the vowel: きょ is kyo, じゃ is ja.
        if (syllable[^1] == 'i' && at + 1 < text.Length && SmallGlide(text[at + 1]) is { } glide)
        {
            writer.Letters(syllable.AsSpan(..^1));
            writer.Letters(syllable is "shi" or "chi" or "ji" ? glide.AsSpan(1) : glide);
            return 2;
        }

        writer.Letters(syllable);
        return 1;
    }

    private static string? Syllable(char c)
    {
        var place = c >= '\u30a1' ? c - Katakana - '\u3041' : c - '\u3041';
        return place >= 0 && place < Syllables.Length && Syllables[place] != "-" ? Syllables[place] : null;
    }

    private static string? SmallGlide(char c) => c switch
    {
        'ゃ' or 'ャ' => "ya",
        'ゅ' or 'ュ' => "yu",
        'ょ' or 'ョ' => "yo",
        _ => null,
    };
}
