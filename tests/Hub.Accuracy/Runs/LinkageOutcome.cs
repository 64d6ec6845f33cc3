using Hub.Accuracy.Metrics;
using Hub.Accuracy.Sets;
using Hub.Matching;

namespace Hub.Accuracy.Runs;

/// <summary>What came of a run.</summary>
/// <param name="Screener">As it was used, to explain with.</param>
/// <param name="Pairs">Every pair kept, and every true pair blocked, once; in order of query and register.</param>
/// <param name="Weighed">Comparisons made, a row with itself not counted; within one file both directions count.</param>
/// <param name="Build">Time to build the index.</param>
/// <param name="Screen">Time to screen all queries.</param>
/// <param name="Probe">Time to measure the blocking; no part of the product's work.</param>
internal sealed record LinkageOutcome(
    LinkageTask Task, Screener? Screener, WeighedPair[] Pairs, long Weighed, TimeSpan Build, TimeSpan Screen, TimeSpan Probe)
{
    public bool IsTrue(WeighedPair pair) => Task.IsTrue(pair.Query, pair.Register);

    public IEnumerable<ScoredPair> Scored => Pairs.Where(p => p.Is(PairMarks.Kept)).Select(p => new ScoredPair(p.Bits, IsTrue(p)));

    // Said of either direction: a pair that one side shows is not explained away.
    public IEnumerable<ScoredPair> ScoredNotExplainedAway => Pairs
        .Where(p => p.Is(PairMarks.Kept) && (p.Is(PairMarks.Shown) || !p.Is(PairMarks.ExplainedAway)))
        .Select(p => new ScoredPair(p.Bits, IsTrue(p)));

    public Agreement At(PairMarks mark, long trueTotal) =>
        Agreement.Of(Pairs.LongCount(p => p.Is(mark)), Pairs.LongCount(p => p.Is(mark) && IsTrue(p)), trueTotal);

    public long TrueWith(PairMarks mark) => Pairs.LongCount(p => p.Is(mark) && IsTrue(p));
}
