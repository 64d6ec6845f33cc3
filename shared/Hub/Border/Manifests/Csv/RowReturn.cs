using Hub.Border.Flights;
using Hub.Places;

namespace Hub.Border.Manifests.Csv;

/// <summary>What a row says of the flight back; each part null where it says nothing.</summary>
internal sealed record RowReturn(FlightTime? Lands, Airport? To, FlightDesignator? Flight)
{
    /// <summary>The return of somebody on a flight. Where the row gives a day and no airport, it is that of the airport this flight leaves.</summary>
    internal static RowReturn Read(RowFields row, AirportDirectory airports, Flight outward)
    {
        var moment = row.Moment("returns", "returnsTime");
        var to = RowFlight.ReadAirport(row, airports, "returnsTo");
        var clock = to ?? (airports.TryFind(outward.Legs[0].From, out var from) ? from : null);
        var lands = clock is null ? null : moment?.At(clock);
        if (lands?.Latest < (outward.Legs[0].Departs ?? outward.Legs[^1].Arrives)?.Earliest)
        {
            row.Refuse("returns", "date-impossible", "The return would be before the flight out.");
        }

        return new RowReturn(lands, to, RowFlight.ReadDesignator(row, "returnFlight"));
    }
}
