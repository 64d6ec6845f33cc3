using System.Globalization;
using Hub.Json;
using Hub.Places;
using Hub.Time;

namespace Hub.Border.Flights;

/// <summary>Reads what people write of a flight: its airports, its designator, its times on the airport's own clocks.</summary>
internal static class FlightFields
{
    private const int MaxTimeLength = 40;
    private static readonly string[] LocalTimes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    public static Airport? Airport(JsonFields fields, string name, AirportDirectory airports, bool required)
    {
        if ((required ? fields.RequiredText(name, 10) : fields.OptionalText(name, 10)) is not { Length: > 0 } code)
        {
            return null;
        }

        if (airports.TryFind(code, out var airport))
        {
            return airport;
        }

        fields.Refuse(name, "unknown-airport", "Not the code of an airport with scheduled flights (IATA, ICAO or UN/LOCODE).");
        return null;
    }

    public static FlightDesignator? Designator(JsonFields fields, string name, bool required)
    {
        if ((required ? fields.RequiredText(name, 12) : fields.OptionalText(name, 12)) is not { Length: > 0 } text)
        {
            return null;
        }

        if (FlightDesignator.TryParse(text, out var designator))
        {
            return designator;
        }

        fields.Refuse(name, FieldErrorCode.InvalidText, "Expected an airline's code and a number, such as BA9.");
        return null;
    }

    /// <summary>A day, or a day and time, on the airport's own clocks; null also where it can be read and no airport is known.</summary>
    public static FlightTime? Time(JsonFields fields, string name, Airport? airport, bool required)
    {
        if ((required ? fields.RequiredText(name, MaxTimeLength) : fields.OptionalText(name, MaxTimeLength)) is not { Length: > 0 } text)
        {
            return null;
        }

        if (IsLocal(text, out var day, out var local))
        {
            return airport is null ? null : Of(airport, day, local);
        }

        fields.Refuse(name, FieldErrorCode.NotADate, "Expected a day, or a day and time on the airport's own clocks: 2026-12-01 or 2026-12-01T21:30.");
        return null;
    }

    /// <summary>As <see cref="Time"/>, of a place that keeps London's time, or a moment with its offset.</summary>
    public static FlightTime? LandingTime(JsonFields fields, string name, Airport london)
    {
        if (fields.OptionalText(name, MaxTimeLength) is not { } text)
        {
            return null;
        }

        if (IsLocal(text, out var day, out var local))
        {
            return Of(london, day, local);
        }

        if (Instants.TryParse(text, out var instant, out _) && IsSane(instant.Year))
        {
            var clock = LondonTime.Of(instant);
            return new FlightTime(DateOnly.FromDateTime(clock.DateTime), clock, clock);
        }

        fields.Refuse(name, FieldErrorCode.NotADate, "Expected a day, a day and time on the port's own clocks, or a moment with its offset: 2026-12-01, 2026-12-01T21:30 or 2026-12-01T21:30:00Z.");
        return null;
    }

    private static FlightTime Of(Airport airport, DateOnly day, DateTime? local) =>
        local is { } time ? FlightTime.At(airport, time) : FlightTime.On(airport, day);

    private static bool IsLocal(string text, out DateOnly day, out DateTime? local)
    {
        local = null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return IsSane(day.Year);
        }

        if (DateTime.TryParseExact(text, LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            local = time;
            return IsSane(time.Year);
        }

        return false;
    }

    private static bool IsSane(int year) => year is > 1990 and < 2100;
}
