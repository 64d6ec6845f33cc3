using System.Text.Json;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>Values as Cosmos compares and orders them. <see cref="JsonValueKind.Undefined"/> is undefined, and is not null.</summary>
internal static class SqlValue
{
    public static JsonElement Undefined => default;
    public static readonly JsonElement Null = Literal("null");
    public static readonly JsonElement True = Literal("true");
    public static readonly JsonElement False = Literal("false");

    public static JsonElement Of(bool value) => value ? True : False;

    public static JsonElement Of(bool? value) => value is { } known ? Of(known) : Undefined;

    public static JsonElement Of(double value) => double.IsFinite(value) ? JsonSerializer.SerializeToElement(value) : Undefined;

    public static JsonElement Of(string value) => JsonSerializer.SerializeToElement(value);

    public static bool IsDefined(JsonElement value) => value.ValueKind != JsonValueKind.Undefined;

    /// <summary>Equal as JSON, whatever the order of properties; null where either is undefined. Different types are unequal.</summary>
    public static bool? AreEqual(JsonElement left, JsonElement right) => !IsDefined(left) || !IsDefined(right) ? null : Same(left, right);

    /// <summary>Less, equal or more; null where the two are not of one type, or of none that has an order among comparisons.</summary>
    public static int? CompareSameType(JsonElement left, JsonElement right) =>
        Rank(left) == Rank(right) && left.ValueKind is JsonValueKind.Number or JsonValueKind.String or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null
            ? Order(left, right) : null;

    /// <summary>The order of ORDER BY across types: undefined, null, false, true, numbers, texts, arrays, objects.</summary>
    public static int Order(JsonElement left, JsonElement right)
    {
        var byType = Rank(left).CompareTo(Rank(right));
        if (byType != 0) return byType;
        return left.ValueKind switch
        {
            JsonValueKind.Number => left.GetDouble().CompareTo(right.GetDouble()),
            JsonValueKind.String => string.CompareOrdinal(left.GetString(), right.GetString()),
            JsonValueKind.True or JsonValueKind.False => (left.ValueKind == JsonValueKind.True).CompareTo(right.ValueKind == JsonValueKind.True),
            _ => 0,
        };
    }

    public static bool Same(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind) return false;
        switch (left.ValueKind)
        {
            case JsonValueKind.Number:
                return left.GetDouble().Equals(right.GetDouble());
            case JsonValueKind.String:
                return left.ValueEquals(right.GetString());
            case JsonValueKind.Array:
                return left.GetArrayLength() == right.GetArrayLength() && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => Same(pair.First, pair.Second));
            case JsonValueKind.Object:
                return left.EnumerateObject().Count() == right.EnumerateObject().Count()
                    && left.EnumerateObject().All(property => right.TryGetProperty(property.Name, out var other) && Same(property.Value, other));
            default:
                return true;
        }
    }

    private static int Rank(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => 0,
        JsonValueKind.Null => 1,
        JsonValueKind.True or JsonValueKind.False => 2,
        JsonValueKind.Number => 3,
        JsonValueKind.String => 4,
        JsonValueKind.Array => 5,
        _ => 6,
    };

    private static JsonElement Literal(string json) => JsonDocument.Parse(json).RootElement;
}
