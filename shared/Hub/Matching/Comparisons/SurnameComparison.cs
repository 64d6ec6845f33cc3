using System.Numerics;
using Hub.Matching.Index;
using Hub.Matching.Names;

namespace Hub.Matching.Comparisons;

/// <summary>
/// Surnames: the same, a variant, a slip of the pen, the same sound; or one part of a double-barrelled name, where
/// the other may be left out or differ. A rare surname that agrees says more than a common one.
/// </summary>
internal static class SurnameComparison
{
    // A part that agrees no better says nothing of the whole.
    private const byte Clear = 1 + (byte)TokenLevel.TwoSlips;

    public static FieldResult Compare(Comparing pair, WordRange reported, WordRange registered)
    {
        if (reported.Count == 0 || registered.Count == 0)
        {
            return default;
        }

        if (reported.Count == 1 && registered.Count == 1)
        {
            var (asked, word) = (pair.Reported.Word(reported, 0), pair.Registered.Word(registered, 0));
            return Weighed(pair, NameWordComparison.Level(pair, asked, word), asked, word);
        }

        return Parts(pair, reported, registered);
    }

    private static FieldResult Parts(Comparing pair, WordRange reported, WordRange registered)
    {
        if (NameWordComparison.Joined(pair, reported, registered) is { } joined)
        {
            var rarest = Rarest(pair, registered);
            return Weighed(pair, joined, rarest, rarest);
        }

        var best = (Level: byte.MaxValue, Reported: 0, Registered: 0);
        var (worst, clear, any) = ((byte)0, 0u, 0u);
        for (var i = 0; i < reported.Count; i++)
        {
            var asked = pair.Reported.Word(reported, i);
            var (level, index) = NameWordComparison.Best(pair, asked, registered);
            var word = pair.Registered.Word(registered, index);
            worst = Math.Max(worst, level);
            clear |= level <= Clear ? 1u << index : 0;
            any |= 1u << index;
            if (level < best.Level || (level == best.Level && IsRarer(pair, word, best.Registered)))
            {
                best = (level, asked, word);
            }
        }

        if (reported.Count == registered.Count && worst < Levels.NameDifferent && BitOperations.PopCount(any) == registered.Count)
        {
            return Weighed(pair, worst, best.Reported, best.Registered);
        }

        return Weighed(pair, PartLevel(BitOperations.PopCount(clear), Math.Min(reported.Count, registered.Count)), best.Reported, best.Registered);
    }

    private static byte PartLevel(int agree, int of) => agree switch
    {
        0 => Levels.NameDifferent,
        _ => agree < of ? Levels.PartDiffers : Levels.Part,
    };

    private static bool IsRarer(Comparing pair, int word, int other) =>
        pair.Words.Frequency(TermRole.Surname, word) < pair.Words.Frequency(TermRole.Surname, other);

    private static int Rarest(Comparing pair, WordRange range)
    {
        var rarest = pair.Registered.Word(range, 0);
        for (var i = 1; i < range.Count; i++)
        {
            var word = pair.Registered.Word(range, i);
            rarest = IsRarer(pair, word, rarest) ? word : rarest;
        }

        return rarest;
    }

    private static FieldResult Weighed(Comparing pair, byte level, int reportedWord, int registeredWord) =>
        new(level, level == Levels.NameDifferent ? pair.Model.Weight(Field.Surname, level) : pair.TermWeight(Field.Surname, level, TermRole.Surname, reportedWord, registeredWord));
}
