using System.Globalization;
using Hub.Places;
using Hub.Time;

namespace Hub.Border.Flights;

/// <summary>Flights and their times for people, on the clocks of the airport.</summary>
public static class FlightWords
{
    /// <summary><c>Tuesday 1 December 2026 at 9:30pm</c>, or the day alone where the time is not known.</summary>
    public static string Of(FlightTime time)
    {
        var day = LondonTime.Words(time.Day);
        if (time.Latest - time.Earliest > TimeSpan.FromHours(2))
        {
            return day;
        }

        var clock = time.Earliest;
        return (clock.Hour, clock.Minute) switch
        {
            (0, 0) => $"{day} at midnight",
            (12, 0) => $"{day} at midday",
            _ => $"{day} at {clock.ToString("h:mm", CultureInfo.InvariantCulture)}{(clock.Hour < 12 ? "am" : "pm")}",
        };
    }

    /// <summary><c>BA9, London Heathrow (LHR) to Bangkok Suvarnabhumi (BKK), leaving … and landing … (local times)</c>.</summary>
    public static string Of(string designator, string from, string to, FlightTime? departs, FlightTime? arrives, AirportDirectory airports)
    {
        var times = (departs, arrives) switch
        {
            ({ } leaves, { } lands) => $", leaving {Of(leaves)} and landing {Of(lands)} (local times)",
            ({ } leaves, null) => $", leaving {Of(leaves)} (local time)",
            (null, { } lands) => $", landing {Of(lands)} (local time)",
            _ => "",
        };
        return $"{designator}, {Place(from, airports)} to {Place(to, airports)}{times}";
    }

    public static string Place(string code, AirportDirectory airports) => airports.TryFind(code, out var airport) ? $"{airport.Name} ({code})" : code;
}
