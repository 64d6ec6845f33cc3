using Hub.Matching.Index;
using Hub.Matching.Names;

namespace Hub.Matching.Comparisons;

/// <summary>Two words of names by number.</summary>
internal static class NameWordComparison
{
    /// <summary>How alike, as a level of the surname and given comparisons.</summary>
    public static byte Level(Comparing pair, int reported, int registered) =>
        reported == registered ? (byte)1 : pair.Memo.IsOn ? Remembered(pair, reported, registered) : Compared(pair, reported, registered);

    private static byte Compared(Comparing pair, int reported, int registered) =>
        (byte)(1 + (int)TokenLikeness.Compare(pair.Words[reported], pair.Words[registered]));

    private static byte Remembered(Comparing pair, int reported, int registered)
    {
        if (pair.Memo.Find(reported, registered) is > 0 and var known)
        {
            return known;
        }

        var level = Compared(pair, reported, registered);
        pair.Memo.Keep(reported, registered, level);
        return level;
    }

    /// <summary>The level at which the reported word is most like any of the registered, and which that is.</summary>
    public static (byte Level, int Index) Best(Comparing pair, int reported, WordRange registered)
    {
        var best = (Level: byte.MaxValue, Index: 0);
        for (var i = 0; i < registered.Count && best.Level > 1; i++)
        {
            var level = Level(pair, reported, pair.Registered.Word(registered, i));
            if (level < best.Level)
            {
                best = (level, i);
            }
        }

        return best;
    }

    /// <summary>
    /// How alike two names of unlike many words are once all spaces are gone: <c>de la cruz</c> and <c>delacruz</c>,
    /// <c>Ghulam Reza</c> and <c>Gholamreza</c>. The level that a word with so many slips has; null where they differ.
    /// </summary>
    public static byte? Joined(Comparing pair, WordRange reported, WordRange registered)
    {
        var (a, b) = (Measure(pair.Words, pair.Reported, reported), Measure(pair.Words, pair.Registered, registered));
        return (a.Length == b.Length && a.Letters == b.Letters) || WordDistance.AtLeast(a.Letters, b.Letters) <= Math.Max(a.Length, b.Length) / LettersPerSlip
            ? Joined(pair, reported, registered, a.Length, b.Length)
            : null;
    }

    private static byte? Joined(Comparing pair, WordRange reported, WordRange registered, int ofReported, int ofRegistered)
    {
        Span<char> first = stackalloc char[ofReported];
        Span<char> second = stackalloc char[ofRegistered];
        Join(pair.Words, pair.Reported, reported, first);
        Join(pair.Words, pair.Registered, registered, second);
        if (first.SequenceEqual(second))
        {
            return 1;
        }

        var (length, shorter) = (Math.Max(first.Length, second.Length), Math.Min(first.Length, second.Length));
        if (length - shorter > length / LettersPerSlip || reported.Count == registered.Count || length is > MaxWord or < MinSlips)
        {
            return null;
        }

        var distance = WordDistance.Of(first, second);
        return distance == 1 ? 1 + (byte)TokenLevel.OneSlip : distance <= length / LettersPerSlip ? 1 + (byte)TokenLevel.TwoSlips : null;
    }

    /// <summary>Whether two names are the same once all spaces are gone.</summary>
    public static bool SameJoined(Comparing pair, WordRange reported, WordRange registered) => Joined(pair, reported, registered) == 1;

    private const int LettersPerSlip = 4;
    private const int MinSlips = 7;
    private const int MaxWord = 32;

    private static (int Length, uint Letters) Measure(Words words, Traits traits, WordRange range)
    {
        var (length, letters) = (0, 0u);
        for (var i = 0; i < range.Count; i++)
        {
            var word = words[traits.Word(range, i)];
            (length, letters) = (length + word.Text.Length, letters | word.Letters);
        }

        return (length, letters);
    }

    private static void Join(Words words, Traits traits, WordRange range, Span<char> into)
    {
        for (var i = 0; i < range.Count; i++)
        {
            var text = words[traits.Word(range, i)].Text;
            text.CopyTo(into);
            into = into[text.Length..];
        }
    }
}
