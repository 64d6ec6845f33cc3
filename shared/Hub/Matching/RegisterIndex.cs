using System.Collections.Immutable;
using System.Text;
using Hub.Matching.Index;
using Hub.Nominals;

namespace Hub.Matching;

/// <summary>
/// The register in memory, compact and indexed by blocking key. Readers never wait: each works on the snapshot of the
/// moment it began. Changes come as small segments of their own, which are put together in the background. Ended
/// nominals are not in it.
/// </summary>
public sealed class RegisterIndex(MatchModel model)
{
    private const int MostSegments = 40;
    private readonly Lock gate = new();
    private readonly TermStatistics terms = new(new TokenTable());
    private readonly Traits traits = new();
    private RegisterSnapshot? snapshot;
    private Task merging = Task.CompletedTask;
    private bool isMerging;
    private bool toPack;
    private int pinned;

    /// <summary>The model by which persons are weighed.</summary>
    public MatchModel Model => model;

    /// <summary>The high-water mark of the register up to which this index is complete.</summary>
    public long Mark => Snapshot.Mark;

    public int Count => Snapshot.Count;

    internal RegisterSnapshot Snapshot => Volatile.Read(ref snapshot) ?? new RegisterSnapshot([], 0, 0, terms);

    /// <summary>Brings in changes: whoever searches after this returns sees all of them, whoever searches meanwhile all or none.</summary>
    public void Apply(RegisterChanges changes)
    {
        lock (gate)
        {
            // What cannot be packed throws here, before anything has changed.
            var added = Packed(Latest(changes.Nominals));
            var before = Snapshot;
            var (segments, gone) = WithoutReplaced(before, changes.Nominals);
            var count = before.Count - gone;
            if (added.Count > 0)
            {
                CountTerms(added);
                segments = segments.Add(new SegmentView(added, null, 0));
                count += added.Count;
            }

            Volatile.Write(ref snapshot, new RegisterSnapshot(MergedAtOnce(segments), count, Math.Max(before.Mark, changes.Mark), terms));
            if (SegmentTiers.ToMerge(Snapshot.Segments) is not null)
            {
                StartMerging();
            }
        }
    }

    /// <summary>Puts all segments into one, in the background: after a large load every later question has fewer to look into.</summary>
    public async Task PackAsync()
    {
        lock (gate)
        {
            toPack = true;
            StartMerging();
        }

        await SettledAsync();
    }

    /// <summary>Waits until the segments have been put together as far as they will be without further changes.</summary>
    public async Task SettledAsync()
    {
        for (var last = merging; ; last = merging)
        {
            await last;
            if (last == merging)
            {
                return;
            }
        }
    }

    private void StartMerging()
    {
        if (!isMerging)
        {
            isMerging = true;
            merging = Task.Run(MergeInBackground);
        }
    }

    // A nominal that stands twice in one batch counts as it is last.
    private static List<Nominal> Latest(IReadOnlyList<Nominal> nominals)
    {
        var last = new Dictionary<string, int>(nominals.Count, StringComparer.Ordinal);
        for (var i = 0; i < nominals.Count; i++)
        {
            last[nominals[i].Id] = i;
        }

        return [.. nominals.Where((n, i) => n.Ended is null && last[n.Id] == i)];
    }

    private Segment Packed(List<Nominal> nominals)
    {
        var builder = new SegmentBuilder(terms.Tokens);
        foreach (var nominal in nominals)
        {
            builder.Add(nominal);
        }

        return builder.Build();
    }

    private (ImmutableArray<SegmentView> Segments, int Gone) WithoutReplaced(RegisterSnapshot before, IReadOnlyList<Nominal> nominals)
    {
        var gone = new HashSet<(int Segment, int Row)>();
        foreach (var nominal in nominals)
        {
            if (before.Find(Encoding.UTF8.GetBytes(nominal.Id)) is { } place && gone.Add(place))
            {
                before.Segments[place.Segment].Segment.Read(place.Row, traits);
                traits.ReadRest();
                terms.Count(traits, -1);
            }
        }

        var segments = before.Segments;
        foreach (var inOne in gone.GroupBy(place => place.Segment))
        {
            segments = segments.SetItem(inOne.Key, segments[inOne.Key].Without(inOne.Select(place => place.Row)));
        }

        return (segments, gone.Count);
    }

    private void CountTerms(Segment segment)
    {
        for (var row = 0; row < segment.Count; row++)
        {
            segment.Read(row, traits);
            traits.ReadRest();
            terms.Count(traits, 1);
        }
    }

    // Small ones are put together here and now, which takes less than the wait for another thread.
    private ImmutableArray<SegmentView> MergedAtOnce(ImmutableArray<SegmentView> segments)
    {
        const int SmallRows = 512;
        while (SegmentTiers.Tail(segments, pinned, segments.Length > MostSegments ? long.MaxValue : SmallRows) is var (first, count))
        {
            var (merged, _) = SegmentMerge.Of(segments[first..(first + count)]);
            segments = segments.RemoveRange(first, count).Add(new SegmentView(merged, null, 0));
        }

        return segments;
    }

    // Segments before the pin are being merged by this alone; those after it may meanwhile be merged by changes coming in.
    private void MergeInBackground()
    {
        try
        {
            while (MergeOnce())
            {
            }
        }
        catch
        {
            // The segments stay as they were; the next change tries again. Whoever waits for the merging is told.
            lock (gate)
            {
                (isMerging, pinned, toPack) = (false, 0, true);
            }

            throw;
        }
    }

    private bool MergeOnce()
    {
        ImmutableArray<SegmentView> seen;
        (int First, int Count) range;
        lock (gate)
        {
            seen = Snapshot.Segments;
            if ((toPack && seen.Length > 1 ? (0, seen.Length) : SegmentTiers.ToMerge(seen)) is not { } found)
            {
                (isMerging, toPack) = (false, false);
                return false;
            }

            toPack = false;
            range = found;
            pinned = range.First + range.Count;
        }

        var (merged, newRows) = SegmentMerge.Of(seen[range.First..(range.First + range.Count)]);
        lock (gate)
        {
            var now = Snapshot;
            var view = SegmentTiers.WithDeaths(merged, newRows, seen, now.Segments, range);
            Volatile.Write(ref snapshot, now with { Segments = now.Segments.RemoveRange(range.First, range.Count).Insert(range.First, view) });
            pinned = 0;
        }

        return true;
    }
}
