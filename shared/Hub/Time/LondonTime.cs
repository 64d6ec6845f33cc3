using System.Globalization;

namespace Hub.Time;

/// <summary>
/// London's clocks, at the edges only: instants are UTC inside the hub. Local times are those of the IANA zone
/// <c>Europe/London</c>, an hour ahead of UTC from the last Sunday of March to the last Sunday of October.
/// </summary>
public static class LondonTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>What London's clocks show.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>London's date, which from 11pm UTC in summer is the next day already.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>The moment a day begins in London, as UTC. Midnight is never skipped or lived twice there.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone), TimeSpan.Zero);

    /// <summary>For people: <c>Sunday 22 November 2026 at 8:00am</c>, midday and midnight by name.</summary>
    public static string Words(DateTimeOffset instant) => $"{Words(DateOf(instant))} at {TimeInWords(instant)}";

    /// <summary>For people: <c>Sunday 22 November 2026</c>.</summary>
    public static string Words(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>
    /// For people: <c>8:00am</c>. In the hour that is lived twice in October, when London's clocks go back, which
    /// of the two is meant is added: <c>1:30am (BST)</c>, then <c>1:30am (GMT)</c>.
    /// </summary>
    public static string TimeInWords(DateTimeOffset instant)
    {
        var local = Of(instant);
        var text = (local.Hour, local.Minute) switch
        {
            (0, 0) => "midnight",
            (12, 0) => "midday",
            _ => local.ToString("h:mm", CultureInfo.InvariantCulture) + (local.Hour < 12 ? "am" : "pm"),
        };
        return Zone.IsAmbiguousTime(local.DateTime) ? $"{text} ({(local.Offset == TimeSpan.Zero ? "GMT" : "BST")})" : text;
    }
}
