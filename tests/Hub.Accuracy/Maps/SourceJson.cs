using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hub.Accuracy.Maps;

/// <summary>Reads the sources of one field of a map.</summary>
internal sealed class SourceJson(string map, string field)
{
    private static readonly string[] Options = ["column", "columns", "pattern", "values", "missing", "format", "formats", "year", "month", "day", "type", "state", "stateColumn"];

    public ImmutableArray<FieldSource> Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [new FieldSource { Columns = [Text(value)] }],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(item => Item(item))],
        JsonValueKind.Object => Object(value),
        _ => throw Wrong("expected a column, a list of columns or an object"),
    };

    /// <summary>One text, or a list of them.</summary>
    public ImmutableArray<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)];

    /// <summary>Date formats: of y, M and d in any case, or as strptime has them.</summary>
    public ImmutableArray<string> Formats(JsonElement value) =>
    [
        .. Texts(value).Select(format => DateParts.Format(format)
            ?? throw Wrong($"a date format is made of y, M and d, such as yyyy-MM-dd or d/M/yyyy; found \"{format}\"")),
    ];

    private ImmutableArray<FieldSource> Item(JsonElement item) =>
        item.ValueKind == JsonValueKind.Array ? [new FieldSource { Columns = Texts(item) }] : Read(item);

    private ImmutableArray<FieldSource> Object(JsonElement value)
    {
        foreach (var option in value.EnumerateObject().Where(o => !Options.Contains(o.Name)))
        {
            throw Wrong($"no such option as {option.Name}. Options are {string.Join(", ", Options)}");
        }

        var options = new FieldSource
        {
            Columns = [],
            Pattern = Optional(value, "pattern") is { } pattern ? Expression(pattern) : null,
            Values = Values(value),
            Missing = value.TryGetProperty("missing", out var missing) ? Texts(missing) : [],
            Formats = value.TryGetProperty("formats", out var formats) || value.TryGetProperty("format", out formats) ? Formats(formats) : [],
            Type = Optional(value, "type"),
            State = Optional(value, "state"),
            StateColumn = Optional(value, "stateColumn"),
        };
        if (Optional(value, "year") is { } year)
        {
            return [options with { IsParts = true, Columns = [.. new[] { year, Optional(value, "month"), Optional(value, "day") }.TakeWhile(c => c is not null).OfType<string>()] }];
        }

        return value.TryGetProperty("columns", out var columns) || value.TryGetProperty("column", out columns)
            ? [.. Read(columns).Select(source => options with { Columns = source.Columns })]
            : throw Wrong("an object needs column or columns (or year, month, day)");
    }

    private ImmutableDictionary<string, string> Values(JsonElement value) =>
        !value.TryGetProperty("values", out var values) ? []
        : values.ValueKind == JsonValueKind.Object
            ? values.EnumerateObject().ToImmutableDictionary(v => v.Name, v => Text(v.Value), StringComparer.OrdinalIgnoreCase)
            : throw Wrong("values is an object: what is written, and what it stands for");

    private string? Optional(JsonElement value, string option) => value.TryGetProperty(option, out var found) ? Text(found) : null;

    private string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong($"expected a text, found {value.GetRawText()}");

    private Regex Expression(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            throw Wrong($"the pattern is no regular expression: {e.Message}");
        }
    }

    private MapException Wrong(string what) => new($"{map}, {field}: {what}.");
}
