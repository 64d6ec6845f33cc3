namespace Hub.Matching.Names;

/// <summary>The letters of a word as bits: a to z, digits in the next five, all else in the last.</summary>
internal static class LetterSet
{
    public static uint Of(string word)
    {
        var set = 0u;
        foreach (var c in word)
        {
            set |= 1u << c switch
            {
                >= 'a' and <= 'z' => c - 'a',
                >= '0' and <= '9' => 26 + ((c - '0') % 5),
                _ => 31,
            };
        }

        return set;
    }
}
