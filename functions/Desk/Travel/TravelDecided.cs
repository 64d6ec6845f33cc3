using System.Collections.Immutable;
using System.Text.Json;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Desk.Pages.TravelHistory;
using Hub.Desk.Words;
using Hub.Json;
using Hub.Places;
using Hub.Time;

namespace Hub.Functions.Desk.Travel;

/// <summary>What officers decided about a journey, in words.</summary>
internal static class TravelDecided
{
    /// <summary>As a person's travel keeps it; also that nobody has decided where somebody should.</summary>
    public static ImmutableArray<string> Words(TravelRecord record, JudgedJourney journey)
    {
        var met = record.Seen.Where(s => journey.Reports.Contains(s.Sighting.Case)).Select(s => s.Interception).OfType<InterceptionDecision>().MaxBy(d => d.At);
        return
        [
            .. new[]
            {
                journey.Breach is { } breach ? $"{TravelDecisionWords.Outcome(TravelDecision.Breach, breach.Outcome)}: {breach.By} on {LondonTime.Words(breach.At)}. {breach.Rationale}"
                    : journey.Judgement.SuspectedBreach ? "Nobody has decided yet whether this is a breach." : null,
                met is null ? null : $"{TravelDecisionWords.Outcome(TravelDecision.Interception, met.Cancelled ? TravelDecision.Cancel : TravelDecision.Keep)}: decided on {LondonTime.Words(met.At)}.",
            }.OfType<string>(),
        ];
    }

    /// <summary>A decision of a case.</summary>
    public static ShownDecision Of(CaseDecision decision, AirportDirectory airports, CountryDirectory countries) =>
        new($"{TravelDecisionWords.Outcome(decision.Kind, decision.Outcome)}{Details(decision, airports, countries)}", decision.By.Id, decision.At, decision.Rationale);

    /// <summary>The rule in force on the day of departure; null where none was, or the person was not subject.</summary>
    public static string? RuleOf(TravelJudgement judgement) => TravelRules.Default.All.FirstOrDefault(r => r.Id == judgement.Rule)?.Words;

    /// <summary>The reasons beside that rule, which is among them.</summary>
    public static ImmutableArray<string> ReasonsOf(TravelJudgement judgement) => [.. judgement.Reasons.Where(r => r != RuleOf(judgement))];

    /// <summary>When and where somebody lands, and who says so.</summary>
    public static string Back(KnownReturn back, AirportDirectory airports) => $"{Landing(back, airports)}, {ReturnWords.Of(back.Source)}";

    private static string Landing(KnownReturn back, AirportDirectory airports) =>
        $"{FlightWords.Of(back.Lands)}{(back.At is { } at ? $" at {FlightWords.Place(at, airports)}" : "")}{(back.Flight is { } flight ? $" on {flight}" : "")}";

    private static string Details(CaseDecision decision, AirportDirectory airports, CountryDirectory countries) => (decision.Kind, decision.Details) switch
    {
        (TravelDecision.Return, { } details) when details.Deserialize<KnownReturn>(HubJson.Options) is { } back => $": {Landing(back, airports)}",
        (TravelDecision.ForeignAuthority, { } details) when details.Deserialize<ForeignAuthorityDetails>(HubJson.Options) is { } told =>
            $": {told.Authority ?? "the police"}, {(countries.TryFind(told.Country, out var country) ? country.Name : told.Country)}",
        _ => "",
    };
}
