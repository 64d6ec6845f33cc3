namespace Hub.Benchmarks;

internal static class Percentiles
{
    /// <summary>The value that a share of the sorted values do not exceed.</summary>
    public static double At(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];

    public static string Words(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        return $"p50 {At(sorted, 0.5):0.0} ms, p99 {At(sorted, 0.99):0.0} ms, max {At(sorted, 1):0.0} ms";
    }
}
