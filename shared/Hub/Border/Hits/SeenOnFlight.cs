using System.Text.Json;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Json;
using Hub.Places;

namespace Hub.Border.Hits;

/// <summary>A hit, with what officers decided about it, as the nominal's travel history takes it.</summary>
internal static class SeenOnFlight
{
    /// <returns>Null where an airport is not in the directory or no time is known: nothing can be judged then.</returns>
    public static SeenTraveller? Of(ManifestMatch match, CaseFile file, AirportDirectory airports)
    {
        var (departs, arrives) = match.Flight.Between(match.Boards, match.Leaves);
        if (!airports.TryFind(match.Boards, out var from) || !airports.TryFind(match.Leaves, out var to) || (departs ?? Before(arrives)) is not { } left)
        {
            return null;
        }

        return new SeenTraveller
        {
            Sighting = new Sighting
            {
                Case = file.Id,
                Flight = match.Flight.Designator,
                From = from.Code,
                FromCountry = from.Country,
                To = to.Code,
                ToCountry = to.Country,
                Departs = left,
                Arrives = arrives,
                AsCrew = match.Crew,
                Return = ReturnOf(match, file.Decisions),
            },
            Traveller = Listed(match),
            Breach = TravelDecision.Newest(file.Decisions, TravelDecision.Breach) is { } breach ? new BreachDecision(breach.Outcome, breach.Rationale, breach.By.Id, breach.At) : null,
            Interception = TravelDecision.Newest(file.Decisions, TravelDecision.Interception) is { } met ? new InterceptionDecision(met.Outcome == TravelDecision.Cancel, met.At) : null,
            ToldCountry = TravelDecision.Newest(file.Decisions, TravelDecision.ForeignAuthority) is { Outcome: TravelDecision.Tell, Details: { } told }
                ? told.Deserialize<ForeignAuthorityDetails>(HubJson.Options)?.Country
                : null,
        };
    }

    public static ListedTraveller Listed(ManifestMatch match) => new(match.Traveller.Name.ToString(), match.Traveller.Born, match.Traveller.Sex, match.Traveller.Documents);

    /// <summary>An officer's word, also that the return is not known after all, goes before what the list says.</summary>
    private static KnownReturn? ReturnOf(ManifestMatch match, IEnumerable<CaseDecision> decisions) => TravelDecision.Newest(decisions, TravelDecision.Return) switch
    {
        { Outcome: TravelDecision.Known, Details: { } details, At: var at } => details.Deserialize<KnownReturn>(HubJson.Options) is { } known ? known with { SaidAt = at } : null,
        { Outcome: TravelDecision.Unknown } => null,
        _ => match.Return,
    };

    private static FlightTime? Before(FlightTime? arrives)
    {
        if (arrives is null)
        {
            return null;
        }

        var earliest = arrives.Earliest - TravelWindows.LongestFlight;
        return new FlightTime(DateOnly.FromDateTime(earliest.DateTime), earliest, arrives.Latest);
    }
}
