using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Places;

namespace Hub.Border.Manifests.Csv;

/// <summary>What a row, or what is stated beside the file, says of a flight; each part null where it says nothing.</summary>
internal sealed record RowFlight(FlightDesignator? Designator, Airport? From, Airport? To, WrittenMoment? Departs, WrittenMoment? Arrives)
{
    private const int MaxVias = 8;

    internal ImmutableArray<Airport> Vias { get; init; } = [];

    /// <param name="row">The row.</param>
    /// <param name="airports">Where airports lie.</param>
    /// <param name="standInFrom">Whether where the passenger boards is to say where the flight leaves.</param>
    /// <param name="standInTo">Whether where the passenger leaves it is to say where the flight lands.</param>
    internal static RowFlight Read(RowFields row, AirportDirectory airports, bool standInFrom, bool standInTo) => new(
        ReadDesignator(row, "flight", row.Text("carrier")),
        ReadAirport(row, airports, standInFrom ? "boards" : "from"),
        ReadAirport(row, airports, standInTo ? "leaves" : "to"),
        row.Moment("departs", "departsTime"),
        row.Moment("arrives", "arrivesTime"))
    {
        Vias = [.. ViasOf(row, airports)],
    };

    internal static FlightDesignator? ReadDesignator(RowFields row, string field, string? carrier = null)
    {
        if (row.Text(field) is not { } text)
        {
            return null;
        }

        var number = carrier is not null && char.IsAsciiDigit(text[0]) && text.All(char.IsAsciiLetterOrDigit);
        if ((number && FlightDesignator.TryParse(carrier + text, out var designator)) || FlightDesignator.TryParse(text, out designator))
        {
            return designator;
        }

        row.Refuse(field, "flight-not-read", "Expected a flight such as BA9.");
        return null;
    }

    internal static Airport? ReadAirport(RowFields row, AirportDirectory airports, string field)
    {
        if (row.Text(field) is not { } code)
        {
            return null;
        }

        if (!airports.TryFind(code, out var airport))
        {
            row.Refuse(field, "airport-unknown", "No airport with that IATA, ICAO or UN/LOCODE is known.");
        }

        return airport;
    }

    private static IEnumerable<Airport> ViasOf(RowFields row, AirportDirectory airports)
    {
        foreach (var (i, code) in row.Vias().Take(MaxVias + 1).Index())
        {
            if (i == MaxVias)
            {
                row.Refuse("too-many-stops", $"More than {MaxVias} airports on the way.");
            }
            else if (airports.TryFind(code, out var airport))
            {
                yield return airport;
            }
            else
            {
                row.Refuse("airport-unknown", "via: No airport with that IATA, ICAO or UN/LOCODE is known.");
            }
        }
    }
}
