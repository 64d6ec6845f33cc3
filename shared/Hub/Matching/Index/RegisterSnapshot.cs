using System.Collections.Immutable;

namespace Hub.Matching.Index;

/// <summary>The register as of one moment; whoever holds it sees no later change.</summary>
/// <param name="Segments">Oldest first.</param>
/// <param name="Count">Nominals living.</param>
internal sealed record RegisterSnapshot(ImmutableArray<SegmentView> Segments, int Count, long Mark, TermStatistics Terms)
{
    /// <summary>Finds the row that holds a nominal now.</summary>
    public (int Segment, int Row)? Find(ReadOnlySpan<byte> id)
    {
        var hash = SegmentBuilder.IdKey(id).Hash;
        for (var s = Segments.Length - 1; s >= 0; s--)
        {
            var view = Segments[s];
            foreach (var pair in view.Segment.Postings.Of(hash))
            {
                var row = Postings.Row(pair);
                if (!view.IsDead(row) && IdOf(view.Segment, row).SequenceEqual(id))
                {
                    return (s, row);
                }
            }
        }

        return null;
    }

    public static ReadOnlySpan<byte> IdOf(Segment segment, int row)
    {
        var at = segment.Rows[row].Offset;
        return segment.Records.AsSpan(at + 1, segment.Records[at]);
    }
}
