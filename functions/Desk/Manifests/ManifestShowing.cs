using Hub.Border.Flights;
using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Desk.Pages.Manifests;
using Hub.Desk.Words;
using Hub.Functions.Identity;
using Hub.Functions.Manifests;
using Hub.Identity;
using Hub.Places;

namespace Hub.Functions.Desk.Manifests;

/// <summary>Puts together what a role is shown of a manifest: what the API shows it (<see cref="ManifestView"/>), and the hits it has notices of by name.</summary>
public sealed class ManifestShowing(ICaseStore cases, Access access, Reads reads, RecipientWords recipients, AirportDirectory airports, TimeProvider time)
{
    private const int RowsShown = 50;
    private const int FlightsShown = 50;

    /// <summary>Hits shown one by one. There are hardly ever more than a few on a flight.</summary>
    private const int HitsShown = 100;

    private const int CasesAtOnce = 8;

    /// <param name="rows">Which page of the rows set aside, from 1.</param>
    internal async Task<ManifestModel> ModelAsync(Caller caller, CaseId id, ManifestRecord manifest, int rows, CancellationToken cancellationToken)
    {
        var looked = manifest.HitsShown.Take(HitsShown).ToList();
        var hits = await ReadAsync(looked, cancellationToken);
        var shown = hits.Where(h => !ManifestView.IsBorder(caller) || h.IsDecided).ToList();
        foreach (var hit in shown.Where(h => h.Notice is not null && MayReach(caller, h)))
        {
            await reads.AllowedAsync(caller, Operation.ReadReport, $"case:{hit.Hit.Report}", null, cancellationToken);
        }

        return new ManifestModel
        {
            Address = $"/desk/manifests/{id}",
            Title = ManifestTitle.Of(manifest, airports),
            State = manifest.State,
            FileName = manifest.FileName,
            ReceivedAt = manifest.ReceivedAt,
            By = ManifestTitle.Sender(manifest),
            Round = manifest.Round,
            Travellers = manifest.Travellers,
            Done = manifest.Done,
            NotMonitored = manifest.NotMonitored,
            NotOfInterest = ManifestView.IsBorder(caller) ? null : manifest.NotOfInterest,
            Hits = manifest.Hits,
            Withdrawn = manifest.Withdrawn,
            Undecided = hits.Count(h => h.IsUndecided),
            HitRows = [.. shown.Select(h => h.Row(MayReach(caller, h), recipients))],
            MoreHits = Math.Max(0, manifest.Hits - looked.Count),
            IsSettled = manifest.State != ManifestState.Received && !hits.Any(h => h.IsBeingLookedAt),
            Flights = [.. manifest.Lists.Take(FlightsShown).Select(Flight)],
            MoreFlights = Math.Max(0, manifest.Lists.Length - FlightsShown),
            SetAside = manifest.SetAside,
            Rows = [.. manifest.SetAsideShown.Skip((rows - 1) * RowsShown).Take(RowsShown).Select(s => new RowAside(s.At, s.Reason))],
            RowsPage = rows,
            RowsPages = (manifest.SetAsideShown.Length + RowsShown - 1) / RowsShown,
            KeptUntil = IsKept(manifest) ? manifest.KeptUntil : null,
            WentEarly = manifest is { State: ManifestState.Screened, HoldsUnmonitored: true },
            Refusal = manifest.Refusal is { } refusal ? RefusalWords.Of(refusal.Reason, refusal.At) : null,
            Advice = manifest.Refusal is { } why ? RefusalWords.Advice(why.Code) : null,
        };
    }

    private bool MayReach(Caller caller, ReadHit hit) => hit.Notice is { } notice && access.MayReach(caller, Operation.ListNotices, notice.Recipient);

    private bool IsKept(ManifestRecord manifest) =>
        manifest.File is not null && manifest.KeptUntil > time.GetUtcNow() && manifest is not { State: ManifestState.Screened, HoldsUnmonitored: true };

    private FlightRow Flight(ManifestListSummary list) => new()
    {
        Flight = FlightWords.Of(list.Flight.Designator, list.Flight.Stops[0], list.Flight.Stops[^1], list.Flight.Legs[0].Departs, list.Flight.Legs[^1].Arrives, airports),
        IsCrew = list.Kind == ListKind.Crew,
        Travellers = list.Travellers,
        Says = !list.Monitored ? "Not on a monitored route: nobody on it was compared."
            : list.Superseded ? "A newer list of this flight was there before: this one changed nothing."
            : list.Function switch
            {
                ListFunction.Change => "Adds or changes travellers of an earlier list.",
                ListFunction.Removal => "Takes travellers off an earlier list.",
                ListFunction.FlightCancelled => "Says that the flight does not take place.",
                _ => null,
            },
    };

    private async Task<List<ReadHit>> ReadAsync(List<ManifestHit> hits, CancellationToken cancellationToken)
    {
        var read = new ReadHit[hits.Count];
        await Parallel.ForAsync(0, hits.Count, new ParallelOptions { MaxDegreeOfParallelism = CasesAtOnce, CancellationToken = cancellationToken }, async (i, cancelled) =>
            read[i] = new ReadHit(hits[i], await cases.ReadAsync(hits[i].Report, cancelled)));
        return [.. read];
    }
}
