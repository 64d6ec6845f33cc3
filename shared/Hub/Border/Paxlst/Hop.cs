using Hub.Border.Flights;

namespace Hub.Border.Paxlst;

/// <summary>From one call to the next.</summary>
internal sealed record Hop(Call From, Call To)
{
    /// <summary>Whether the sender marks it as the hop over the border.</summary>
    public bool CrossesBorder => From.IsLastDeparture || To.IsFirstArrival;

    public FlightLeg Leg => new(From.Airport.Code, To.Airport.Code, From.Departs, To.Arrives);

    private FlightTime? Time => From.Departs ?? To.Arrives;

    /// <summary>
    /// The hops that some calls make, in their order. Senders give each hop both its airports, so that those between
    /// come twice, or chain the airports; both are read.
    /// </summary>
    public static List<Hop> Between(IReadOnlyList<Call> calls)
    {
        List<Hop> hops = [];
        Call? from = null;
        var arrived = false;
        foreach (var call in calls)
        {
            var departs = call.OnlyDeparts;
            var again = from is not null && from.Airport.Code == call.Airport.Code;
            if (from is null || again || (arrived && departs) || call.IsLastDeparture)
            {
                from = Merge(again ? from : null, call);
                arrived = arrived && again && !departs;
                continue;
            }

            hops.Add(new Hop(from, call));
            (from, arrived) = (call, true);
        }

        return hops;
    }

    /// <summary>The hops that join end to end around one of them: all of them where they do, as given or by time.</summary>
    public static IEnumerable<Hop> Connected(IReadOnlyList<Hop> hops, Hop around)
    {
        List<Hop> ordered = AllJoin(hops) ? [.. hops] : [.. hops.OrderBy(hop => hop.Time?.Earliest ?? DateTimeOffset.MaxValue)];
        var (first, last) = (ordered.IndexOf(around), ordered.IndexOf(around));
        while (first > 0 && Join(ordered[first - 1], ordered[first]))
        {
            first--;
        }

        while (last + 1 < ordered.Count && Join(ordered[last], ordered[last + 1]))
        {
            last++;
        }

        return ordered[first..(last + 1)];
    }

    private static Call Merge(Call? before, Call call)
    {
        call.Departs ??= before?.Departs;
        call.Arrives ??= before?.Arrives;
        return call;
    }

    private static bool AllJoin(IReadOnlyList<Hop> hops) => hops.Skip(1).Zip(hops, (later, earlier) => Join(earlier, later)).All(joined => joined);

    private static bool Join(Hop earlier, Hop later) => earlier.To.Airport.Code == later.From.Airport.Code;
}
