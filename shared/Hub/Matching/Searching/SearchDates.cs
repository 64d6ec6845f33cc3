using System.Globalization;
using Hub.Persons;

namespace Hub.Matching.Searching;

/// <summary>
/// Reads a date of birth as people write it, the day before the month: <c>04/03/1971</c>, <c>4.3.71</c>,
/// <c>4 March 1971</c>, <c>1971-03-04</c>, <c>03/1971</c>, <c>March 1971</c>, <c>1971</c>. A year of two digits is the
/// latest that is not to come.
/// </summary>
internal static class SearchDates
{
    public const string Expected = "Expected a date of birth, such as 4 March 1971, 04/03/1971, 1971-03-04, 03/1971 or 1971.";

    /// <summary>Words that one date has at the most: 4th of March 1971.</summary>
    public const int MaxWords = 4;

    private const string ToCome = "The date of birth is still to come.";
    private const int EarliestYear = 1850;
    private const int MaxLength = 40;

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>What a text is as a date.</summary>
    public readonly record struct Read(BirthDate? Born, string? Problem)
    {
        /// <summary>Whether it is written as a date is, be it one or not.</summary>
        public bool IsDate => Born is not null || Problem is not null;
    }

    public static Read Of(string text, DateOnly today)
    {
        if (text.Length > MaxLength)
        {
            return default;
        }

        var plain = text.Trim().ToLowerInvariant();
        var spaced = plain.IndexOfAny(['/', '.', '-']) < 0;
        var parts = Parts(plain);
        return parts switch
        {
            [var year] when IsYear(year) => Whole(int.Parse(year, CultureInfo.InvariantCulture), null, null, today),
            [var a, var b] when IsYear(b) && MonthOf(a) is { } month => Whole(Number(b), month, null, today),
            [var a, var b] when IsYear(a) && MonthOf(b) is { } month => Whole(Number(a), month, null, today),
            [var y, var m, var d] when IsYear(y) && MonthOf(m) is { } month && Day(d) is { } day => Whole(Number(y), month, day, today),
            [var d, var m, var y] when YearOf(y, today, longOnly: spaced && IsNumber(m)) is { } year && MonthOf(m) is { } month && Day(d) is { } day => NotToCome(year, y, at => DayFirst(at, month, day, IsNumber(m), today)),
            [var m, var d, var y] when !IsNumber(m) && YearOf(y, today, longOnly: false) is { } year && MonthOf(m) is { } month && Day(d) is { } day => NotToCome(year, y, at => Whole(at, month, day, today)),
            _ => default,
        };
    }

    /// <summary>A date as it would be written with care: without <c>b.</c> before it or a question mark behind.</summary>
    public static string Plain(string text)
    {
        var plain = text.TrimEnd('?');
        return plain.StartsWith("b.", StringComparison.OrdinalIgnoreCase) && plain.Length > 2 && char.IsAsciiDigit(plain[2]) ? plain[2..] : plain;
    }

    /// <summary>Eight or six digits without anything between them: 19710304, 04031971, 040371.</summary>
    public static IEnumerable<BirthDate> OfDigits(string digits, DateOnly today)
    {
        string[] ways = digits.Length switch
        {
            8 => [$"{digits[..4]}-{digits[4..6]}-{digits[6..]}", $"{digits[..2]}/{digits[2..4]}/{digits[4..]}"],
            6 => [$"{digits[..2]}/{digits[2..4]}/{digits[4..]}"],
            _ => [],
        };
        return ways.Select(way => Of(way, today).Born).OfType<BirthDate>().Distinct();
    }

    /// <summary>Whether the month of a month and year is a name too: May 1971 may be May, born 1971.</summary>
    public static bool IsNameToo(string month) => month.ToLowerInvariant() is "jan" or "mar" or "march" or "april" or "may" or "jun" or "june" or "august";

    private static string[] Parts(string text)
    {
        var split = new List<string>();
        foreach (var part in text.Split([' ', '/', '.', '-', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = part.TakeWhile(char.IsAsciiDigit).Count();
            var rest = part[digits..];
            if (digits is 1 or 2 && rest is "st" or "nd" or "rd" or "th")
            {
                split.Add(part[..digits]);
            }
            else if (digits is 1 or 2 && rest.Length >= 3 && char.IsAsciiLetter(rest[0]))
            {
                // 4mar1971
                var letters = rest.TakeWhile(char.IsAsciiLetter).Count();
                split.AddRange([part[..digits], rest[..letters], .. rest[letters..] is { Length: > 0 } year ? [year] : Array.Empty<string>()]);
            }
            else if (part != "of")
            {
                split.Add(part);
            }
        }

        return [.. split];
    }

    private static Read NotToCome(int year, string written, Func<int, Read> read) =>
        read(year) is { Problem: ToCome } && written.Length == 2 ? read(year - 100) : read(year);

    private static Read DayFirst(int year, int month, int day, bool mayBeSwapped, DateOnly today) =>
        mayBeSwapped && month > 12 && day <= 12 ? Whole(year, day, month, today) : Whole(year, month, day, today);

    private static Read Whole(int year, int? month, int? day, DateOnly today)
    {
        if (year < EarliestYear || year > today.Year + 200)
        {
            return new(null, "A date of birth of that year is nobody's who lives.");
        }

        if (month is < 1 or > 12 || (day is { } d && (d < 1 || d > DateTime.DaysInMonth(year, month!.Value))))
        {
            return new(null, "There is no such date.");
        }

        if ((year, month ?? 0, day ?? 0).CompareTo((today.Year, month is null ? 0 : today.Month, day is null ? 0 : today.Day)) > 0)
        {
            return new(null, ToCome);
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{year:D4}{(month is null ? "" : $"-{month:D2}")}{(day is null ? "" : $"-{day:D2}")}");
        return new(BirthDate.Parse(text), null);
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool IsYear(string text) => text.Length == 4 && IsNumber(text) && text[0] is '1' or '2';

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int? Day(string text) => text.Length is 1 or 2 && IsNumber(text) ? Number(text) : null;

    private static int? MonthOf(string text)
    {
        if (text.Length is 1 or 2 && IsNumber(text))
        {
            return Number(text);
        }

        // In full or by three letters: Marc is no March.
        return Array.FindIndex(Months, m => m == text || m[..3] == text || (text == "sept" && m[0] == 's')) is >= 0 and var at ? at + 1 : null;
    }

    private static int? YearOf(string text, DateOnly today, bool longOnly)
    {
        if (IsYear(text))
        {
            return Number(text);
        }

        if (longOnly || text.Length != 2 || !IsNumber(text))
        {
            return null;
        }

        var year = today.Year - (today.Year % 100) + Number(text);
        return year > today.Year ? year - 100 : year;
    }
}
