namespace Hub.Accuracy.Metrics;

/// <summary>How many pairs of records are one person.</summary>
internal static class TruePairs
{
    /// <summary>Unordered pairs within one file.</summary>
    /// <param name="entities">The entity of each row; below zero where it has none.</param>
    public static long Within(IEnumerable<int> entities) =>
        entities.Where(e => e >= 0).CountBy(e => e).Sum(group => (long)group.Value * (group.Value - 1) / 2);

    /// <summary>Pairs of one row of each file.</summary>
    public static long Across(IEnumerable<int> left, IEnumerable<int> right)
    {
        var sizes = left.Where(e => e >= 0).CountBy(e => e).ToDictionary();
        return right.Sum(e => (long)sizes.GetValueOrDefault(e));
    }
}
