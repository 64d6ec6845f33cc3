using Hub.Time;

namespace Hub.Desk.Words;

/// <summary>Moments in London for people.</summary>
public static class Moments
{
    /// <summary><c>today, Sunday 22 November 2026, at 8:00am</c> beside a clock; <c>Sunday 22 November 2026 at 8:00am</c> without.</summary>
    public static string Words(DateTimeOffset at, DateTimeOffset? now = null) => now is { } clock && Nearby(at, clock) is { } day
        ? $"{day}, {LondonTime.Words(LondonTime.DateOf(at))}, at {LondonTime.TimeInWords(at)}"
        : LondonTime.Words(at);

    private static string? Nearby(DateTimeOffset at, DateTimeOffset now) => (LondonTime.DateOf(at).DayNumber - LondonTime.DateOf(now).DayNumber) switch
    {
        -1 => "yesterday",
        0 => "today",
        1 => "tomorrow",
        _ => null,
    };
}
