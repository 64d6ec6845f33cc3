namespace Hub.Testing.People;

/// <summary>Items of which some come more often than others.</summary>
public sealed class WeightedList<T>
{
    private readonly T[] _items;
    private readonly int[] _upTo;

    public WeightedList(IEnumerable<(T Item, int Weight)> items)
    {
        var weighted = items.Where(i => i.Weight > 0).ToArray();
        _items = [.. weighted.Select(w => w.Item)];
        _upTo = new int[weighted.Length];
        var sum = 0;
        for (var i = 0; i < weighted.Length; i++)
        {
            _upTo[i] = sum += weighted[i].Weight;
        }
    }

    public T Pick(SeededRandom random)
    {
        var at = Array.BinarySearch(_upTo, random.Below(_upTo[^1]) + 1);
        return _items[at >= 0 ? at : ~at];
    }
}

internal static class WeightedList
{
    private const int Scale = 1_000_000;

    /// <summary>Words in order of frequency, weighed as Zipf found: 1 / (rank + <paramref name="flatness"/>).</summary>
    public static WeightedList<string> Ranked(string words, int flatness) =>
        new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select((w, rank) => (w.Replace('_', ' '), Scale / (rank + flatness))));
}
