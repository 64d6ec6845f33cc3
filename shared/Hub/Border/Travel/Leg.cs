using System.Collections.Immutable;

namespace Hub.Border.Travel;

/// <summary>One flight of one person, with every hit that shows it: typed by an officer, found by screening, or both.</summary>
/// <param name="Best">The hit that says most exactly when it flew.</param>
/// <param name="Sightings">All of them, the best first.</param>
internal sealed record Leg(Sighting Best, ImmutableArray<Sighting> Sightings)
{
    public LegKind Kind => Best.Kind();

    /// <summary>Legs in the order they left, hits of the same flight put together.</summary>
    public static List<Leg> Of(IEnumerable<Sighting> sightings)
    {
        // Widest last, so that a hit that knows only the landing finds the one that knows more. Same start and the
        // same day of departure, or of landing at the same place, by the same designator is the same flight; and
        // nobody takes two flights at one moment, whatever each list calls it (a code share, an airline's ICAO code).
        var legs = new List<List<Sighting>>();
        var known = new Dictionary<(string Flight, string From, string? To, DateOnly Day), List<Sighting>>();
        var leaving = new Dictionary<(string From, string To, DateTimeOffset At), List<Sighting>>();
        foreach (var sighting in sightings.Order(BestFirst))
        {
            var start = (sighting.Flight, sighting.From, (string?)null, sighting.Departs.Day);
            var end = sighting.Arrives is { } arrives ? (sighting.Flight, sighting.From, sighting.To, arrives.Day) : start;
            var moment = sighting.Departs.IsExact ? (sighting.From, sighting.To, sighting.Departs.Earliest.ToUniversalTime()) : default;
            var leg = known.GetValueOrDefault(start) ?? known.GetValueOrDefault(end) ?? leaving.GetValueOrDefault(moment);
            if (leg is null)
            {
                legs.Add(leg = []);
            }

            leg.Add(sighting);
            known.TryAdd(start, leg);
            known.TryAdd(end, leg);
            if (sighting.Departs.IsExact)
            {
                leaving.TryAdd(moment, leg);
            }
        }

        return [.. legs.Select(hits => new Leg(hits[0], [.. hits])).OrderBy(leg => leg.Best, InOrderFlown)];
    }

    /// <summary>By departure; two hits that compare as equal are one hit.</summary>
    public static readonly Comparer<Sighting> InOrderFlown = Comparer<Sighting>.Create(ByTime);

    private static readonly Comparer<Sighting> BestFirst = Comparer<Sighting>.Create((a, b) =>
        Exactness(a).CompareTo(Exactness(b)) is not 0 and var order ? order : ByTime(a, b));

    private static int ByTime(Sighting a, Sighting b) => Order(a).CompareTo(Order(b));

    private static (TimeSpan, bool, bool) Exactness(Sighting sighting) =>
        (sighting.Departs.Latest - sighting.Departs.Earliest, sighting.Arrives is null, sighting.AsCrew);

    // Ends in the case's id, which no two hits share, so that the order of the input never shows.
    private static (DateTimeOffset, DateTimeOffset, LegKind, string, string, string, Guid) Order(Sighting sighting) => (
        sighting.Departs.Earliest, sighting.Departs.Latest, sighting.Kind(), sighting.Flight, sighting.From, sighting.To, sighting.Case.Value);
}
