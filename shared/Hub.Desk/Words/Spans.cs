using System.Globalization;

namespace Hub.Desk.Words;

/// <summary>Lengths of time in words: <c>3 hours 20 minutes</c>, <c>2 days 4 hours</c>. Rounded down. The script clocks.mjs writes the same.</summary>
public static class Spans
{
    public static string Words(TimeSpan span)
    {
        var (minutes, hours, days) = ((int)span.TotalMinutes, (int)span.TotalHours, (int)span.TotalDays);
        return (minutes, hours, days) switch
        {
            ( < 1, _, _) => "less than a minute",
            (_, < 1, _) => Count(minutes, "minute"),
            (_, _, < 2) => span.Minutes == 0 ? Count(hours, "hour") : $"{Count(hours, "hour")} {Count(span.Minutes, "minute")}",
            _ => span.Hours == 0 ? Count(days, "day") : $"{Count(days, "day")} {Count(span.Hours, "hour")}",
        };
    }

    /// <summary>A number and what it counts: <c>1 notice</c>, <c>1,200 notices</c>.</summary>
    public static string Count(int number, string what) => $"{number.ToString("N0", CultureInfo.InvariantCulture)} {what}{(number == 1 ? "" : "s")}";
}
