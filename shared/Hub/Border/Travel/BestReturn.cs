using Hub.Border.Flights;
using Hub.Time;

namespace Hub.Border.Travel;

/// <summary>Chooses what is known of the return of one journey.</summary>
internal static class BestReturn
{
    /// <summary>The flight back; else what was stated with one of the hits, by the best source, then the newest word, then the latest flight.</summary>
    /// <param name="legs">Of one journey, in the order flown.</param>
    /// <param name="before">The flight that shows the person back in the United Kingdom, where one does: they returned before it.</param>
    public static KnownReturn? Of(List<Leg> legs, Leg? before)
    {
        if (legs[^1] is { Kind: LegKind.Back } back)
        {
            return new KnownReturn(Landing(back), back.Best.To, back.Best.Flight, ReturnSource.Sighted);
        }

        return legs
            .SelectMany((leg, i) => leg.Sightings.Select(sighting => (Stated: sighting.Return, Leg: i)))
            .Where(stated => stated.Stated is { } known
                && known.Lands.Latest > legs[0].Best.Departs.Earliest
                && (before is null || known.Lands.Earliest < before.Best.Departs.Latest))
            .OrderByDescending(stated => stated.Stated!.Source)
            .ThenByDescending(stated => stated.Stated!.SaidAt)
            .ThenByDescending(stated => stated.Leg)
            .ThenBy(stated => stated.Stated!.Lands.Latest - stated.Stated.Lands.Earliest)
            .ThenBy(stated => stated.Stated!.Lands.Earliest)
            .ThenBy(stated => (stated.Stated!.At, stated.Stated.Flight))
            .Select(stated => stated.Stated)
            .FirstOrDefault();
    }

    private static FlightTime Landing(Leg back)
    {
        if (back.Sightings.Select(sighting => sighting.Arrives).OfType<FlightTime>().MinBy(arrives => arrives.Latest - arrives.Earliest) is { } arrives)
        {
            return arrives;
        }

        var departs = back.Best.Departs;
        return new FlightTime(LondonTime.DateOf(departs.Earliest), LondonTime.Of(departs.Earliest), LondonTime.Of(departs.Latest + TravelWindows.LongestFlight));
    }
}
