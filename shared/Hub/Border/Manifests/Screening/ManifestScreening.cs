using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Hub.Auditing;
using Hub.Border.Hits;
using Hub.Border.Routes;
using Hub.Cases;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Places;

namespace Hub.Border.Manifests.Screening;

/// <summary>
/// Screens a manifest: every traveller on a monitored route against the register, a case for every hit, and cases
/// withdrawn whose person is not on the newest list of the flight. Doing it twice does nothing more. Who is no hit is
/// held for the moment of comparing and written nowhere.
/// </summary>
public sealed class ManifestScreening(
    ManifestReader reader, ManifestFiles files, MonitoredRoutes routes, Records records, FlightRecords flights, HitCases cases, BulkScreening bulk,
    RegisterFollower follower, INominalRegister register, AirportDirectory airports, CountryDirectory countries, TimeProvider time) : IDisposable
{
    /// <summary>Hits of one file: they are held together until each has its case.</summary>
    private const int MaxHits = 20_000;

    /// <summary>Candidates looked at for one traveller: the best may be none of the border's business.</summary>
    private const int Kept = 3;

    private const int ProgressEvery = 20_000;

    /// <summary>Files screened at once: each uses all cores already, and reports that come meanwhile want some.</summary>
    private readonly SemaphoreSlim turns = new(2);

    private readonly ManifestTravellers travellers = new(reader, files, airports, countries);
    private readonly FailedManifests failed = new(records);
    private readonly ListEntering entering = new(flights, cases, airports);

    public void Dispose() => turns.Dispose();

    /// <exception cref="PermanentFailureException">The event is of another type, names no manifest there is, or the manifest cannot be screened.</exception>
    public async Task ScreenAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        if (happened.Type != HubTopology.ManifestAccepted)
        {
            throw new PermanentFailureException("unknown-event-type", $"Screening does not know events of type {happened.Type}.");
        }

        await turns.WaitAsync(cancellationToken);
        try
        {
            await ScreenAsync(happened.CaseId(), cancellationToken);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Every attempt to screen a manifest went wrong: whoever sent it is told, and may send it again.</summary>
    public async Task GiveUpAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (await records.ReadAsync<ManifestRecord>(id, cancellationToken) is { State: ManifestState.Received })
        {
            await failed.AddAsync(id, new ManifestRefusal(null, "attempts-used-up", "Every attempt to screen it failed; send it again."), cancellationToken);
        }
    }

    private async Task ScreenAsync(CaseId id, CancellationToken cancellationToken)
    {
        var manifest = await records.ReadAsync<ManifestRecord>(id, cancellationToken)
            ?? throw new PermanentFailureException("case-unknown", "There is no such manifest.");
        if (manifest.State is ManifestState.Screened or ManifestState.Refused)
        {
            await RemoveMixedAsync(manifest, cancellationToken);
            return;
        }

        try
        {
            await ScreenAsync(id, manifest, cancellationToken);
        }
        catch (PermanentFailureException failure)
        {
            await failed.AddAsync(id, new ManifestRefusal(null, failure.Code, failure.Message), cancellationToken);
            throw;
        }
        catch (LimitExceededException tooLarge)
        {
            await failed.AddAsync(id, new ManifestRefusal(null, "too-large", "What came of it is larger than the hub can store at once; send it in parts."), cancellationToken);
            throw new PermanentFailureException("too-large", tooLarge.Message);
        }
        catch (ManifestRefusedException refused)
        {
            await failed.AddAsync(id, new ManifestRefusal(refused.At?.ToString(), refused.Code, refused.Reason), cancellationToken);
            throw new PermanentFailureException(refused.Code, refused.Message);
        }
    }

    private async Task ScreenAsync(CaseId id, ManifestRecord received, CancellationToken cancellationToken)
    {
        await follower.WhenReadyAsync(cancellationToken);
        var counts = new ScreeningCounts();
        // By the routes of one moment throughout: they may have changed since the manifest was taken in.
        var map = new RouteMap((await routes.ReadAsync(cancellationToken)).Routes, airports, countries);
        var manifest = received with { Lists = [.. received.Lists.Select(l => l with { Monitored = map.Covers(l.Flight) })] };
        var found = await FindAsync(id, manifest, map, counts, cancellationToken);
        var hits = HitReferences.Of(found, await OfInterestAsync(found, cancellationToken));
        var companions = new Companions(hits);
        if (companions.AreWanted)
        {
            await foreach (var traveller in travellers.ReadAsync(manifest, cancellationToken))
            {
                companions.Look(traveller);
            }
        }

        var entered = await entering.EnterAsync(id, manifest, hits, companions, cancellationToken);
        await FinishAsync(id, manifest, counts, found.Count - hits.Length, hits, entered, cancellationToken);
        await RemoveMixedAsync(manifest, cancellationToken);
    }

    private async Task<List<FoundHit>> FindAsync(CaseId id, ManifestRecord manifest, RouteMap map, ScreeningCounts counts, CancellationToken cancellationToken)
    {
        var found = new List<FoundHit>();
        await foreach (var (traveller, screening) in bulk.RunAsync(
            MonitoredAsync(manifest, map, counts, cancellationToken), t => t.Person, MatchPurpose.BorderScreening, Kept, null, cancellationToken: cancellationToken))
        {
            if (FoundHit.Of(traveller, screening) is { } hit)
            {
                found.Add(hit);
                if (found.Count > MaxHits)
                {
                    throw new PermanentFailureException("too-many-hits", $"More than {MaxHits:N0} hits in one file; send it in parts.");
                }
            }

            if (++counts.Compared % ProgressEvery == 0)
            {
                // As at the end: what is known for other reasons is not counted for the border.
                await ProgressAsync(id, manifest, counts.Done, HitReferences.Of(found, await OfInterestAsync(found, cancellationToken)).Length, cancellationToken);
            }
        }

        return found;
    }

    private async IAsyncEnumerable<Traveller> MonitoredAsync(
        ManifestRecord manifest, RouteMap map, ScreeningCounts counts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var traveller in travellers.ReadAsync(manifest, cancellationToken))
        {
            if (FlownStops.MayBeMonitored(traveller, map, airports))
            {
                yield return traveller;
            }
            else
            {
                counts.NotMonitored++;
            }
        }
    }

    /// <summary>Whether a nominal is the border's business on the flight of a hit.</summary>
    private async Task<Func<FoundHit, string, bool>> OfInterestAsync(List<FoundHit> found, CancellationToken cancellationToken)
    {
        var nominals = new Dictionary<string, Nominal>();
        foreach (var id in found.SelectMany(f => f.Candidates).Select(c => c.Nominal).Distinct())
        {
            if (await register.GetAsync(id, cancellationToken) is { Ended: null } nominal)
            {
                nominals[id] = nominal;
            }
        }

        return (hit, id) => nominals.TryGetValue(id, out var nominal) && BorderInterest.IsOf(nominal, FlownStops.DaysOf(hit.Traveller, airports));
    }

    private Task<CaseFile?> ProgressAsync(CaseId id, ManifestRecord screened, long done, int hits, CancellationToken cancellationToken) =>
        records.EditAsync<ManifestRecord>(id, Actor.Hub, (edit, manifest) =>
        {
            if (IsOther(manifest, screened))
            {
                return manifest;
            }

            edit.Audit("manifest.progress", string.Create(CultureInfo.InvariantCulture, $"{done} of {manifest.Travellers} travellers done; hits so far: {hits}."));
            return manifest with { Done = done, Hits = hits };
        }, cancellationToken);

    private Task<CaseFile?> FinishAsync(
        CaseId id, ManifestRecord screened, ScreeningCounts counts, long notOfInterest, ImmutableArray<ReferencedHit> hits, List<EnteredList> entered, CancellationToken cancellationToken)
    {
        var live = hits.Where(h => entered.Any(e => e.Covers(h.Hit.Traveller.List) && !e.Superseded && EnteredList.Effect(e.List.Function) == ListEffect.Names)).ToList();
        var withdrawn = entered.Sum(e => e.Withdrawn);
        return records.EditAsync<ManifestRecord>(id, Actor.Hub, (edit, manifest) =>
        {
            if (IsOther(manifest, screened))
            {
                return manifest;
            }

            edit.Audit("manifest.screened", string.Create(CultureInfo.InvariantCulture,
                $"{counts.Compared} travellers compared, {counts.NotMonitored} not on a monitored route, {manifest.SetAside} set aside: {live.Count} hits, {withdrawn} withdrawn."));
            return manifest with
            {
                State = ManifestState.Screened,
                Refusal = null,
                Done = counts.Done,
                NotMonitored = counts.NotMonitored,
                NotOfInterest = notOfInterest,
                Lists = [.. screened.Lists.Select(l => l with { Superseded = entered.Any(e => e.Superseded && e.Covers(l)) })],
                Hits = live.Count,
                HitsShown = [.. live.Take(ManifestRecord.MaxShown).Select(Shown)],
                Withdrawn = withdrawn,
                ScreenedAt = time.GetUtcNow(),
            };
        }, cancellationToken);
    }

    /// <summary>It was finished meanwhile, or taken in once more.</summary>
    private static bool IsOther(ManifestRecord now, ManifestRecord screened) => now.State == ManifestState.Screened || now.Round != screened.Round;

    /// <summary>Of flights that are not monitored nothing is kept, so a file that holds some goes once it is screened.</summary>
    private async Task RemoveMixedAsync(ManifestRecord screened, CancellationToken cancellationToken)
    {
        if (screened is { HoldsUnmonitored: true, File: { } file })
        {
            await files.Archive.RemoveAsync(file, cancellationToken);
        }
    }

    private static ManifestHit Shown(ReferencedHit hit) =>
        new(HitCases.IdOf(hit.Reference), hit.Hit.Traveller.List.Flight.Key, hit.Hit.Traveller.At.ToString(), hit.Hit.Outcome);
}
