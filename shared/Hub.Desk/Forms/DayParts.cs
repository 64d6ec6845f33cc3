using System.Globalization;

namespace Hub.Desk.Forms;

/// <summary>
/// Puts the boxes of a <c>DayField</c> together into the one text that the API's reading takes. What makes no day is
/// handed on as it was entered, for the reading to refuse.
/// </summary>
public static class DayParts
{
    public const string Day = "day";
    public const string Month = "month";
    public const string Year = "year";
    public const string Time = "time";

    private static readonly string[] Months = ["MMMM", "MMM", "%M"];
    private static readonly string[] Times = ["H:mm", "HH:mm", "H.mm", "HHmm", "h:mmtt", "h.mmtt", "htt", "h:mm tt", "h tt"];

    /// <summary>The form with a field in place of its boxes: <c>2026-12-06</c> or, with a time, <c>2026-12-06T06:15</c>.</summary>
    public static FormState JoinDay(this FormState form, string field) => Join(form, field, static at => at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));

    /// <summary>As the other, where the field is a moment by London's clocks: with their offset. In the hour lived twice it is the first.</summary>
    public static FormState JoinMoment(this FormState form, string field) => Join(form, field, LondonMoment);

    private static FormState Join(FormState form, string field, Func<DateTime, string> write)
    {
        string[] parts = [.. new[] { Day, Month, Year, Time }.Select(p => form.Value($"{field}.{p}").Trim())];
        var values = form.Values.RemoveRange(new[] { Day, Month, Year, Time }.Select(p => $"{field}.{p}"));
        return parts.All(p => p.Length == 0) ? form with { Values = values } : form with { Values = values.SetItem(field, [Text(parts, write)]) };
    }

    private static string Text(string[] parts, Func<DateTime, string> write)
    {
        var entered = string.Join('/', parts);
        if (DayOf(parts[0], parts[1], parts[2]) is not { } day)
        {
            return entered;
        }

        if (parts[3].Length == 0)
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return TimeOnly.TryParseExact(parts[3], Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? write(day.ToDateTime(time)) : entered;
    }

    private static DateOnly? DayOf(string day, string month, string year) =>
        int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 1000 and <= 9999
        && DateTime.TryParseExact(month, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var m)
        && d >= 1 && d <= DateTime.DaysInMonth(y, m.Month) ? new DateOnly(y, m.Month, d) : null;

    private static string LondonMoment(DateTime clock) => OffsetAt(clock) is { } offset
        ? new DateTimeOffset(clock, offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : clock.ToString("dd/MM/yyyy/HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Null for a time that London's clocks never showed.</summary>
    private static TimeSpan? OffsetAt(DateTime clock)
    {
        var zone = Hub.Time.LondonTime.Zone;
        return zone.IsInvalidTime(clock) ? null : zone.IsAmbiguousTime(clock) ? zone.GetAmbiguousTimeOffsets(clock).Max() : zone.GetUtcOffset(clock);
    }
}
