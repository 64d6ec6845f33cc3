using System.Collections.Immutable;
using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>The built-in functions the stand-in knows. A value of the wrong type gives undefined, as in the service.</summary>
internal sealed record SqlFunction(string Name, ImmutableArray<SqlExpression> Arguments) : SqlExpression
{
    private static readonly ImmutableDictionary<string, (int Least, int Most)> Known = new Dictionary<string, (int, int)>
    {
        ["IS_DEFINED"] = (1, 1),
        ["IS_NULL"] = (1, 1),
        ["IS_STRING"] = (1, 1),
        ["IS_NUMBER"] = (1, 1),
        ["IS_BOOL"] = (1, 1),
        ["IS_ARRAY"] = (1, 1),
        ["IS_OBJECT"] = (1, 1),
        ["ARRAY_CONTAINS"] = (2, 3),
        ["ARRAY_LENGTH"] = (1, 1),
        ["STARTSWITH"] = (2, 3),
        ["ENDSWITH"] = (2, 3),
        ["CONTAINS"] = (2, 3),
        ["LOWER"] = (1, 1),
        ["UPPER"] = (1, 1),
        ["LENGTH"] = (1, 1),
        ["CONCAT"] = (2, 20),
    }.ToImmutableDictionary();

    public override IEnumerable<SqlExpression> Parts => Arguments;

    /// <summary>Whether an index on the argument's path serves the function; the others look at every document.</summary>
    public bool UsesIndex => Name is "IS_DEFINED" or "IS_NULL" or "ARRAY_CONTAINS" or "STARTSWITH";

    public static SqlFunction Of(string name, ImmutableArray<SqlExpression> arguments)
    {
        if (!Known.TryGetValue(name.ToUpperInvariant(), out var count)) throw Refusal.Unknown($"the function '{name}'");
        return arguments.Length >= count.Least && arguments.Length <= count.Most ? new SqlFunction(name.ToUpperInvariant(), arguments)
            : throw Refusal.Bad($"The function '{name}' has another number of arguments.");
    }

    public override JsonElement Of(JsonElement[] row)
    {
        var first = Arguments[0].Of(row);
        return Name switch
        {
            "IS_DEFINED" => SqlValue.Of(SqlValue.IsDefined(first)),
            "IS_NULL" => SqlValue.Of(first.ValueKind == JsonValueKind.Null),
            "IS_STRING" => SqlValue.Of(first.ValueKind == JsonValueKind.String),
            "IS_NUMBER" => SqlValue.Of(first.ValueKind == JsonValueKind.Number),
            "IS_BOOL" => SqlValue.Of(first.ValueKind is JsonValueKind.True or JsonValueKind.False),
            "IS_ARRAY" => SqlValue.Of(first.ValueKind == JsonValueKind.Array),
            "IS_OBJECT" => SqlValue.Of(first.ValueKind == JsonValueKind.Object),
            "ARRAY_LENGTH" => first.ValueKind == JsonValueKind.Array ? SqlValue.Of(first.GetArrayLength()) : SqlValue.Undefined,
            "ARRAY_CONTAINS" => ArrayContains(first, Arguments[1].Of(row), Flag(row)),
            "LENGTH" => first.ValueKind == JsonValueKind.String ? SqlValue.Of(first.GetString()!.Length) : SqlValue.Undefined,
            "LOWER" => first.ValueKind == JsonValueKind.String ? SqlValue.Of(first.GetString()!.ToLowerInvariant()) : SqlValue.Undefined,
            "UPPER" => first.ValueKind == JsonValueKind.String ? SqlValue.Of(first.GetString()!.ToUpperInvariant()) : SqlValue.Undefined,
            "CONCAT" => Concat(row),
            _ => Texts(first, Arguments[1].Of(row), Flag(row)),
        };
    }

    private bool Flag(JsonElement[] row) => Arguments.Length > 2 && Arguments[2].Of(row).ValueKind == JsonValueKind.True;

    private JsonElement Texts(JsonElement text, JsonElement part, bool ignoreCase)
    {
        if (text.ValueKind != JsonValueKind.String || part.ValueKind != JsonValueKind.String) return SqlValue.Undefined;
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        string whole = text.GetString()!, sought = part.GetString()!;
        return SqlValue.Of(Name switch
        {
            "STARTSWITH" => whole.StartsWith(sought, comparison),
            "ENDSWITH" => whole.EndsWith(sought, comparison),
            _ => whole.Contains(sought, comparison),
        });
    }

    private JsonElement Concat(JsonElement[] row)
    {
        var parts = Arguments.Select(argument => argument.Of(row)).ToList();
        return parts.All(part => part.ValueKind == JsonValueKind.String) ? SqlValue.Of(string.Concat(parts.Select(part => part.GetString()))) : SqlValue.Undefined;
    }

    private static JsonElement ArrayContains(JsonElement array, JsonElement sought, bool partial)
    {
        if (array.ValueKind != JsonValueKind.Array || !SqlValue.IsDefined(sought)) return SqlValue.Undefined;
        return SqlValue.Of(array.EnumerateArray().Any(item => SqlValue.Same(item, sought) || (partial && HasAll(item, sought))));
    }

    private static bool HasAll(JsonElement item, JsonElement sought) =>
        item.ValueKind == JsonValueKind.Object && sought.ValueKind == JsonValueKind.Object
        && sought.EnumerateObject().All(property => item.TryGetProperty(property.Name, out var value) && (SqlValue.Same(value, property.Value) || HasAll(value, property.Value)));
}
