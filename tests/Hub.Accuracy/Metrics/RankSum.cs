namespace Hub.Accuracy.Metrics;

/// <summary>
/// The area under the ROC curve: how often a true pair scores above a false one, a tie counted half. By the
/// Mann-Whitney rank sum, with middle ranks for ties.
/// </summary>
internal static class RankSum
{
    /// <returns>0 to 1; null where either kind is missing.</returns>
    public static double? Auc(IEnumerable<ScoredPair> pairs)
    {
        ScoredPair[] sorted = [.. pairs];
        Array.Sort(sorted, (a, b) => a.Bits.CompareTo(b.Bits));
        long positives = 0;
        var ranks = 0.0;
        for (var start = 0; start < sorted.Length;)
        {
            var end = start;
            long trueHere = 0;
            while (end < sorted.Length && sorted[end].Bits == sorted[start].Bits)
            {
                trueHere += sorted[end++].IsTrue ? 1 : 0;
            }

            ranks += trueHere * ((start + 1.0 + end) / 2);
            positives += trueHere;
            start = end;
        }

        var negatives = sorted.Length - positives;
        return positives == 0 || negatives == 0 ? null : (ranks - (positives * (positives + 1.0) / 2)) / ((double)positives * negatives);
    }
}
