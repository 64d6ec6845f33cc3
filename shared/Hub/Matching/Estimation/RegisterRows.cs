using Hub.Matching.Index;

namespace Hub.Matching.Estimation;

/// <summary>
/// The living nominals in the order of their ids' hashes, so that the order they were loaded in decides nothing.
/// </summary>
internal sealed class RegisterRows
{
    private readonly RegisterSnapshot snapshot;
    private readonly (int Segment, int Row)[] rows;

    public RegisterRows(RegisterSnapshot snapshot)
    {
        this.snapshot = snapshot;
        var found = new List<(ulong Hash, int Segment, int Row)>(snapshot.Count);
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            var view = snapshot.Segments[s];
            for (var row = 0; row < view.Segment.Count; row++)
            {
                if (!view.IsDead(row))
                {
                    found.Add((Hashing.OfBytes(RegisterSnapshot.IdOf(view.Segment, row)), s, row));
                }
            }
        }

        found.Sort(Order);
        rows = [.. found.Select(f => (f.Segment, f.Row))];
    }

    public int Count => rows.Length;

    public RegisterSnapshot Snapshot => snapshot;

    public (int Segment, int Row) this[int index] => rows[index];

    public void Read(int index, Traits into) => Read(rows[index], into);

    public void Read((int Segment, int Row) at, Traits into)
    {
        snapshot.Segments[at.Segment].Segment.Read(at.Row, into);
        into.ReadRest();
    }

    private int Order((ulong Hash, int Segment, int Row) a, (ulong Hash, int Segment, int Row) b)
    {
        var byHash = a.Hash.CompareTo(b.Hash);
        return byHash != 0 ? byHash : RegisterSnapshot.IdOf(snapshot.Segments[a.Segment].Segment, a.Row)
            .SequenceCompareTo(RegisterSnapshot.IdOf(snapshot.Segments[b.Segment].Segment, b.Row));
    }
}
