using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Border.Flights;
using Hub.Places;

namespace Hub.Border.Manifests.Csv;

/// <summary>A day, a time on an airport's clocks, or both, as far as a file gives them.</summary>
/// <param name="Offset">From UTC, where the file says one: then the moment is known whatever the airport's clocks show.</param>
internal readonly partial record struct WrittenMoment(DateOnly? Day, TimeOnly? Time, TimeSpan? Offset)
{
    private const int LongestOffsetHours = 14;

    /// <summary>Null where the text is no day, no time and not both.</summary>
    internal static WrittenMoment? Read(string text, Century century, DateOnly today)
    {
        if (WrittenDay.Read(text, century, today) is { } day)
        {
            return new WrittenMoment(day, null, null);
        }

        var match = Shape().Match(text);
        if (!match.Success || TimeOf(match) is not { } time)
        {
            return null;
        }

        if (!match.Groups["day"].Success)
        {
            // A time of another place's clocks says nothing without its day.
            return match.Groups["offset"].Success ? null : new WrittenMoment(null, time, null);
        }

        var offset = match.Groups["offset"].Success ? OffsetOf(match.Groups["offset"].ValueSpan.Trim()) : null;
        return WrittenDay.Read(match.Groups["day"].Value, century, today) is { } dayOfTime && (offset is not null || !match.Groups["offset"].Success)
            ? new WrittenMoment(dayOfTime, time, offset)
            : null;
    }

    /// <summary>Both together; null where they say different things of the same.</summary>
    internal WrittenMoment? And(WrittenMoment other) =>
        Differ(Day, other.Day) || Differ(Time, other.Time) || Differ(Offset, other.Offset)
            ? null
            : new WrittenMoment(Day ?? other.Day, Time ?? other.Time, Offset ?? other.Offset);

    /// <summary>When that is at an airport; null where the day is not known.</summary>
    internal FlightTime? At(Airport airport)
    {
        if (Day is not { } day)
        {
            return null;
        }

        if (Time is not { } time)
        {
            return FlightTime.On(airport, day);
        }

        if (Offset is not { } offset)
        {
            return FlightTime.At(airport, day.ToDateTime(time));
        }

        var moment = TimeZoneInfo.ConvertTime(new DateTimeOffset(day.ToDateTime(time), offset), airport.Zone);
        return new FlightTime(DateOnly.FromDateTime(moment.DateTime), moment, moment);
    }

    private static bool Differ<T>(T? one, T? other)
        where T : struct, IEquatable<T> => one is { } a && other is { } b && !a.Equals(b);

    private static TimeOnly? TimeOf(Match match)
    {
        var (hour, minute) = (Number(match.Groups["hour"]), Number(match.Groups["minute"]));
        var second = match.Groups["second"].Success ? Number(match.Groups["second"]) : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (match.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        }

        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    private static TimeSpan? OffsetOf(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
        {
            return TimeSpan.Zero;
        }

        var (hours, minutes) = (int.Parse(text[1..3], CultureInfo.InvariantCulture), int.Parse(text[^2..], CultureInfo.InvariantCulture));
        var length = new TimeSpan(hours, minutes, 0);
        return minutes < 60 && length <= TimeSpan.FromHours(LongestOffsetHours) ? (text[0] == '-' ? -length : length) : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:(?<day>[^ T].{4,12}?)[ T]+)?(?<hour>[0-9]{1,2})[:.]?(?<minute>[0-9]{2})(?:[:.](?<second>[0-9]{2})(?:\.[0-9]{1,9})?)?(?: ?(?<half>[AP])M)?(?<offset> ?Z|[+-][0-9]{2}:?[0-9]{2})?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
