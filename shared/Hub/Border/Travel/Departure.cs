using Hub.Border.Flights;
using Hub.Time;

namespace Hub.Border.Travel;

/// <summary>When somebody left the United Kingdom, as far as it is known.</summary>
/// <param name="Earliest">The first moment it can have been.</param>
/// <param name="Latest">The last moment it can have been.</param>
/// <param name="Seen">Whether a hit shows it; where not, it is worked out from a later hit.</param>
internal sealed record Departure(DateTimeOffset Earliest, DateTimeOffset Latest, bool Seen)
{
    /// <summary>The days in London.</summary>
    public DayRange Days { get; } = new(LondonTime.DateOf(Earliest), LondonTime.DateOf(Latest));

    public static Departure Of(FlightTime time) => new(time.Earliest, time.Latest, Seen: true);

    /// <summary>Some time on a day, or from one day to another, in London; not seen.</summary>
    public static Departure Unseen(DateOnly first, DateOnly last) =>
        new(LondonTime.StartOf(first), LondonTime.StartOf(last.AddDays(1)).AddSeconds(-1), Seen: false);

    /// <summary>Days of London's calendar from a moment to departure, at least and at most.</summary>
    public (int Least, int Most) DaysSince(DateTimeOffset moment)
    {
        var from = LondonTime.DateOf(moment).DayNumber;
        return (Days.First.DayNumber - from, Days.Last.DayNumber - from);
    }

    /// <summary>Whether a moment lies before departure for certain.</summary>
    public bool IsAfter(DateTimeOffset moment) => moment <= Earliest;
}
