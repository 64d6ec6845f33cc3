namespace Hub.Accuracy.Maps;

/// <summary>What was done to the values of a file to read them, or could not be: counted, never silent.</summary>
internal sealed class ReadingCounts
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> All => _counts;

    public void Add(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;
}
