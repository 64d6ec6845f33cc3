using System.Collections.Immutable;

namespace Hub.Border.Manifests;

/// <summary>What a flight is once a list is entered. Each traveller is as the newest list that speaks of them says, in whichever order the lists come.</summary>
internal static class FlightEntry
{
    private const string NotListed = "Not on the newest list of the flight.";
    private const string TakenOff = "Taken off the list of the flight.";
    private const string Cancelled = "The flight is cancelled.";

    private static readonly ListKind[] AllKinds = Enum.GetValues<ListKind>();

    public static FlightRecord Of(FlightRecord before, ManifestListSummary list, ListStamp said, IReadOnlyCollection<ListedHit> found, bool complete)
    {
        ListKind[] kinds = list.Function == ListFunction.FlightCancelled ? AllKinds : [list.Kind];
        return new FlightRecord
        {
            Newest = With(before.Newest, kinds, said),
            Whole = (list.Function == ListFunction.Whole && complete) || list.Function == ListFunction.FlightCancelled ? With(before.Whole, kinds, said) : before.Whole,
            Hits = list.Function switch
            {
                ListFunction.Whole when complete => Listed(before.Hits.Select(h => h.Kind == list.Kind ? Off(h, NotListed, said) : h), before, list.Kind, said, found),
                ListFunction.Whole or ListFunction.Change => Listed(before.Hits, before, list.Kind, said, found),
                ListFunction.Removal => Removed(before.Hits, list.Kind, said, found),
                ListFunction.FlightCancelled => [.. before.Hits.Select(h => Off(h, Cancelled, said))],
                _ => throw new InvalidOperationException($"A list of function {list.Function}."),
            },
        };
    }

    private static ImmutableArray<NewestList> With(ImmutableArray<NewestList> newest, ListKind[] kinds, ListStamp said) =>
    [
        .. newest
            .Where(n => !kinds.Contains(n.Kind) || n.Said.IsAfter(said))
            .Concat(kinds.Where(k => !newest.Any(n => n.Kind == k && n.Said.IsAfter(said))).Select(k => new NewestList(k, said)))
            .OrderBy(n => n.Kind),
    ];

    /// <param name="hits">As they are where the list does not name them.</param>
    /// <param name="before">As they were before the list.</param>
    private static ImmutableArray<FlightHit> Listed(
        IEnumerable<FlightHit> hits, FlightRecord before, ListKind kind, ListStamp said, IReadOnlyCollection<ListedHit> found)
    {
        var kept = before.Hits.ToDictionary(h => h.Reference);
        var listed = found.DistinctBy(f => f.Reference).ToDictionary(f => f.Reference);
        return
        [
            .. hits.Select(h => listed.TryGetValue(h.Reference, out var again) ? kept[h.Reference].Said.IsAfter(said) ? kept[h.Reference] : On(again, kind, said) : h),
            .. listed.Values.Where(f => !kept.ContainsKey(f.Reference)).Select(f => On(f, kind, said)),
        ];
    }

    /// <summary>Who is taken off is remembered also where no list has named them yet: the one that does may be older, and come later.</summary>
    private static ImmutableArray<FlightHit> Removed(ImmutableArray<FlightHit> hits, ListKind kind, ListStamp said, IReadOnlyCollection<ListedHit> found)
    {
        var listed = found.Select(f => f.Reference).ToHashSet();
        var known = hits.Select(h => h.Reference).ToHashSet();
        return
        [
            .. hits.Select(h => h.Kind == kind && listed.Contains(h.Reference)
                ? h.Withdrawn is null || h.Said.IsAfter(said) ? Off(h, TakenOff, said) : h with { Said = said }
                : h),
            .. found.DistinctBy(f => f.Reference).Where(f => !known.Contains(f.Reference)).Select(f => new FlightHit(f.Reference, f.Nominal, kind, said, TakenOff)),
        ];
    }

    private static FlightHit On(ListedHit hit, ListKind kind, ListStamp said) => new(hit.Reference, hit.Nominal, kind, said);

    private static FlightHit Off(FlightHit hit, string because, ListStamp by) =>
        hit.Withdrawn is null && !hit.Said.IsAfter(by) ? hit with { Said = by, Withdrawn = because, WithdrawnBy = by } : hit;
}
