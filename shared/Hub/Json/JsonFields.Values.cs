using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hub.Persons;

namespace Hub.Json;

public sealed partial class JsonFields
{
    /// <summary>Text, trimmed; empty after an error. Blank is absent.</summary>
    /// <param name="maxLength">In UTF-16 code units, after trimming.</param>
    /// <param name="multiline">Whether line breaks and tabs are allowed.</param>
    public string RequiredText(string name, int maxLength, bool multiline = false)
    {
        if (!Require(name))
        {
            return "";
        }

        var before = _errors.Count;
        var text = OptionalText(name, maxLength, multiline);
        if (text is null && _errors.Count == before)
        {
            Refuse(name, FieldErrorCode.Required, "Required.");
        }

        return text ?? "";
    }

    /// <summary>Text, trimmed; null where absent, blank or in error.</summary>
    public string? OptionalText(string name, int maxLength, bool multiline = false) =>
        TryFind(name, out var value) ? TextOf(value, PathOf(name), maxLength, multiline) : null;

    /// <summary>The texts of an array, each trimmed, blank and null ones left out; empty where absent.</summary>
    public ImmutableArray<string> Texts(string name, int maxItems, int maxLength) =>
    [
        .. Items(name, maxItems)
            .Where(item => item.Value.ValueKind != JsonValueKind.Null)
            .Select(item => TextOf(item.Value, item.Path, maxLength, multiline: false))
            .OfType<string>(),
    ];

    /// <summary>A moment, in UTC: ISO 8601 with <c>Z</c> or an offset. See <see cref="Instants"/>.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (OptionalText(name, MaxValueLength) is not { } text)
        {
            return null;
        }

        if (Instants.TryParse(text, out var instant, out var problem))
        {
            return instant;
        }

        Refuse(name, problem.Code, problem.Message);
        return null;
    }

    public DateTimeOffset RequiredInstant(string name) => Required(name, Instant);

    /// <summary>A calendar date, <c>2026-11-22</c>.</summary>
    public DateOnly? Date(string name)
    {
        if (OptionalText(name, MaxValueLength) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Refuse(name, FieldErrorCode.NotADate, "Expected a date, such as 2026-11-22.");
        return null;
    }

    /// <summary>A date of birth, full or partial: see <see cref="Persons.BirthDate"/>.</summary>
    public BirthDate? BirthDate(string name)
    {
        if (OptionalText(name, MaxValueLength) is not { } text)
        {
            return null;
        }

        if (Persons.BirthDate.TryParse(text, null, out var date))
        {
            return date;
        }

        Refuse(name, FieldErrorCode.NotADate, "Expected a date of birth, such as 2011-05-19, 2011-05 or 2011.");
        return null;
    }

    /// <summary>One of the values of an enum by its camelCase name, in any case; null where absent or in error.</summary>
    public T? Enum<T>(string name)
        where T : struct, Enum
    {
        if (OptionalText(name, MaxValueLength) is not { } text)
        {
            return null;
        }

        if (EnumNames<T>.TryFind(text, out var value))
        {
            return value;
        }

        Refuse(name, FieldErrorCode.NotOneOf, $"Expected one of: {EnumNames<T>.List}.");
        return null;
    }

    public T RequiredEnum<T>(string name)
        where T : struct, Enum => Required(name, Enum<T>);

    /// <summary>True or false; null where absent or in error.</summary>
    public bool? Bool(string name)
    {
        if (!TryFind(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Refuse(name, FieldErrorCode.WrongType, "Expected true or false.");
        return null;
    }

    /// <summary>A whole number within bounds, both included; null where absent or in error.</summary>
    public int? Int(string name, int min, int max) => (int?)Long(name, min, max);

    /// <summary>As <see cref="Int"/>, up to any a sender may count to.</summary>
    public long? Long(string name, long min, long max)
    {
        if (!TryFind(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            Refuse(name, FieldErrorCode.WrongType, "Expected a number.");
            return null;
        }

        if (value.TryGetInt64(out var number) && number >= min && number <= max)
        {
            return number;
        }

        Refuse(name, FieldErrorCode.OutOfRange, $"Expected a whole number from {min} to {max}.");
        return null;
    }

    // Longer than any date, time or enum name; what is longer is refused as too long before it is looked at.
    private const int MaxValueLength = 64;

    private string? TextOf(JsonElement value, string path, int maxLength, bool multiline)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            _errors.Add(new FieldError(path, FieldErrorCode.WrongType, "Expected text."));
            return null;
        }

        if (!value.TryGetText(out var text))
        {
            _errors.Add(new FieldError(path, FieldErrorCode.InvalidText, "Not valid Unicode."));
            return null;
        }

        text = text.Trim();
        if (TextRules.Problem(text, maxLength, multiline) is { } problem)
        {
            _errors.Add(new FieldError(path, problem.Code, problem.Message));
            return null;
        }

        return text.Length == 0 ? null : text;
    }
}
