using System.Collections.Immutable;

namespace Hub.Border.Travel;

/// <summary>Joins hits of one person into journeys.</summary>
public static class Journeys
{
    /// <summary>
    /// Every sighting is in exactly one journey; journeys come in the order they began. The order of the input does
    /// not matter. A flight out opens a journey; flights between foreign places and the first flight back belong to it.
    /// A flight that starts in the United Kingdom ends what was open: whoever takes it had come back, unseen.
    /// </summary>
    public static ImmutableArray<Journey> Join(IEnumerable<Sighting> sightings)
    {
        var legs = Leg.Of(sightings);
        var journeys = new List<Journey>();
        var open = new List<Leg>();
        for (var i = 0; i < legs.Count; i++)
        {
            if (i + 1 < legs.Count && ComesFirst(legs[i + 1], legs[i], open))
            {
                (legs[i], legs[i + 1]) = (legs[i + 1], legs[i]);
            }

            var leg = legs[i];
            if (leg.Kind is LegKind.Out or LegKind.Domestic)
            {
                Close(before: leg);
            }

            open.Add(leg);
            if (leg.Kind is LegKind.Back or LegKind.Domestic)
            {
                Close(before: null);
            }
        }

        Close(before: null);
        return [.. journeys];

        void Close(Leg? before)
        {
            if (open.Count > 0)
            {
                journeys.Add(Made(open, before));
                open.Clear();
            }
        }
    }

    private static Journey Made(List<Leg> legs, Leg? before)
    {
        var domestic = legs[0].Kind == LegKind.Domestic;
        return new Journey
        {
            Sightings = [.. legs.SelectMany(leg => leg.Sightings)],
            Out = legs[0].Kind == LegKind.Out ? legs[0].Best : null,
            Back = legs[^1].Kind == LegKind.Back ? legs[^1].Best : null,
            Return = domestic ? null : BestReturn.Of(legs, before),
        };
    }

    // Two flights whose times are not known well enough to tell which was first go in the order that leads somewhere:
    // out before back for somebody at home, back before out for somebody abroad.
    private static bool ComesFirst(Leg later, Leg earlier, List<Leg> open) =>
        later.Best.Departs.Earliest <= earlier.Best.Departs.Latest
        && !(earlier.Best.Departs.IsExact && later.Best.Departs.IsExact)
        && Follows(later, open) && !Follows(earlier, open);

    private static bool Follows(Leg leg, List<Leg> open) =>
        open.Count == 0 ? leg.Kind is LegKind.Out or LegKind.Domestic : leg.Kind is LegKind.Back or LegKind.Between;
}
