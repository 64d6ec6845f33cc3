using System.Collections.Immutable;

namespace Hub.Matching.Index;

/// <summary>When which segments are put together: never so that a small change makes a large one be copied each time.</summary>
internal static class SegmentTiers
{
    /// <summary>
    /// The newest segments of which the oldest is no larger than all after it: each nominal is copied at most as often as
    /// the register doubles. Null where there is nothing to do.
    /// </summary>
    public static (int First, int Count)? ToMerge(ImmutableArray<SegmentView> segments) =>
        Tail(segments, from: 0, most: long.MaxValue) ?? Worn(segments);

    // A segment that is mostly dead is packed anew by itself.
    private static (int First, int Count)? Worn(ImmutableArray<SegmentView> segments)
    {
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].DeadCount > segments[i].Segment.Count / 2)
            {
                return (i, 1);
            }
        }

        return null;
    }

    /// <summary>As <see cref="ToMerge"/>, among the segments from a place on and so that the result has no more rows than said.</summary>
    public static (int First, int Count)? Tail(ImmutableArray<SegmentView> segments, int from, long most)
    {
        long after = 0;
        (int First, int Count)? found = null;
        for (var i = segments.Length - 1; i >= from && after + segments[i].Living <= most; i--)
        {
            if (i < segments.Length - 1 && segments[i].Living <= after)
            {
                found = (i, segments.Length - i);
            }

            after += segments[i].Living;
        }

        return found;
    }

    /// <summary>A merged segment, without the rows that died while it was being made.</summary>
    public static SegmentView WithDeaths(
        Segment merged, int[][] newRows, ImmutableArray<SegmentView> seen, ImmutableArray<SegmentView> now, (int First, int Count) range)
    {
        var died = new List<int>();
        for (var part = 0; part < range.Count; part++)
        {
            var (then, today) = (seen[range.First + part], now[range.First + part]);
            for (var row = 0; row < then.Segment.Count && then.DeadCount != today.DeadCount; row++)
            {
                if (today.IsDead(row) && !then.IsDead(row))
                {
                    died.Add(newRows[part][row]);
                }
            }
        }

        var view = new SegmentView(merged, null, 0);
        return died.Count == 0 ? view : view.Without(died);
    }
}
