using Hub.Border.Flights;
using Hub.Time;

namespace Hub.Border.Travel;

/// <summary>The days of London's calendar that a moment may fall on, both included; one day where it is known well enough.</summary>
internal readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    public static DayRange Of(FlightTime time) => new(LondonTime.DateOf(time.Earliest), LondonTime.DateOf(time.Latest));

    public bool IsOneDay => First == Last;

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Days between this range and a day outside it; 0 for one inside.</summary>
    public int DistanceTo(DateOnly day) =>
        day < First ? First.DayNumber - day.DayNumber : Math.Max(0, day.DayNumber - Last.DayNumber);
}
