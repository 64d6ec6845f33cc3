using Hub.Matching.Index;
using Hub.Matching.Names;

namespace Hub.Matching.Comparisons;

/// <summary>The first given names; where they differ, whether one is the other's middle name.</summary>
internal static class GivenComparison
{
    /// <summary>In place of a word's: several were compared as one, so that which are left is not known.</summary>
    public const int Together = -1;

    private const byte MostMiddle = 1 + (byte)TokenLevel.SoundsAlike;

    /// <param name="from">The place of the reported word that was compared.</param>
    /// <param name="at">The place of the registered.</param>
    public static FieldResult Compare(Comparing pair, WordRange reported, WordRange registered, out int from, out int at)
    {
        (from, at) = (0, 0);
        if (reported.Count == 0 || registered.Count == 0)
        {
            return default;
        }

        var (asked, word) = (pair.Reported.Word(reported, 0), pair.Registered.Word(registered, 0));
        var level = NameWordComparison.Level(pair, asked, word);
        if (level > 1 && reported.Count + registered.Count > 2)
        {
            if (Joined(pair, reported, registered) is { } joined && joined < level)
            {
                (from, at) = (Together, Together);
                return Weighed(pair, joined, word, word);
            }

            if (level >= 1 + (byte)TokenLevel.Similar && IsMiddle(pair, reported, registered, out from, out at))
            {
                var other = pair.Registered.Word(registered, at);
                return Weighed(pair, Levels.MiddleAsGiven, other, other);
            }
        }

        return Weighed(pair, level, asked, word);
    }

    // Abdul Rahman and Abdulrahman: all of one side together, or the first two.
    private static byte? Joined(Comparing pair, WordRange reported, WordRange registered) =>
        NameWordComparison.Joined(pair, reported.First(2), registered.First(1)) ?? NameWordComparison.Joined(pair, reported.First(1), registered.First(2));

    private static bool IsMiddle(Comparing pair, WordRange reported, WordRange registered, out int from, out int at)
    {
        (var level, from, at) = (byte.MaxValue, 0, 0);
        (level, at) = NameWordComparison.Best(pair, pair.Reported.Word(reported, 0), registered);
        if (level <= MostMiddle)
        {
            return true;
        }

        var first = pair.Registered.Word(registered, 0);
        (from, at) = (1, 0);
        while (from < reported.Count && NameWordComparison.Level(pair, pair.Reported.Word(reported, from), first) > MostMiddle)
        {
            from++;
        }

        if (from < reported.Count)
        {
            return true;
        }

        from = 0;
        return false;
    }

    private static FieldResult Weighed(Comparing pair, byte level, int reportedWord, int registeredWord) =>
        new(level, level == Levels.NameDifferent ? pair.Model.Weight(Field.Given, level) : pair.TermWeight(Field.Given, level, TermRole.Given, reportedWord, registeredWord));
}
