using Hub.Border.Flights;
using Hub.Border.Routes;
using Hub.Places;

namespace Hub.Border.Manifests.Screening;

/// <summary>Where somebody boards and leaves this flight: an itinerary may begin or end with another.</summary>
internal static class FlownStops
{
    /// <summary>Whether somebody may travel a monitored route on this flight, as far as the list says where they board and leave it.</summary>
    public static bool MayBeMonitored(Traveller traveller, RouteMap routes, AirportDirectory airports)
    {
        var flight = traveller.List.Flight;
        return routes.Covers(flight, Stop(traveller.Boards, flight, airports), Stop(traveller.Leaves, flight, airports));
    }

    /// <returns>Codes among the flight's stops: the first and the last where the list names none of them.</returns>
    public static (string Boards, string Leaves) Of(Traveller traveller, AirportDirectory airports)
    {
        var flight = traveller.List.Flight;
        return (Stop(traveller.Boards, flight, airports) ?? flight.Stops[0], Stop(traveller.Leaves, flight, airports) ?? flight.Stops[^1]);
    }

    /// <summary>The days in London between boarding and leaving it, as far as the list says; null where it does not.</summary>
    public static (DateOnly First, DateOnly Last)? DaysOf(Traveller traveller, AirportDirectory airports)
    {
        var (boards, leaves) = Of(traveller, airports);
        var (departs, arrives) = traveller.List.Flight.Between(boards, leaves);
        return BorderInterest.DaysOf(departs, arrives);
    }

    private static string? Stop(string? code, Flight flight, AirportDirectory airports) =>
        airports.TryFind(code, out var airport) && flight.Stops.Contains(airport.Code) ? airport.Code : null;
}
