using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>
/// Holds JSON to the part of JSON Schema 2020-12 that the document uses. A keyword it does not know is thrown, never
/// skipped, so that a constraint written into the document is always one that is checked.
/// </summary>
internal sealed partial class SchemaValidator(ApiDocument document)
{
    /// <summary>Everything that does not fit, by path; empty where all does.</summary>
    public IReadOnlyList<string> Validate(JsonElement schema, JsonElement value, string path = "$") =>
        [.. schema.EnumerateObject().SelectMany(keyword => Check(schema, keyword.Name, keyword.Value, value, path))];

    private IEnumerable<string> Check(JsonElement schema, string keyword, JsonElement rule, JsonElement value, string path) => keyword switch
    {
        "$ref" => Validate(document.Find(rule.GetString()!), value, path),
        "type" => Unless(TypeNames(rule).Any(t => IsOf(t, value)), path, $"is {value.ValueKind}, not {rule}"),
        "enum" => Unless(rule.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)), path, $"{value} is none of {rule}"),
        "const" => Unless(JsonElement.DeepEquals(rule, value), path, $"{value} is not {rule}"),
        "allOf" => rule.EnumerateArray().SelectMany(s => Validate(s, value, path)),
        "anyOf" => Unless(rule.EnumerateArray().Any(s => Validate(s, value, path).Count == 0), path, "fits none of anyOf"),
        "oneOf" => OneOf(rule, value, path),
        "required" => Missing(rule, value, path),
        "properties" => Properties(rule, value, path),
        "additionalProperties" => Additional(schema, rule, value, path),
        "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, i) => Validate(rule, item, $"{path}[{i}]")) : [],
        "minItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(), path, $"has under {rule} items"),
        "maxItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.GetInt32(), path, $"has over {rule} items"),
        "minLength" => Unless(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32(), path, $"is shorter than {rule}"),
        "maxLength" => Unless(value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= rule.GetInt32(), path, $"is longer than {rule}"),
        "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble(), path, $"is under {rule}"),
        "maximum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble(), path, $"is over {rule}"),
        "pattern" => Unless(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.CultureInvariant), path, $"does not match {rule}"),
        "format" => Unless(value.ValueKind != JsonValueKind.String || HasFormat(rule.GetString()!, value.GetString()!), path, $"is no {rule}"),
        "description" or "example" or "examples" or "default" => [],
        _ => throw new NotSupportedException($"The validator does not know the keyword {keyword}."),
    };

    private static IEnumerable<string> Unless(bool fits, string path, string problem) => fits ? [] : [$"{path} {problem}"];

    private static IEnumerable<string> TypeNames(JsonElement rule) =>
        rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Select(t => t.GetString()!) : [rule.GetString()!];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"The validator does not know the type {type}."),
    };

    private static bool HasFormat(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date-time" => DateTimeShape().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uri-reference" => Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute),
        _ => throw new NotSupportedException($"The validator does not know the format {format}."),
    };

    private IEnumerable<string> OneOf(JsonElement rule, JsonElement value, string path)
    {
        var failures = rule.EnumerateArray().Select(s => Validate(s, value, path)).ToList();
        var fitting = failures.Count(f => f.Count == 0);
        return fitting == 1 ? [] : [$"{path} fits {fitting} of oneOf", .. failures.MinBy(f => f.Count)!];
    }

    private static IEnumerable<string> Missing(JsonElement rule, JsonElement value, string path) => value.ValueKind != JsonValueKind.Object ? [] :
        rule.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path} lacks {name}");

    private IEnumerable<string> Properties(JsonElement rule, JsonElement value, string path) => value.ValueKind != JsonValueKind.Object ? [] :
        rule.EnumerateObject().SelectMany(p => value.TryGetProperty(p.Name, out var member) ? Validate(p.Value, member, $"{path}.{p.Name}") : []);

    private IEnumerable<string> Additional(JsonElement schema, JsonElement rule, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var others = value.EnumerateObject().Where(m => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(m.Name, out _));
        return rule.ValueKind == JsonValueKind.False
            ? others.Select(m => $"{path}.{m.Name} is not in the document")
            : others.SelectMany(m => Validate(rule, m.Value, $"{path}.{m.Name}"));
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex DateTimeShape();
}
