using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Desk.Pages.TravelHistory;
using Hub.Desk.Words;
using Hub.Feeds;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Notices;
using Hub.Places;
using Hub.Time;

namespace Hub.Functions.Desk.Travel;

/// <summary>Makes the cards of journeys; what only a report holds is on them where the reader may read that report.</summary>
public sealed class JourneyCards(ICaseStore cases, FeedCatalog feeds, AirportDirectory airports, CountryDirectory countries, RecipientWords recipients, Access access, Reads reads)
{
    /// <summary>Reports of one journey that are read.</summary>
    private const int MaxReports = 6;

    /// <param name="from">The place in the record of the oldest journey wanted.</param>
    /// <param name="until">The place after that of the newest.</param>
    /// <param name="told">The notices of the person's travel; none for those who may not see them.</param>
    /// <returns>Newest first.</returns>
    public async Task<ImmutableArray<JourneyCard>> MakeAsync(Caller caller, KnownTravel travel, int from, int until, ImmutableArray<Notice> told, CancellationToken cancellationToken)
    {
        var journeys = travel.Record.Journeys[from..until];
        var read = await Task.WhenAll(journeys.SelectMany(j => j.Reports.Take(MaxReports)).Select(id => cases.ReadAsync(id, cancellationToken)));
        var files = read.OfType<CaseFile>().Where(f => access.MayReach(caller, Operation.ReadReport, f)).ToDictionary(f => f.Id);
        await Task.WhenAll(files.Keys.Select(id => reads.AllowedAsync(caller, Operation.ReadReport, $"case:{id}", null, cancellationToken)));
        return [.. journeys.Select((journey, i) => Card(caller, travel, journey, from + i + 1, [.. journey.Reports.Where(files.ContainsKey).Select(id => files[id])], told)).Reverse()];
    }

    private JourneyCard Card(Caller caller, KnownTravel travel, JudgedJourney journey, int number, ImmutableArray<CaseFile> reports, ImmutableArray<Notice> told)
    {
        var judgement = journey.Judgement;
        var notified = travel.NotifiedOf(journey);
        var decidable = reports.FirstOrDefault(f => f.Status != CaseStatus.Withdrawn && access.MayReach(caller, Operation.DecideTravel, f));
        return new JourneyCard
        {
            Number = number,
            Title = $"{KnownTravel.NameOf(journey)}{(journey.Left is { } left ? $", left {LondonTime.Words(left.Day)}" : journey.Country is null ? "" : ", departure not seen")}",
            Outcome = judgement.Outcome,
            Flights = journey.Flights,
            Left = journey.Left is { } departed ? FlightWords.Of(departed) : journey.Country is null ? "Did not leave the United Kingdom" : "Not seen",
            Back = journey.Return is { } back ? TravelDecided.Back(back, airports) : journey.Country is null ? "Did not leave the United Kingdom" : "Not known",
            Along = [.. reports.SelectMany(Along).Distinct()],
            Rule = TravelDecided.RuleOf(judgement),
            Reasons = TravelDecided.ReasonsOf(judgement),
            Notified = notified is null ? null : travel.Words(notified),
            Decisions = Decisions(journey, reports),
            Ahead = [.. Ahead(journey, told)],
            DecideAddress = decidable is null ? null : $"/desk/travel/reports/{decidable.Id}",
        };
    }

    /// <summary>Those of the reports read; and that on a breach, which everybody who may read of the travel may know.</summary>
    private ImmutableArray<ShownDecision> Decisions(JudgedJourney journey, ImmutableArray<CaseFile> reports)
    {
        var known = reports.SelectMany(f => f.Decisions).ToList();
        var decisions = known.Select(d => TravelDecided.Of(d, airports, countries));
        return journey.Breach is { } breach && !known.Any(d => d.Kind == TravelDecision.Breach && d.At == breach.At)
            ? [.. decisions.Append(new ShownDecision(TravelDecisionWords.Outcome(TravelDecision.Breach, breach.Outcome), breach.By, breach.At, breach.Rationale)).OrderByDescending(d => d.At)]
            : [.. decisions.OrderByDescending(d => d.At)];
    }

    /// <summary>Who is told before the landing. The border liaison's notice names no journey: it is that of the same landing.</summary>
    private IEnumerable<string> Ahead(JudgedJourney journey, ImmutableArray<Notice> told)
    {
        var standing = told.Where(n => n.Kind is NoticeKind.Interception or NoticeKind.ReturnFlight && n.State != NoticeState.Withdrawn).ToList();
        var own = standing.Where(n => FlightContent.Of(n).Reports is { } reports && journey.Reports.Any(r => reports.Contains(r.ToString()))).ToList();
        return standing.Where(n => own.Contains(n) || own.Any(o => o.Kind == n.Kind && o.PlannedFor == n.PlannedFor && o.Due == n.Due && n.Recipient == Recipient.BorderLiaison))
            .Select(n => $"{recipients.Of(n.Recipient)}: {(n.Kind == NoticeKind.Interception ? "to meet the flight" : "to know of the landing")}, {Standing(n)}.");
    }

    private static string Standing(Notice notice) => notice switch
    {
        { State: NoticeState.Planned, PlannedFor: { } planned } => $"told {LondonTime.Words(planned)}",
        { AcknowledgedAt: { } at } => $"acknowledged by {notice.AcknowledgedBy?.Id} on {LondonTime.Words(at)}",
        _ => "told, and not acknowledged yet",
    };

    private IEnumerable<string> Along(CaseFile file) => feeds.Find(file.Feed) is ITravelFeed feed ? TravelCompany.Words(feed.Listed(file.Report)) : [];
}
