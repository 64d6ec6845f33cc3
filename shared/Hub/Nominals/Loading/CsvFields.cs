using System.Globalization;
using Hub.Json;
using Hub.Persons;
using Hub.Time;

namespace Hub.Nominals.Loading;

/// <summary>Reads the fields of one row and collects everything wrong with it, each error with its column's name. As <see cref="JsonFields"/> does for JSON.</summary>
internal sealed class CsvFields(CsvColumns columns, string[] values)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd"];
    private static readonly char[] ListSeparators = [';', '|'];

    private readonly List<FieldError> _errors = [];

    internal IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Adds an error about a field.</summary>
    internal void Refuse(string field, string code, string message) =>
        _errors.Add(new FieldError(columns.Position(field) is { } position ? columns.Header[position] : field, code, message));

    /// <summary>Text, trimmed; null where the column or the value is missing, or in error.</summary>
    internal string? Text(string field, int maxLength) =>
        columns.Position(field) is { } position ? TextAt(position, maxLength) : null;

    internal IEnumerable<string> AddressLines(int maxLength) => columns.AddressLines.Select(position => TextAt(position, maxLength)).OfType<string>();

    /// <summary>The items of a list separated by <c>;</c> or <c>|</c>.</summary>
    internal string[] List(string field, int maxLength) =>
        Text(field, maxLength)?.Split(ListSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    internal BirthDate? BirthDate(string field, int maxLength)
    {
        if (Text(field, maxLength) is not { } text)
        {
            return null;
        }

        if (TryDate(text, out var date))
        {
            return Persons.BirthDate.Of(date);
        }

        if (Persons.BirthDate.TryParse(text, null, out var partial))
        {
            return partial;
        }

        Refuse(field, FieldErrorCode.NotADate, "Expected a date of birth, such as 2011-05-19, 19/05/2011, 20110519, 2011-05 or 2011.");
        return null;
    }

    /// <summary>A calendar date; null where missing or in error.</summary>
    internal DateOnly? Date(string field, int maxLength)
    {
        if (Text(field, maxLength) is not { } text)
        {
            return null;
        }

        if (TryDate(text, out var date))
        {
            return date;
        }

        Refuse(field, FieldErrorCode.NotADate, "Expected a date, such as 2026-11-22, 22/11/2026 or 20261122.");
        return null;
    }

    /// <summary>A whole number within bounds, both included; null where missing or in error.</summary>
    internal int? Int(string field, int min, int max)
    {
        if (Text(field, maxLength: 16) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        Refuse(field, FieldErrorCode.OutOfRange, $"Expected a whole number from {min} to {max}.");
        return null;
    }

    /// <summary>A moment with offset; or a date, for when that day began in London.</summary>
    internal DateTimeOffset? Instant(string field, int maxLength)
    {
        if (Text(field, maxLength) is not { } text)
        {
            return null;
        }

        if (TryDate(text, out var date))
        {
            return LondonTime.StartOf(date);
        }

        if (Instants.TryParse(text, out var instant, out var problem))
        {
            return instant;
        }

        Refuse(field, problem.Code, problem.Message);
        return null;
    }

    internal Sex Sex(string field, int maxLength)
    {
        if (SexText.TryParse(Text(field, maxLength), out var sex))
        {
            return sex;
        }

        Refuse(field, FieldErrorCode.NotOneOf, "Expected one of: M, F, male, female, other, unknown.");
        return Persons.Sex.Unknown;
    }

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private string? TextAt(int position, int maxLength)
    {
        var text = values[position].Trim();
        if (TextRules.Problem(text, maxLength) is not { } problem)
        {
            return text.Length == 0 ? null : text;
        }

        _errors.Add(new FieldError(columns.Header[position], problem.Code, problem.Message));
        return null;
    }
}
