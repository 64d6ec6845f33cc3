using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Border.Manifests.Csv;

/// <summary>Which century a year of two digits is of.</summary>
internal enum Century
{
    /// <summary>The latest that makes no day in the future: for births.</summary>
    Past,

    /// <summary>The one nearest to now.</summary>
    Near,
}

/// <summary>
/// Reads a day as files write it. Year first, or day first as London writes: never month first. A form that does not
/// show which of its numbers is the day is not read.
/// </summary>
internal static partial class WrittenDay
{
    private const string Months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    private const int NearYears = 50;

    /// <summary>The day; null where the text is none.</summary>
    internal static DateOnly? Read(string text, Century century, DateOnly today)
    {
        var match = YearFirst().Match(text);
        match = match.Success ? match : DayFirst().Match(text);
        match = match.Success ? match : MonthByName().Match(text);
        if (!match.Success || Month(match.Groups["month"].Value) is not { } month)
        {
            return null;
        }

        var (year, day) = (Number(match.Groups["year"].Value), Number(match.Groups["day"].Value));
        return match.Groups["year"].Length == 4 ? Of(year, month, day)
            : century == Century.Past ? LatestNotAfter(today, year, month, day)
            : Of(Nearest(today.Year, year), month, day);
    }

    /// <summary>Whether the text is six digits in some order of which nobody can know.</summary>
    internal static bool IsAmbiguous(string text) => SixDigits().IsMatch(text);

    private static DateOnly? LatestNotAfter(DateOnly today, int year, int month, int day) =>
        Of(2000 + year, month, day) is { } date && date <= today ? date : Of(1900 + year, month, day);

    private static int Nearest(int now, int year)
    {
        var candidate = (now / 100 * 100) + year;
        return candidate >= now + NearYears ? candidate - 100 : candidate < now - NearYears ? candidate + 100 : candidate;
    }

    private static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int? Month(string text)
    {
        if (char.IsAsciiDigit(text[0]))
        {
            return Number(text);
        }

        var at = Months.IndexOf(text[..3], StringComparison.OrdinalIgnoreCase);
        var month = (at / 3) + 1;
        return at >= 0 && at % 3 == 0
            && (text.Length == 3 || text.Equals("sept", StringComparison.OrdinalIgnoreCase)
                || text.Equals(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month), StringComparison.OrdinalIgnoreCase))
            ? month
            : null;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<sep>[-/.]?)(?<month>[0-9]{2})\k<sep>(?<day>[0-9]{2})\z")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})(?:(?<sep>[/.])(?<month>[0-9]{1,2})\k<sep>(?<year>[0-9]{4}|[0-9]{2})|-(?<month>[0-9]{1,2})-(?<year>[0-9]{4}))\z")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})[-/. ]?(?<month>[A-Za-z]{3,9})[-/. ]?(?<year>[0-9]{4}|[0-9]{2})\z")]
    private static partial Regex MonthByName();

    [GeneratedRegex(@"^[0-9]{2}-?[0-9]{2}-?[0-9]{2}\z")]
    private static partial Regex SixDigits();
}
