using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Persons;

/// <summary>
/// A date of birth as far as it is known: year, year and month, or the full date, written <c>2011</c>,
/// <c>2011-05</c> or <c>2011-05-19</c> (ISO 8601).
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct BirthDate : IParsable<BirthDate>
{
    private BirthDate(int year, int? month, int? day)
    {
        Year = year;
        Month = month;
        Day = day;
    }

    public int Year { get; }

    /// <summary>1 to 12, or null where only the year is known.</summary>
    public int? Month { get; }

    /// <summary>Day of the month, or null where not known.</summary>
    public int? Day { get; }

    /// <summary>The date where it is fully known.</summary>
    public DateOnly? Exact => Day is { } day ? new DateOnly(Year, Month!.Value, day) : null;

    public static BirthDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    public static BirthDate Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var date) ? date : throw new FormatException("A date of birth is written 2011, 2011-05 or 2011-05-19.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BirthDate result)
    {
        result = default;
        if (s is null)
        {
            return false;
        }

        if (s.Length == 10 && DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var full))
        {
            result = Of(full);
            return true;
        }

        if (s.Length == 7 && DateOnly.TryParseExact(s, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            result = new BirthDate(month.Year, month.Month, null);
            return true;
        }

        if (s.Length == 4 && int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999)
        {
            result = new BirthDate(year, null, null);
            return true;
        }

        return false;
    }

    /// <summary>
    /// The ages in whole years this person may have on a day (one and the same where the date is fully known).
    /// Somebody born on 29 February attains an age, in a common year, on 1 March.
    /// </summary>
    public AgeRange AgeOn(DateOnly day)
    {
        var latest = new DateOnly(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));
        var earliest = new DateOnly(Year, Month ?? 1, Day ?? 1);
        return new AgeRange(Age(latest, day), Age(earliest, day));
    }

    private static int Age(DateOnly born, DateOnly day) =>
        day.Year - born.Year - ((day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);

    public override string ToString() =>
        Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{day:D2}")
        : Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}")
        : Year.ToString("D4", CultureInfo.InvariantCulture);

    private sealed class Converter : JsonConverter<BirthDate>
    {
        public override BirthDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out var date) ? date : throw new JsonException("A date of birth is written 2011, 2011-05 or 2011-05-19.");

        public override void Write(Utf8JsonWriter writer, BirthDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

/// <summary>The ages, in whole years, that somebody may have: from <paramref name="Youngest"/> to <paramref name="Oldest"/>.</summary>
public readonly record struct AgeRange(int Youngest, int Oldest)
{
    public bool IsExact => Youngest == Oldest;

    public override string ToString() => IsExact
        ? Youngest.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Youngest} to {Oldest}");
}
