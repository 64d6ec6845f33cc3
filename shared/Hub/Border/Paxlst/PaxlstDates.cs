using System.Globalization;
using Hub.Persons;

namespace Hub.Border.Paxlst;

/// <summary>
/// The values of DTM. The number of digits says which form it is, since senders leave the format code out or put a
/// wrong one; only where that leaves two is the code asked. A year of two digits gets its century from the moment of receipt.
/// </summary>
internal static class PaxlstDates
{
    /// <summary>Flights and expiries lie within so many years of the receipt.</summary>
    private const int NearYears = 50;

    private const int OldestAge = 130;
    private const string YearMonth = "610";
    private const string ShortYearWithSeconds = "202";

    /// <summary>A date, or a date and time on some clocks; null where it cannot be one near <paramref name="now"/>.</summary>
    public static (DateTime Local, bool HasTime)? Moment(string text, string format, DateTimeOffset now)
    {
        if (!text.All(char.IsAsciiDigit))
        {
            return null;
        }

        var (form, shortYear) = text.Length switch
        {
            6 => ("yyyyMMdd", true),
            8 => ("yyyyMMdd", false),
            10 => ("yyyyMMddHHmm", true),
            12 when format == ShortYearWithSeconds => ("yyyyMMddHHmmss", true),
            12 => ("yyyyMMddHHmm", false),
            14 => ("yyyyMMddHHmmss", false),
            _ => ("", false),
        };
        var (full, midnight) = WithoutMidnightAtEnd((shortYear ? Century(text, now) : "") + text, form);
        return form.Length > 0
            && DateTime.TryParseExact(full, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && Math.Abs(local.Year - now.Year) <= NearYears
            ? (midnight ? local.AddDays(1) : local, form.Length > 8)
            : null;
    }

    /// <summary>A day that may lie ahead, such as an expiry; null where it cannot be read.</summary>
    public static DateOnly? Day(string text, string format, DateTimeOffset now) =>
        Moment(text, format, now) is { } moment ? DateOnly.FromDateTime(moment.Local) : null;

    /// <summary>
    /// A date of birth, never in the future; months and days of zeros, or of letters or fillers, are not known
    /// (ICAO 9303). False where it cannot be read; null and true where there is none.
    /// </summary>
    public static bool TryBirth(string text, string format, DateTimeOffset now, out BirthDate? born)
    {
        born = null;
        if (text.All(c => c is '0' or 'X' or 'x' or '<'))
        {
            return true;
        }

        var century = now.Year / 100 * 100;
        var full = text.Length switch
        {
            4 => text,
            6 when format == YearMonth => text,
            6 => FirstNotAfter(text, century, now),
            8 => text,
            _ => "",
        };
        if (Partial(full) is not { } read || read.Year < now.Year - OldestAge || IsAhead(read, now))
        {
            return false;
        }

        born = read;
        return true;
    }

    private static string FirstNotAfter(string text, int century, DateTimeOffset now)
    {
        var thisCentury = (century / 100).ToString(CultureInfo.InvariantCulture) + text;
        return Partial(thisCentury) is { } read && !IsAhead(read, now)
            ? thisCentury
            : ((century / 100) - 1).ToString(CultureInfo.InvariantCulture) + text;
    }

    private static bool IsAhead(BirthDate born, DateTimeOffset now) =>
        new DateOnly(born.Year, born.Month ?? 1, born.Day ?? 1) > DateOnly.FromDateTime(now.UtcDateTime);

    private static BirthDate? Partial(string text)
    {
        if (text.Length < 4)
        {
            return null;
        }

        var (year, month, day) = (text[..4], text.Length > 4 ? text[4..6] : "", text.Length > 6 ? text[6..] : "");
        var iso = IsUnknown(month) ? (IsUnknown(day) ? year : "") : IsUnknown(day) ? $"{year}-{month}" : $"{year}-{month}-{day}";
        return BirthDate.TryParse(iso, CultureInfo.InvariantCulture, out var read) ? read : null;
    }

    private static bool IsUnknown(string part) => part.All(c => c is '0' or 'X' or 'x' or '<');

    private static string Century(string text, DateTimeOffset now)
    {
        var shortYear = int.Parse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var first = now.Year - NearYears;
        var century = (first + 99 - shortYear) / 100;
        return century.ToString("D2", CultureInfo.InvariantCulture);
    }

    private static (string Text, bool Midnight) WithoutMidnightAtEnd(string text, string form) =>
        form.Length > 8 && text.Length == form.Length && text.AsSpan(8, 4) is "2400" ? (text[..8] + "0000" + text[12..], true) : (text, false);
}
