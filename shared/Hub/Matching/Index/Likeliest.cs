namespace Hub.Matching.Index;

/// <summary>The likeliest few of many candidates, in order.</summary>
internal sealed class Likeliest
{
    private readonly List<WeighedRow> best = [];
    private RegisterSnapshot snapshot = null!;
    private int most;

    public List<WeighedRow> Rows => best;

    public void Begin(RegisterSnapshot of, int keep)
    {
        (snapshot, most) = (of, keep);
        best.Clear();
    }

    public void Offer(WeighedRow row)
    {
        if (best.Count == most && !IsBetter(row, best[^1]))
        {
            return;
        }

        var (low, high) = (0, best.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = IsBetter(row, best[middle]) ? (low, middle) : (middle + 1, high);
        }

        if (best.Count == most)
        {
            best.RemoveAt(most - 1);
        }

        best.Insert(low, row);
    }

    // Of two as likely, the one whose id comes first: the order of loading decides nothing.
    private bool IsBetter(WeighedRow a, WeighedRow b) => a.Weight != b.Weight
        ? a.Weight > b.Weight
        : RegisterSnapshot.IdOf(snapshot.Segments[a.Segment].Segment, a.Row).SequenceCompareTo(RegisterSnapshot.IdOf(snapshot.Segments[b.Segment].Segment, b.Row)) < 0;
}

/// <summary>A row with the evidence for it.</summary>
/// <param name="Weight">Thousandths of a bit, without prior.</param>
internal readonly record struct WeighedRow(int Weight, int Segment, int Row);
