using System.Text.Json;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.TravelReport;
using Hub.Desk.Words;
using Hub.Feeds;
using Hub.Identity;
using Hub.Json;
using Hub.Matching;
using Hub.Places;

namespace Hub.Functions.Desk.Travel;

/// <summary>A person on a flight as the page to decide shows it.</summary>
public sealed class TravelReports(FeedCatalog feeds, AirportDirectory airports, CountryDirectory countries)
{
    /// <summary>Null where the report is of nobody travelling.</summary>
    /// <param name="on">The kind of decision asked for; where it is none, the first that waits.</param>
    /// <param name="form">As it was entered; empty where nothing was.</param>
    public TravelReportModel? Of(Caller caller, CaseFile file, string? on, FormState form)
    {
        if (feeds.Find(file.Feed) is not ITravelFeed feed)
        {
            return null;
        }

        var hit = feed.Listed(file.Report);
        var journey = file.Conclusion?.Deserialize<JudgedAs>(HubJson.Options)?.Journey;
        var kind = on is not null && TravelReportModel.Kinds.Contains(on) ? on : NextOf(file);
        var nominal = (file.Match?.Outcome as MatchOutcome.Match)?.Nominal;
        return new TravelReportModel
        {
            Report = file.Id.Value,
            Flight = FlightWords.Of(hit.Flight, hit.From, hit.To, hit.Departs, hit.Arrives, airports),
            Who = TravellerWords.Of(hit.Traveller),
            Identity = Identity(file),
            Along = [.. TravelCompany.Words(hit)],
            Remarks = hit.Remarks,
            Back = (journey?.Return ?? hit.Return) is { } back ? TravelDecided.Back(back, airports) : null,
            Outcome = journey?.Judgement.Outcome,
            Rule = journey is null ? null : TravelDecided.RuleOf(journey.Judgement),
            Reasons = journey is null ? [] : TravelDecided.ReasonsOf(journey.Judgement),
            Decisions = [.. file.Decisions.Reverse().Select(d => TravelDecided.Of(d, airports, countries))],
            Obstacle = Obstacle(file),
            On = kind,
            Knowing = file.Decisions.Count(d => d.Kind == kind),
            Form = form,
            PersonAddress = nominal is null ? null : TravelRight.AddressFor(caller, nominal, file.Notices.FirstOrDefault(n => n.Recipient == caller.OwnRecipient && TravelRight.NominalOf(n) == nominal && n.State != Hub.Notices.NoticeState.Withdrawn)),
        };
    }

    /// <summary>Whether it was a breach comes first; then when they come back.</summary>
    private static string NextOf(CaseFile file) =>
        TravelReportModel.Kinds.FirstOrDefault(k => TravelDecision.Newest(file.Decisions, k) is null) ?? TravelDecision.Breach;

    private static string Identity(CaseFile file) => file.Match switch
    {
        { Decision: { Confirmed: true } decision } => $"{decision.By.Id} confirmed that this is the person on the register: {decision.Rationale}",
        { Outcome: MatchOutcome.Match } match => $"This is the person on the register. {match.Because}",
        { Outcome: MatchOutcome.Possible } match => $"This may be a person on the register, and nobody has decided. {match.Because}",
        { } match => $"Nobody on the register. {match.Because}",
        null => "Not compared with the register yet.",
    };

    private static string? Obstacle(CaseFile file) => file switch
    {
        { Status: CaseStatus.Withdrawn } => "This report was withdrawn: the person was not on the flight after all. There is nothing to decide.",
        { Match.Outcome: MatchOutcome.Match } => null,
        { Match.Outcome: MatchOutcome.Possible } => "Nobody is identified yet: this may be somebody on the register. Decide the match first, in the review queue; nothing may rest on it before.",
        _ => "Nobody is identified: there is nothing to decide.",
    };
}
