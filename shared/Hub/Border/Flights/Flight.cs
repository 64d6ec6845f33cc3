using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hub.Border.Flights;

/// <summary>One hop of a flight.</summary>
/// <param name="From">IATA code of the airport left.</param>
/// <param name="To">IATA code of the airport reached.</param>
/// <param name="Departs">Scheduled, on the clocks of <paramref name="From"/>; null where not known.</param>
/// <param name="Arrives">Scheduled, on the clocks of <paramref name="To"/>; null where not known.</param>
public sealed record FlightLeg(string From, string To, FlightTime? Departs, FlightTime? Arrives);

/// <summary>A flight: one designator, one day, one hop or several.</summary>
public sealed record Flight
{
    /// <summary>Airline designator, two or three characters, upper case: <c>BA</c>.</summary>
    public required string Carrier { get; init; }

    /// <summary>Flight number without leading zeros, with its operational suffix if any: <c>9</c>, <c>117A</c>.</summary>
    public required string Number { get; init; }

    /// <summary>In the order flown; one or more.</summary>
    public required ImmutableArray<FlightLeg> Legs { get; init; }

    /// <summary>As on a ticket: <c>BA9</c>.</summary>
    [JsonIgnore]
    public string Designator => Carrier + Number;

    /// <summary>IATA codes of the airports it touches, in the order flown.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Stops => [Legs[0].From, .. Legs.Select(l => l.To)];

    /// <summary>When it leaves an airport, and when it next lands at another; null where the flight does not say.</summary>
    public (FlightTime? Departs, FlightTime? Arrives) Between(string boards, string leaves)
    {
        var first = Legs.FirstOrDefault(l => l.From == boards) ?? Legs[0];
        var last = Legs.LastOrDefault(l => l.To == leaves) ?? Legs[^1];
        return (first.Departs, last.Arrives);
    }

    /// <summary>
    /// What names this flight among all: designator, the day it first leaves on that airport's calendar, and that
    /// airport. A later list with other times, or a hop more, is still about the same flight.
    /// </summary>
    [JsonIgnore]
    public string Key => $"{Designator}/{(Legs[0].Departs ?? Legs[0].Arrives)?.Day:yyyy-MM-dd}/{Legs[0].From}";
}
