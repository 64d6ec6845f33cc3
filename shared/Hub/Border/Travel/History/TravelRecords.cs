using System.Collections.Immutable;
using System.Globalization;
using Hub.Auditing;
using Hub.Border.Flights;
using Hub.Cases;
using Hub.Json;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Places;
using Hub.Reports;

namespace Hub.Border.Travel;

/// <summary>
/// Keeps each nominal's travel: joins flights into journeys, judges them, plans for return flights to be met, and sees
/// to it that every report whose journey now looks different is judged anew. All in one commit of the nominal's record.
/// </summary>
public sealed class TravelRecords(Records records, INominalRegister register, ReturnPlanning planning, AirportDirectory airports)
{
    public static CaseId IdOf(string nominal) => CaseId.For(TravelRecord.Sort, nominal);

    public Task<TravelRecord?> ReadAsync(string nominal, CancellationToken cancellationToken) =>
        records.ReadAsync<TravelRecord>(TravelRecord.Sort, nominal, cancellationToken);

    /// <summary>Enters a hit, or what changed about it.</summary>
    /// <returns>The journey it belongs to.</returns>
    public async Task<TravelView> SeeAsync(Nominal nominal, SeenTraveller seen, CancellationToken cancellationToken)
    {
        var report = seen.Sighting.Case;
        var record = await EditAsync(nominal, Actor.Hub, report, (edit, before) =>
        {
            var known = before.Seen.FirstOrDefault(s => s.Sighting.Case == report);
            if (known is not null && HubJson.SaySame(known, seen))
            {
                return before;
            }

            edit.Audit("travel.seen", known is null ? $"Seen on {Words(seen)}." : $"What is known of {Words(seen)} has changed.", ("report", report.ToString()));
            return before with
            {
                Seen = [.. (known is null ? before.Seen.Add(seen) : before.Seen.Replace(known, seen)).TakeLast(TravelRecord.MaxSeen)],
            };
        }, cancellationToken);
        return new TravelView(record.Journeys.First(j => j.Reports.Contains(report)), ToldBy(record, seen));
    }

    /// <summary>Takes a hit out: the person was not on that flight.</summary>
    public async Task ForgetAsync(Nominal nominal, CaseId report, CancellationToken cancellationToken)
    {
        if (await ReadAsync(nominal.Id, cancellationToken) is null)
        {
            return;
        }

        await EditAsync(nominal, Actor.Hub, report, (edit, before) =>
        {
            if (before.Seen.FirstOrDefault(s => s.Sighting.Case == report) is not { } known)
            {
                return before;
            }

            edit.Audit("travel.not-seen", $"Not on {Words(known)} after all.", ("report", report.ToString()));
            return before with { Seen = before.Seen.Remove(known) };
        }, cancellationToken);
    }

    /// <summary>Takes in what a person notified, or changes it.</summary>
    /// <exception cref="PermanentFailureException">More than <see cref="TravelRecord.MaxNotifications"/>; nothing was changed.</exception>
    public Task<TravelRecord> NotifyAsync(Nominal nominal, TravelNotification notification, Actor by, CancellationToken cancellationToken) =>
        EditAsync(nominal, by, null, (edit, before) =>
        {
            var known = before.Notifications.FirstOrDefault(n => n.Id == notification.Id);
            if (known is not null && HubJson.SaySame(known, notification))
            {
                return before;
            }

            if (known is null && before.Notifications.Length == TravelRecord.MaxNotifications)
            {
                throw new PermanentFailureException("too-many-notifications", $"A nominal has at most {TravelRecord.MaxNotifications} notifications.");
            }

            edit.Audit(
                known is null ? "travel.notified" : notification.WithdrawnAt is null ? "travel.notification-changed" : "travel.notification-withdrawn",
                $"Notified travel on {notification.Departs:yyyy-MM-dd} to {notification.Country}.", ("notification", notification.Id));
            return before with { Notifications = known is null ? before.Notifications.Add(notification) : before.Notifications.Replace(known, notification) };
        }, cancellationToken);

    /// <summary>Judges a nominal's journeys anew after the register changed; does nothing where no travel is known.</summary>
    public async Task RefreshAsync(string nominal, CancellationToken cancellationToken)
    {
        if (await ReadAsync(nominal, cancellationToken) is not null && await register.GetAsync(nominal, cancellationToken) is { } known)
        {
            await EditAsync(known, Actor.Hub, null, static (_, before) => before, cancellationToken);
        }
    }

