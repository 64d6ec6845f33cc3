using System.Globalization;
using Hub.Persons;

namespace Hub.Accuracy.Maps;

/// <summary>
/// Makes a date of birth of what a sender wrote, as a careful adapter does: day and month the other way about where
/// only that is a date; else year and month, or the year, where only these can be read; else nothing. Counted.
/// </summary>
internal static class BirthDateReading
{
    private const int Earliest = 1000;
    private const int Latest = 2100;
    private const int IsoDateLength = 10;
    private static readonly string[] Usual = ["yyyy-MM-dd", "yyyyMMdd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMM yyyy", "yyyy/MM/dd", "yyyy-MM", "yyyy"];

    public static BirthDate? Read(BoundSource source, string[] row, ReadingCounts counts)
    {
        if (source.Source.IsParts)
        {
            var columns = source.Parts(row).ToArray();
            return columns.All(c => c is null) ? null : Make([DateParts.Of(columns)], counts);
        }

        if (source.Value(row) is not { } text)
        {
            return null;
        }

        IEnumerable<string> formats = source.Source.Formats.IsEmpty ? Usual : source.Source.Formats;
        // A time of day after the date says nothing about birth.
        var date = text.Length > IsoDateLength && text[IsoDateLength] is 'T' or ' ' ? text[..IsoDateLength] : text;
        return Make([.. formats.SelectMany(f => new[] { DateParts.Cut(text, f), DateParts.Cut(date, f) }).OfType<DateParts>()], counts);
    }

    private static BirthDate? Make(DateParts[] readings, ReadingCounts counts)
    {
        foreach (var (month, day, year) in readings.Select(r => (r.Month, r.Day, r.Year)))
        {
            if (Whole(year, month, day) is { } date)
            {
                return date;
            }
        }

        foreach (var (month, day, year) in readings.Select(r => (r.Month, r.Day, r.Year)))
        {
            if (Whole(year, day, month) is { } swapped)
            {
                counts.Add("born: day and month the other way about");
                return swapped;
            }
        }

        foreach (var reading in readings.Where(r => IsYear(r.Year)))
        {
            counts.Add(reading.Month is >= 1 and <= 12 ? "born: only year and month" : "born: only the year");
            return BirthDate.Parse(reading.Month is >= 1 and <= 12 and var month
                ? string.Create(CultureInfo.InvariantCulture, $"{reading.Year:D4}-{month:D2}")
                : string.Create(CultureInfo.InvariantCulture, $"{reading.Year:D4}"));
        }

        counts.Add("born: not readable");
        return null;
    }

    private static BirthDate? Whole(int? year, int? month, int? day) =>
        IsYear(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year!.Value, month.Value)
            ? BirthDate.Of(new DateOnly(year.Value, month.Value, day.Value))
            : null;

    private static bool IsYear(int? year) => year is >= Earliest and <= Latest;
}
