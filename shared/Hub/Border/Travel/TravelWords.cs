using System.Globalization;
using Hub.Places;
using Hub.Time;

namespace Hub.Border.Travel;

/// <summary>Dates, spans and places as the reasons say them.</summary>
internal static class TravelWords
{
    /// <summary>Such as <c>3 March 2019</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>on Tuesday 1 December 2026</c>, or between two days.</summary>
    public static string On(DayRange days) => days.IsOneDay
        ? $"on {LondonTime.Words(days.First)}"
        : $"between {LondonTime.Words(days.First)} and {LondonTime.Words(days.Last)}";

    /// <summary>Such as <c>1 day</c>, <c>9 days</c> or <c>3 to 4 days</c>.</summary>
    public static string Days(int least, int most) => least == most
        ? Count(least, "day")
        : string.Create(CultureInfo.InvariantCulture, $"{least} to {most} days");

    /// <summary>Hours and whole minutes, such as <c>23 hours 59 minutes</c>, or from one to another.</summary>
    public static string Hours(TimeSpan least, TimeSpan most) => least == most
        ? Hours(least)
        : least < TimeSpan.Zero ? $"at most {Hours(most)}" : $"{Hours(least)} to {Hours(most)}";

    /// <summary>The English name, or the code where the directory has none.</summary>
    public static string Country(string code, CountryDirectory countries) => countries.TryFind(code, out var country) ? country.Name : code;

    private static string Hours(TimeSpan span)
    {
        var hours = Count((int)span.TotalHours, "hour");
        return span.Minutes == 0 ? hours : $"{hours} {Count(span.Minutes, "minute")}";
    }

    private static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