    /// <summary>Takes over what was notified under records that are merged into this one now, and gives back what was under those that are not any more.</summary>
    public async Task AdoptAsync(Nominal nominal, ImmutableArray<AdoptedNotifications> adopted, CancellationToken cancellationToken)
    {
        if (adopted.IsEmpty && await ReadAsync(nominal.Id, cancellationToken) is null)
        {
            return;
        }

        await EditAsync(nominal, Actor.Hub, null, (edit, before) =>
        {
            if (HubJson.SaySame(before.Adopted, adopted))
            {
                return before;
            }

            edit.Audit("travel.adopted", string.Create(CultureInfo.InvariantCulture, $"What was notified under {adopted.Length} records merged into this one counts here."));
            return before with { Adopted = adopted };
        }, cancellationToken);
    }

    /// <summary>Has every report kept under a nominal judged anew: whom each is taken for has changed.</summary>
    public async Task ReassignAsync(string nominal, CancellationToken cancellationToken)
    {
        if (await ReadAsync(nominal, cancellationToken) is not { Seen.IsEmpty: false })
        {
            return;
        }

        await records.EditAsync<TravelRecord>(TravelRecord.Sort, nominal, Actor.Hub, (edit, kept) =>
        {
            if (kept is { Seen.IsEmpty: false })
            {
                edit.Audit("travel.reassigned", string.Create(CultureInfo.InvariantCulture, $"{kept.Seen.Length} reports are judged anew: records were merged or split."));
                edit.Emit(ReportEvents.Changed(edit.Case.Id, edit.Case.AuditHead, kept.Seen.Select(s => s.Sighting.Case), edit.Now));
            }

            return kept ?? new TravelRecord { Nominal = nominal };
        }, cancellationToken);
    }

    /// <param name="asking">The report that is being judged already and need not be told.</param>
    private async Task<TravelRecord> EditAsync(Nominal nominal, Actor by, CaseId? asking, Func<CaseEdit, TravelRecord, TravelRecord> change, CancellationToken cancellationToken)
    {
        var after = new TravelRecord { Nominal = nominal.Id };
        await records.EditAsync<TravelRecord>(TravelRecord.Sort, nominal.Id, by, (edit, kept) =>
        {
            var before = kept ?? new TravelRecord { Nominal = nominal.Id };
            var changed = change(edit, before);
            after = changed with { Journeys = JourneyJudging.Judge(changed, nominal, airports) };
            var affected = Affected(before, after).Where(r => r != asking).ToList();
            if (affected.Count > 0)
            {
                edit.Audit("travel.judged", string.Create(CultureInfo.InvariantCulture, $"{affected.Count} reports of these journeys are judged anew."));
                edit.Emit(ReportEvents.Changed(edit.Case.Id, edit.Case.AuditHead, affected, edit.Now));
            }
            else if (edit.IsEmpty && !HubJson.SaySame(before.Journeys, after.Journeys))
            {
                edit.Audit("travel.judged", "The journeys are judged otherwise than before.");
            }

            planning.Plan(edit, after, nominal);
            return after;
        }, cancellationToken);
        return after;
    }

    /// <summary>Reports still seen whose journey is not what it was.</summary>
    private static IEnumerable<CaseId> Affected(TravelRecord before, TravelRecord after) =>
        after.Journeys
            .SelectMany(j => j.Reports.Select(r => (Report: r, Journey: j)))
            .Where(now => before.Journeys.FirstOrDefault(j => j.Reports.Contains(now.Report)) is not { } was || !HubJson.SaySame(was, now.Journey))
            .Select(now => now.Report);

    /// <summary>Of several reports of one person on one flight the first known tells of it.</summary>
    private static CaseId? ToldBy(TravelRecord record, SeenTraveller seen) =>
        record.Seen.First(s => SameFlight(s.Sighting, seen.Sighting)).Sighting.Case is var first && first != seen.Sighting.Case ? first : null;

    private static bool SameFlight(Sighting a, Sighting b) => Leg.Of([a, b]).Count == 1;

    private string Words(SeenTraveller seen) =>
        FlightWords.Of(seen.Sighting.Flight, seen.Sighting.From, seen.Sighting.To, seen.Sighting.Departs, seen.Sighting.Arrives, airports);
}
