namespace Hub.Matching.Names.Sounds;

/// <summary>
/// A hash of all sounds of a word with its vowels: equal for words that only spelling tells apart (Smith and Smyth,
/// Jon and John, Thompson and Thomson, Petroff and Petrov), not for Jon and Jan. Zero where nothing is heard.
/// </summary>
internal static class SpellingKey
{
    public static uint Of(string word)
    {
        Span<Sound> sounds = stackalloc Sound[NameWords.MaxLetters + 2];
        return Of(word, sounds[..SoundReader.Read(word, sounds)]);
    }

    public static uint Of(ReadOnlySpan<char> word, ReadOnlySpan<Sound> sounds)
    {
        if (sounds.IsEmpty)
        {
            return 0;
        }

        // FNV-1a, which is the same everywhere.
        var hash = 2166136261u;
        for (var i = 0; i < sounds.Length; i++)
        {
            // Mac and Mc before a consonant.
            if (i == 1 && sounds[1] == Sound.A && word.StartsWith("mac", StringComparison.Ordinal) && sounds.Length > 4 && sounds[2] == Sound.K && sounds[3] < Sound.A)
            {
                continue;
            }

            hash = (hash ^ (byte)Near(sounds[i])) * 16777619u;
        }

        return hash == 0 ? 1 : hash;
    }

    private static Sound Near(Sound sound) => sound switch
    {
        Sound.V or Sound.W => Sound.F,
        Sound.SoftC or Sound.Z => Sound.S,
        Sound.Th => Sound.T,
        Sound.Dh => Sound.D,
        Sound.Kh => Sound.K,
        Sound.Sz or Sound.Ch => Sound.Sh,
        _ => sound,
    };
}
