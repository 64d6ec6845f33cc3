namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>
/// Prices by Microsoft's published table ("Understand request unit consumption": writes without index, point reads), straight lines
/// between its sizes. Our own assumption, here only: each value written under an indexed path, and each entry of a composite index, adds <see cref="PerIndexedValue"/>.
/// </summary>
internal static class RequestUnits
{
    public const double PerIndexedValue = 0.2;
    public const double QueryBase = 2.3;

    /// <summary>A write refused for its condition, or because the id is taken or gone, has read at least this much.</summary>
    public const double Refused = 1.0;

    private static readonly double[] Kilobytes = [1, 2, 4, 8, 16, 32, 64, 128, 256];
    private static readonly double[] Reads = [1.00, 1.04, 1.14, 1.33, 1.67, 2.19, 4.76, 9.95, 20.28];
    private static readonly double[] Inserts = [4.95, 6.29, 6.67, 7.04, 9.52, 11.23, 22.67, 48.19, 98.29];

    public static double Read(int bytes, bool strong) => Of(Reads, bytes) * (strong ? 2 : 1);

    public static double Insert(int bytes, int indexedValues) => Of(Inserts, bytes) + indexedValues * PerIndexedValue;

    public static double Replace(int bytes, int indexedValues) => 2 * Insert(bytes, indexedValues);

    public static double Delete(int bytes, int indexedValues) => Insert(bytes, indexedValues);

    /// <summary>2.3 and the reads of what it returned, or of everything it had to look at when no index served its filter.</summary>
    public static double Query(IEnumerable<int> bytesRead, bool strong) => (QueryBase + bytesRead.Sum(bytes => Of(Reads, bytes))) * (strong ? 2 : 1);

    /// <summary>The reads of what the page holds, at least one read of 1 KB.</summary>
    public static double ChangeFeed(IEnumerable<int> bytesRead, bool strong) => Math.Max(1, bytesRead.Sum(bytes => Of(Reads, bytes))) * (strong ? 2 : 1);

    private static double Of(double[] prices, int bytes)
    {
        var size = bytes / 1024.0;
        if (size <= Kilobytes[0]) return prices[0];
        var upper = Array.FindIndex(Kilobytes, kilobytes => size <= kilobytes);
        if (upper < 0) upper = Kilobytes.Length - 1;
        var slope = (prices[upper] - prices[upper - 1]) / (Kilobytes[upper] - Kilobytes[upper - 1]);
        return prices[upper] + (size - Kilobytes[upper]) * slope;
    }
}
