namespace Hub.Matching.Names;

/// <summary>How short forms come from full ones, in many languages alike.</summary>
internal static class Clipping
{
    private const int MinBeginning = 3;
    private const int MinEnd = 4;
    private const int MinStem = 3;

    private static readonly string[] Endings = ["ie", "ey", "ee", "y", "i", "ia", "a", "o", "s", "e", "ita", "ito", "ette", "etta", "ina", "ka", "ko", "chen", "ek", "us", "kin"];

    // Endings that make full names as well: a stem before them must be longer.
    private static bool IsCommon(string ending) => ending is "a" or "o" or "s" or "e" or "i" or "ia" or "us" or "ina";

    // Written as a word of their own or joined, and often left out.
    private static readonly string[] Particles =
        ["al", "el", "ul", "mc", "mac", "o", "fitz", "van", "von", "de", "di", "da", "du", "del", "della", "des", "le", "la", "st", "abd", "bin", "ben", "ibn", "abu"];

    /// <summary>The shorter begins the longer.</summary>
    public static bool IsBeginning(string shorter, string longer) => longer.StartsWith(
        // Who is Abdul to one clerk is Abdul Rahman, one word here, to another.
        shorter == "abdul" ? "abd" : shorter.Length >= MinBeginning ? shorter : "?", StringComparison.Ordinal);

    /// <summary>The shorter ends the longer, or its stem begins or ends it: Beth, Ernie, Nettie (of Annette).</summary>
    public static bool IsClipped(string shorter, string longer)
    {
        if (longer.Length > shorter.Length && shorter.Length >= MinEnd && longer.EndsWith(shorter, StringComparison.Ordinal)
            || (shorter.Length == 2 && longer.StartsWith(shorter, StringComparison.Ordinal)))
        {
            return true;
        }

        // Any stem has the first two letters, so most words end here.
        if (!HasPair(longer, shorter[0], shorter[1]))
        {
            return false;
        }

        foreach (var ending in Endings)
        {
            if (shorter.EndsWith(ending, StringComparison.Ordinal) && HasStem(shorter.AsSpan(..^ending.Length), longer, IsCommon(ending) ? MinStem + 1 : MinStem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The longer is the shorter after a particle: alhassan and hassan.</summary>
    public static bool IsBehindParticle(string shorter, string longer) =>
        shorter.Length >= MinEnd
        && longer.EndsWith(shorter, StringComparison.Ordinal)
        && Array.IndexOf(Particles, longer[..^shorter.Length]) >= 0;

    private static bool HasPair(string word, char first, char second)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] == second && word[i - 1] == first)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasStem(ReadOnlySpan<char> stem, string longer, int least)
    {
        // Jenn of Jenny is jen, add of Addy ad.
        if (stem.Length >= MinStem && stem[^1] == stem[^2])
        {
            stem = stem[..^1];
            least = Math.Min(least, Math.Max(stem.Length, 2));
        }

        return stem.Length >= least
            && (longer.AsSpan().StartsWith(stem) || (stem.Length >= MinStem && longer.AsSpan(1).Contains(stem, StringComparison.Ordinal)));
    }
}
