using System.Collections.Immutable;
using Hub.Accuracy.Metrics;
using Hub.Accuracy.Sets;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Accuracy.Runs;

/// <summary>Scores pairs of names by the product's own name comparison.</summary>
internal sealed class NameScoring(RegisterIndex frequencies)
{
    /// <summary>How often the second names of a category are dealt out anew, to make pairs of different persons.</summary>
    private const int Deals = 20;

    /// <summary>How common each name is, is learned from all names of the file, as matching learns it from the register.</summary>
    public static NameScoring Of(ImmutableArray<NamePair> pairs, MatchModel model)
    {
        var index = new RegisterIndex(model);
        var names = pairs.SelectMany(p => new[] { Read(p.A, p.Level), Read(p.B, p.Level) });
        index.Apply(new RegisterChanges(
            [.. names.Select((name, i) => new Nominal { Id = $"{i}", Names = [name], Updated = DateTimeOffset.UnixEpoch })], pairs.Length));
        return new NameScoring(index);
    }

    public ImmutableArray<(NamePair Pair, CandidateEvidence Evidence)> Score(ImmutableArray<NamePair> pairs) =>
        [.. pairs.AsParallel().AsOrdered().Select(p => (p, Compare(p.A, p.B, p.Level)))];

    /// <summary>The matching pairs with pairs of different names made of them: each first name with another pair's second.</summary>
    public IEnumerable<ScoredPair> AgainstShuffled(ImmutableArray<NamePair> pairs)
    {
        NamePair[] matches = [.. pairs.Where(p => p.IsMatch)];
        var known = matches.Select(p => (p.A, p.B)).ToHashSet();
        var others = Enumerable.Range(1, Deals).SelectMany(deal =>
        {
            string[] seconds = [.. matches.Select(p => p.B)];
            SeededShuffle.Shuffle(seconds, (ulong)deal);
            return matches.Zip(seconds, (p, b) => p with { B = b, IsMatch = false });
        }).Where(p => p.A != p.B && !known.Contains((p.A, p.B)));
        return Score([.. matches, .. others]).Select(s => new ScoredPair(s.Evidence.TotalBits, s.Pair.IsMatch));
    }

    private CandidateEvidence Compare(string a, string b, string level) => Screener.CompareNames(Read(a, level), Read(b, level), frequencies);

    private static PersonName Read(string text, string level) => level == NamePair.Full
        ? FullName.Read(text)
        : new() { Given = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)] };
}
