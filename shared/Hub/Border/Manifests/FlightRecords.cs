using System.Globalization;
using Hub.Auditing;
using Hub.Cases;
using Hub.Messaging;

namespace Hub.Border.Manifests;

/// <summary>Keeps the flights: decides what a list changes about the hits of its flight, so that lists may come again, late or at once.</summary>
public sealed class FlightRecords(Records records)
{
    /// <summary>True where this manifest holds the newest list of every flight and kind it lists on a monitored route.</summary>
    public async Task<bool> IsNewestAsync(IEnumerable<ManifestListSummary> lists, CaseId manifest, CancellationToken cancellationToken)
    {
        foreach (var list in lists.Where(l => l.Monitored))
        {
            var flight = await ReadAsync(list.Flight.Key, cancellationToken);
            if (flight?.Newest.Any(n => n.Kind == list.Kind && n.Said.Manifest != manifest) == true)
            {
                return false;
            }
        }

        return true;
    }

    public Task<FlightRecord?> ReadAsync(string flight, CancellationToken cancellationToken) =>
        records.ReadAsync<FlightRecord>(FlightRecord.Sort, flight, cancellationToken);

    /// <summary>Enters a screened list into its flight. The same again changes nothing, and so does the order in which lists are entered.</summary>
    /// <param name="list">The list.</param>
    /// <param name="said">Which list it is.</param>
    /// <param name="found">The hits on it.</param>
    /// <param name="complete">False where some of the file's travellers could not be read: one of them may be an earlier hit, so none is withdrawn for not being listed.</param>
    /// <returns>The flight as it now is; null where a newer list spoke of everybody before, and nothing was changed.</returns>
    /// <exception cref="PermanentFailureException">More than <see cref="FlightRecord.MaxHits"/> hits on one flight: the file or the register is not what it seems.</exception>
    public async Task<FlightRecord?> EnterAsync(ManifestListSummary list, ListStamp said, IReadOnlyCollection<ListedHit> found, bool complete, CancellationToken cancellationToken)
    {
        var superseded = false;
        var file = await records.EditAsync<FlightRecord>(FlightRecord.Sort, list.Flight.Key, Actor.Hub, (edit, kept) =>
        {
            var before = kept ?? new FlightRecord();
            superseded = before.Supersedes(list.Kind, said);
            if (superseded)
            {
                return before;
            }

            var after = FlightEntry.Of(before, list, said, found, complete);
            if (after.Hits.Length > FlightRecord.MaxHits)
            {
                throw new PermanentFailureException("too-many-hits", $"More than {FlightRecord.MaxHits:N0} hits on one flight.");
            }

            if (kept is null || !after.Newest.SequenceEqual(before.Newest) || !after.Whole.SequenceEqual(before.Whole) || !after.Hits.SequenceEqual(before.Hits))
            {
                edit.Audit("flight.listed", Words(list, before, after), ("manifest", said.Manifest.ToString()));
            }

            return after;
        }, cancellationToken);
        return superseded ? null : Records.StateOf<FlightRecord>(file);
    }

    private static string Words(ManifestListSummary list, FlightRecord before, FlightRecord after)
    {
        var live = after.Hits.Where(h => h.Withdrawn is null).Select(h => h.Reference).ToHashSet();
        var was = before.Hits.Where(h => h.Withdrawn is null).Select(h => h.Reference).ToHashSet();
        return string.Create(CultureInfo.InvariantCulture,
            $"List of {(list.Kind == ListKind.Crew ? "crew" : "passengers")} ({list.Function.ToString().ToLowerInvariant()}): {live.Except(was).Count()} hits added, {was.Except(live).Count()} withdrawn, {live.Count} in all.");
    }
}

/// <summary>A hit on a list.</summary>
/// <param name="Reference">What the hit's case is found by.</param>
/// <param name="Nominal">The nominal.</param>
public sealed record ListedHit(string Reference, string Nominal);
