using Hub.Border.Flights;
using Hub.Feeds;
using Hub.Json;
using Hub.Places;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>Reads how and when somebody lands, as far as the sender knows.</summary>
internal static class ArrivalReading
{
    /// <summary>Who landed that recently is more urgent, not less; before that, the date is more likely wrong than the alert so late.</summary>
    private static readonly TimeSpan LongestPast = TimeSpan.FromDays(7);

    private const int FurthestYears = 2;

    /// <summary>Null where nothing is said, or only what is wrong.</summary>
    public static Arrival? Read(JsonFields fields, ReadingContext context)
    {
        var flight = fields.OptionalText("flight", 40);
        var port = Port(fields, context);

        // All ports of the United Kingdom keep London's time.
        context.Airports.TryFind("LHR", out var london);
        var lands = FlightFields.LandingTime(fields, "lands", london!);
        if (lands?.Latest < context.Now - LongestPast)
        {
            fields.Refuse("lands", "arrival-long-past", "The arrival is more than seven days past. If the date is right, the person is here: tell the police by other means, and send the alert without it.");
        }
        else if (lands?.Earliest > context.Now.AddYears(FurthestYears))
        {
            fields.Refuse("lands", "arrival-too-far", "The arrival is more than two years ahead; check the year.");
        }

        return flight is null && port is null && lands is null
            ? null
            : new Arrival(FlightDesignator.TryParse(flight, out var designator) ? designator.ToString() : flight, port, lands);
    }

    private static string? Port(JsonFields fields, ReadingContext context)
    {
        if (fields.OptionalText("port", 100) is not { } text)
        {
            return null;
        }

        if (context.Ports.TryFind(text, out var port))
        {
            return port.Code;
        }

        if (context.Airports.TryFind(text, out var airport) && airport.Country != Airport.UnitedKingdom)
        {
            fields.Refuse("port", "port-outside-uk", "That airport is not in the United Kingdom. Give the port where the person lands here.");
        }
        else
        {
            fields.Refuse("port", "unknown-port", "Not a port in the directory: give its code (IATA, ICAO or UN/LOCODE) or its name, or leave it out where it is not known. A city's code does not say which airport.");
        }

        return null;
    }
}
