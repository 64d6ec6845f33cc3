using System.Collections.Immutable;
using Hub.Border.Flights;

namespace Hub.Border.Travel;

/// <summary>What the law asks of a journey: when it began and ended as far as that is known, and where it first led.</summary>
internal sealed record Absence
{
    /// <summary>A flight that leaves this soon after the landing before is a connection, not a stay.</summary>
    private static readonly TimeSpan Connection = TimeSpan.FromHours(24);

    public required Journey Journey { get; init; }

    public required Departure Departure { get; init; }

    /// <summary>The days the return may fall on; null where nobody but the traveller says.</summary>
    public required DayRange? Returns { get; init; }

    /// <summary>The hits of the way out: the first flight and its connections. Empty where the departure was not seen.</summary>
    public required ImmutableArray<Sighting> WayOut { get; init; }

    /// <summary>The last day by which they had left: that of departure, or of the first hit.</summary>
    public DateOnly AwayBy => Departure.Days.Last;

    public static Absence Of(Journey journey)
    {
        var returns = journey.Return is { Source: not ReturnSource.Notification } known ? DayRange.Of(known.Lands) : (DayRange?)null;
        var first = DayRange.Of(journey.Sightings[0].Departs);
        return new Absence
        {
            Journey = journey,
            Departure = journey.Out is { } left ? Departure.Of(left.Departs) : Departure.Unseen(first.First.AddDays(-TravelWindows.Unseen), first.Last),
            Returns = returns,
            WayOut = journey.Out is null ? [] : Way(journey.Sightings),
        };
    }

    private static ImmutableArray<Sighting> Way(ImmutableArray<Sighting> sightings)
    {
        var way = ImmutableArray.CreateBuilder<Sighting>();
        foreach (var sighting in sightings)
        {
            if (sighting.Kind() is not (LegKind.Out or LegKind.Between)
                || (way.Count > 0 && sighting.Departs.Earliest - Landing(way[^1]).Latest > Connection))
            {
                break;
            }

            way.Add(sighting);
        }

        return way.ToImmutable();
    }

    private static FlightTime Landing(Sighting sighting) => sighting.Arrives ?? sighting.Departs;
}
