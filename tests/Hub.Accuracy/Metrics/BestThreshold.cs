namespace Hub.Accuracy.Metrics;

/// <summary>The threshold at which F1 is highest. A threshold takes every pair at or above it, so pairs of equal bits go together.</summary>
/// <param name="Bits">Pairs at or above it are called the same person.</param>
/// <param name="At">Agreement there.</param>
internal readonly record struct BestThreshold(double Bits, Agreement At)
{
    /// <param name="trueTotal">True pairs of the whole set, those not among <paramref name="pairs"/> included.</param>
    /// <returns>Of several equally good thresholds the highest; null without pairs.</returns>
    public static BestThreshold? Over(IEnumerable<ScoredPair> pairs, long trueTotal)
    {
        ScoredPair[] sorted = [.. pairs];
        Array.Sort(sorted, (a, b) => b.Bits.CompareTo(a.Bits));
        BestThreshold? best = null;
        long trueFound = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            trueFound += sorted[i].IsTrue ? 1 : 0;
            if (i + 1 < sorted.Length && sorted[i + 1].Bits == sorted[i].Bits)
            {
                continue;
            }

            var here = Agreement.Of(i + 1, trueFound, trueTotal);
            if (best is null || here.F1 > best.Value.At.F1)
            {
                best = new BestThreshold(sorted[i].Bits, here);
            }
        }

        return best;
    }
}
