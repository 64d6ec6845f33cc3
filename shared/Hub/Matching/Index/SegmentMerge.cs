namespace Hub.Matching.Index;

/// <summary>Puts segments together into one, leaving out the rows that are dead.</summary>
internal static class SegmentMerge
{
    /// <summary>The merged segment, and where each row of each part went (-1: left out).</summary>
    public static (Segment Segment, int[][] NewRows) Of(IReadOnlyList<SegmentView> parts)
    {
        var rows = new Row[parts.Sum(p => p.Living)];
        var records = new byte[parts.Sum(p => (long)p.Segment.Records.Length)];
        var newRows = new int[parts.Count][];
        var (row, length) = (0, 0);
        for (var part = 0; part < parts.Count; part++)
        {
            var segment = parts[part].Segment;
            newRows[part] = new int[segment.Count];
            for (var old = 0; old < segment.Count; old++)
            {
                if (parts[part].IsDead(old))
                {
                    newRows[part][old] = -1;
                    continue;
                }

                var start = segment.Rows[old].Offset;
                var end = old + 1 < segment.Count ? segment.Rows[old + 1].Offset : segment.Records.Length;
                segment.Records.AsSpan(start, end - start).CopyTo(records.AsSpan(length));
                newRows[part][old] = row;
                rows[row++] = segment.Rows[old] with { Offset = length };
                length += end - start;
            }
        }

        var postings = Postings.Merge([.. parts.Select((p, i) => (p.Segment.Postings, newRows[i]))]);
        return (new Segment(rows, length == records.Length ? records : records[..length], postings), newRows);
    }
}
