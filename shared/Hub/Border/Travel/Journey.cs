using System.Collections.Immutable;
using Hub.Border.Flights;

namespace Hub.Border.Travel;

/// <summary>
/// One absence from the United Kingdom, as far as hits show it: out, legs between foreign places, and back. Either end
/// may not have been seen. A flight within the United Kingdom is a journey by itself, with neither end.
/// </summary>
public sealed record Journey
{
    /// <summary>The hits of it in the order flown, those of one flight beside each other; one or more.</summary>
    public required ImmutableArray<Sighting> Sightings { get; init; }

    /// <summary>The hit that left the United Kingdom; null where the departure was not seen.</summary>
    public required Sighting? Out { get; init; }

    /// <summary>The hit that came back; null where not seen yet.</summary>
    public required Sighting? Back { get; init; }

    /// <summary>The return by the best source there is: the flight back seen, an officer, the border; null where none says.</summary>
    public required KnownReturn? Return { get; init; }

    /// <summary>When they left the United Kingdom; null where the departure was not seen.</summary>
    public FlightTime? Left => Out?.Departs;
}
