using System.Collections.Immutable;
using Hub.Border.Hits;

namespace Hub.Border.Manifests.Screening;

/// <summary>Who travels under the bookings of hits: how many, and which of them are children. Collected in a second reading of the file.</summary>
internal sealed class Companions
{
    /// <summary>Below this age a person is a child (Children Act 1989 s.105).</summary>
    private const int Adult = 18;

    /// <summary>Children kept of one booking.</summary>
    private const int MaxChildren = 30;

    private readonly Dictionary<(string Flight, string Booking), List<Traveller>> children = [];
    private readonly Dictionary<(string Flight, string Booking), int> counts = [];

    public Companions(IEnumerable<ReferencedHit> hits)
    {
        foreach (var traveller in hits.Select(h => h.Hit.Traveller).Where(t => t.Booking is not null))
        {
            counts[KeyOf(traveller)] = 0;
            children[KeyOf(traveller)] = [];
        }
    }

    /// <summary>False where no hit has a booking: there is nothing to look for.</summary>
    public bool AreWanted => counts.Count > 0;

    public void Look(Traveller traveller)
    {
        if (traveller.Booking is null || traveller.List.Function == ListFunction.Removal || !counts.TryGetValue(KeyOf(traveller), out var count))
        {
            return;
        }

        counts[KeyOf(traveller)] = count + 1;
        if (IsChild(traveller) && children[KeyOf(traveller)] is { Count: < MaxChildren } found)
        {
            found.Add(traveller);
        }
    }

    /// <summary>How many others travel with a hit; null where the list gives no booking.</summary>
    public int? CountWith(Traveller hit) => hit.Booking is null ? null : counts[KeyOf(hit)] - 1;

    public ImmutableArray<ChildOnBooking> ChildrenWith(Traveller hit) => hit.Booking is null
        ? []
        : [.. children[KeyOf(hit)].Where(t => t.At != hit.At).Select(t => new ChildOnBooking(t.Person.Name.ToString(), t.Person.Born!.Value, t.Person.Sex))];

    private static (string Flight, string Booking) KeyOf(Traveller traveller) => (traveller.List.Flight.Key, traveller.Booking!);

    /// <summary>Under 18 on the day of the flight, or perhaps: who is only known by year counts.</summary>
    private static bool IsChild(Traveller traveller)
    {
        var leg = traveller.List.Flight.Legs[0];
        return (leg.Departs ?? leg.Arrives) is { } time && traveller.Person.Born is { } born && born.AgeOn(time.Day).Youngest < Adult;
    }
}
