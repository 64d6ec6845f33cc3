using System.Collections.Immutable;
using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>A partition key in one canonical form, so that the header's and the document's compare as texts. An absent value is <c>{}</c>.</summary>
internal sealed record PartitionKeyText(string Json)
{
    private const int MaxBytes = 2048;

    /// <summary>A single text as it is; anything else as JSON.</summary>
    public string Plain
    {
        get
        {
            using var document = JsonDocument.Parse(Json);
            return document.RootElement.GetArrayLength() == 1 && document.RootElement[0].ValueKind == JsonValueKind.String
                ? document.RootElement[0].GetString()! : Json;
        }
    }

    public int Components
    {
        get
        {
            using var document = JsonDocument.Parse(Json);
            return document.RootElement.GetArrayLength();
        }
    }

    public static PartitionKeyText OfHeader(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of([.. document.RootElement.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Object ? default : value)]);
    }

    public static PartitionKeyText OfDocument(JsonElement document, ImmutableArray<ImmutableArray<string>> paths) =>
        Of([.. paths.Select(path => path.Aggregate(document, Step))]);

    private static JsonElement Step(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var inner) ? inner : default;

    private static PartitionKeyText Of(IReadOnlyList<JsonElement> values)
    {
        var text = $"[{string.Join(',', values.Select(Canonical))}]";
        return text.Length <= MaxBytes ? new PartitionKeyText(text) : throw Refusal.Bad("The partition key is longer than 2,048 bytes.");
    }

    private static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "{}",
        JsonValueKind.Null => "null",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => JsonSerializer.Serialize(value.GetDouble()),
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        _ => throw Refusal.Bad("A partition key must be a text, a number, true, false or null."),
    };
}
