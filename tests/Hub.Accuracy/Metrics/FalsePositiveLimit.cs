namespace Hub.Accuracy.Metrics;

/// <summary>How many true pairs are found where only so many false ones may be.</summary>
internal static class FalsePositiveLimit
{
    /// <param name="limit">Share of the false pairs that may be called the same, 0 to 1.</param>
    /// <returns>Share of the true pairs found at the lowest threshold that keeps the limit; null where either kind is missing.</returns>
    public static double? Recall(IEnumerable<ScoredPair> pairs, double limit)
    {
        ScoredPair[] sorted = [.. pairs];
        Array.Sort(sorted, (a, b) => b.Bits.CompareTo(a.Bits));
        var positives = sorted.Count(p => p.IsTrue);
        var negatives = sorted.Length - positives;
        if (positives == 0 || negatives == 0)
        {
            return null;
        }

        var (found, wrong, kept) = (0, 0, 0);
        for (var i = 0; i < sorted.Length; i++)
        {
            (found, wrong) = sorted[i].IsTrue ? (found + 1, wrong) : (found, wrong + 1);
            if (wrong > limit * negatives)
            {
                break;
            }

            if (i + 1 == sorted.Length || sorted[i + 1].Bits != sorted[i].Bits)
            {
                kept = found;
            }
        }

        return (double)kept / positives;
    }
}
