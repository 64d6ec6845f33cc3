using Hub.Accuracy.Sets;

namespace Hub.Accuracy.Runs;

/// <summary>The worst mistakes of a run, to learn from.</summary>
internal static class Mistakes
{
    /// <param name="count">How many of each kind.</param>
    public static IEnumerable<Mistake> Worst(LinkageOutcome outcome, int count) =>
    [
        .. FalsePositives(outcome).Take(count).Select(p => Mistake.Of("false positive", outcome, p)),
        .. Missed(outcome).Take(count).Select(p => Mistake.Of("false negative", outcome, p)),
        .. NotKept(outcome).Take(count).Select(p => Mistake.Of(p.Is(PairMarks.Blocked) ? "false negative, blocked but not kept" : "false negative, not blocked", outcome, p)),
    ];

    /// <summary>Pairs of different persons: those taken as sure first, then those shown, then by bits.</summary>
    private static IEnumerable<WeighedPair> FalsePositives(LinkageOutcome outcome) =>
        outcome.Pairs.Where(p => p.Is(PairMarks.Kept) && !outcome.IsTrue(p)).OrderByDescending(p => p.Marks & (PairMarks.Shown | PairMarks.Sure)).ThenByDescending(p => p.Bits);

    /// <summary>True pairs that were weighed and not shown, the lowest first.</summary>
    private static IEnumerable<WeighedPair> Missed(LinkageOutcome outcome) =>
        outcome.Pairs.Where(p => p.Is(PairMarks.Kept) && !p.Is(PairMarks.Shown) && outcome.IsTrue(p)).OrderBy(p => p.Bits);

    /// <summary>True pairs of which nothing was heard, in the files' order.</summary>
    private static IEnumerable<WeighedPair> NotKept(LinkageOutcome outcome)
    {
        var task = outcome.Task;
        var byEntity = task.Register.Where(r => task.RegisterEntities[r.Number] != EntityNumbers.None).ToLookup(r => task.RegisterEntities[r.Number], r => r.Number);
        foreach (var query in task.Queries.Select(q => q.Number))
        {
            foreach (var register in byEntity[task.QueryEntities[query]].Where(r => !task.IsWithin || r > query))
            {
                var pair = new WeighedPair(query, register, double.NegativeInfinity, PairMarks.None);
                var at = Array.BinarySearch(outcome.Pairs, pair, Comparer<WeighedPair>.Create(WeighedPair.ByRows));
                if (at < 0 || !outcome.Pairs[at].Is(PairMarks.Kept))
                {
                    yield return at < 0 ? pair : outcome.Pairs[at];
                }
            }
        }
    }
}
