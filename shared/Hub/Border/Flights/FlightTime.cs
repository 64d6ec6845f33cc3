using System.Text.Json.Serialization;
using Hub.Places;

namespace Hub.Border.Flights;

/// <summary>
/// When an aircraft leaves or lands, as far as it is known: the day at that airport, and the earliest and latest
/// moment it can be. Both are the same where the time is given; for a day alone they are its first and last moment.
/// </summary>
/// <param name="Day">The day on the airport's own clocks.</param>
/// <param name="Earliest">With the airport's offset from UTC.</param>
/// <param name="Latest">With the airport's offset from UTC.</param>
public sealed record FlightTime(DateOnly Day, DateTimeOffset Earliest, DateTimeOffset Latest)
{
    /// <summary>False where only the day is known, or the airport's clocks showed that time twice.</summary>
    [JsonIgnore]
    public bool IsExact => Earliest == Latest;

    /// <summary>
    /// A time on an airport's own clocks. One they showed twice (clocks going back) may be either; one they never
    /// showed (clocks going forward) is the moment that many minutes after the change.
    /// </summary>
    public static FlightTime At(Airport airport, DateTime local)
    {
        var zone = airport.Zone;
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var day = DateOnly.FromDateTime(wall);
        if (zone.IsAmbiguousTime(wall))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(wall);
            return new FlightTime(day, new DateTimeOffset(wall, offsets.Max()), new DateTimeOffset(wall, offsets.Min()));
        }

        var moment = zone.IsInvalidTime(wall) ? Skipped(zone, wall) : new DateTimeOffset(wall, zone.GetUtcOffset(wall));
        return new FlightTime(day, moment, moment);
    }

    /// <summary>Some time on a day of an airport's own calendar.</summary>
    public static FlightTime On(Airport airport, DateOnly day) => new(
        day,
        At(airport, day.ToDateTime(TimeOnly.MinValue)).Earliest,
        At(airport, day.AddDays(1).ToDateTime(TimeOnly.MinValue)).Earliest.AddSeconds(-1));

    private static DateTimeOffset Skipped(TimeZoneInfo zone, DateTime wall)
    {
        // The offset in force before the change; the result is then shown as the clocks after it show it.
        var before = zone.GetUtcOffset(wall.AddHours(-3));
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(wall, before), zone);
    }
}
