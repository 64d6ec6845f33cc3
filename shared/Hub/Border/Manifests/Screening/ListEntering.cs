using System.Collections.Immutable;
using Hub.Border.Hits;
using Hub.Cases;
using Hub.Places;

namespace Hub.Border.Manifests.Screening;

/// <summary>Enters the lists of a screened manifest into their flights, then gives every hit of the flight the case it is to have.</summary>
internal sealed class ListEntering(FlightRecords flights, HitCases cases, AirportDirectory airports)
{
    private const int CasesAtOnce = 16;

    public async Task<List<EnteredList>> EnterAsync(
        CaseId id, ManifestRecord manifest, ImmutableArray<ReferencedHit> hits, Companions companions, CancellationToken cancellationToken)
    {
        var entered = new List<EnteredList>();
        var byList = hits.ToLookup(h => (h.Hit.Traveller.List.Flight.Key, h.Hit.Traveller.List.Kind, Effect(h.Hit.Traveller.List.Function)));
        foreach (var same in manifest.Lists.Index().Where(l => l.Item.Monitored).GroupBy(l => (l.Item.Flight.Key, l.Item.Kind, Effect(l.Item.Function))))
        {
            // A whole list may go on in further messages of the file: together they are the whole.
            var (place, list) = same.Where(l => l.Item.Function == ListFunction.Whole).DefaultIfEmpty(same.First()).First();
            var found = byList[same.Key].ToList();
            var said = new ListStamp(manifest.ReceivedAt, id, place);
            if (await flights.EnterAsync(list, said, await ListedAsync(list, same.Key.Item3, found, cancellationToken), manifest.SetAside == 0, cancellationToken) is not { } flight)
            {
                entered.Add(new EnteredList(list, 0, Superseded: true));
                continue;
            }

            if (same.Key.Item3 == ListEffect.Names)
            {
                // Of others a newer list has spoken, and whoever screens that one sees to them.
                var live = flight.Hits.Where(h => h.Withdrawn is null && h.Said == said).Select(h => h.Reference).ToHashSet();
                await Parallel.ForEachAsync(found.Where(h => live.Contains(h.Reference)), new ParallelOptions { MaxDegreeOfParallelism = CasesAtOnce, CancellationToken = cancellationToken },
                    async (hit, token) => await cases.PutAsync(HitReport.Of(hit, companions, said, airports), token, named: list.Function == ListFunction.Change));
            }

            entered.Add(new EnteredList(list, await WithdrawAsync(list, said, cancellationToken), Superseded: false));
        }

        return entered;
    }

    private async Task<List<ListedHit>> ListedAsync(ManifestListSummary list, ListEffect effect, List<ReferencedHit> found, CancellationToken cancellationToken)
    {
        if (effect != ListEffect.Removes || await flights.ReadAsync(list.Flight.Key, cancellationToken) is not { } flight)
        {
            return [.. found.Select(h => new ListedHit(h.Reference, h.Nominal))];
        }

        // Who is taken off is told by who they are: another traveller alike may be the nominal, and fly.
        var removed = new List<ListedHit>();
        foreach (var hit in found)
        {
            var alike = flight.Hits.Where(h => h.Kind == list.Kind && h.Nominal == hit.Nominal).Select(h => h.Reference).ToList();
            var meant = alike.Count == 0 ? [hit.Reference] : await cases.MeantAsync(alike, hit.Hit.Traveller.Person, cancellationToken);
            removed.AddRange(meant.Select(reference => new ListedHit(reference, hit.Nominal)));
        }

        return removed;
    }

    /// <summary>Read anew: another list may have taken back meanwhile what this one has just made.</summary>
    /// <returns>How many hits this list took back.</returns>
    private async Task<int> WithdrawAsync(ManifestListSummary list, ListStamp said, CancellationToken cancellationToken)
    {
        var flight = await flights.ReadAsync(list.Flight.Key, cancellationToken)
            ?? throw new InvalidOperationException($"The record of flight {list.Flight.Key} vanished.");
        foreach (var hit in flight.Hits.Where(h => h.Withdrawn is not null))
        {
            await cases.WithdrawAsync(hit, cancellationToken);
        }

        return flight.Hits.Count(h => h.WithdrawnBy == said);
    }

    private static ListEffect Effect(ListFunction function) => EnteredList.Effect(function);
}
