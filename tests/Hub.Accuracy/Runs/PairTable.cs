namespace Hub.Accuracy.Runs;

/// <summary>The pairs a run came across, each once.</summary>
/// <param name="within">True where both rows are of one file: a pair counts once whichever row was asked for.</param>
internal sealed class PairTable(bool within)
{
    private readonly List<WeighedPair> _pairs = [];

    public void Add(WeighedPair pair) =>
        _pairs.Add(within && pair.Query > pair.Register ? pair with { Query = pair.Register, Register = pair.Query } : pair);

    /// <summary>Every pair once, with the larger of its scores and all that either side said, in order of query and register.</summary>
    public WeighedPair[] Merge()
    {
        _pairs.Sort(WeighedPair.ByRows);
        var merged = new List<WeighedPair>(_pairs.Count);
        foreach (var pair in _pairs)
        {
            if (merged.Count > 0 && WeighedPair.ByRows(merged[^1], pair) == 0)
            {
                merged[^1] = merged[^1] with { Bits = Math.Max(merged[^1].Bits, pair.Bits), Marks = merged[^1].Marks | pair.Marks };
            }
            else
            {
                merged.Add(pair);
            }
        }

        return [.. merged];
    }
}
