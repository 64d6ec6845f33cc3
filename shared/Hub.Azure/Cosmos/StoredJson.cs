using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Json;

namespace Hub.Azure.Cosmos;

/// <summary>How items are written and read: the hub's JSON, and deeper, because an item wraps what may itself be as deep as the hub allows.</summary>
internal static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>For documents that somebody else may have written, read as <see cref="JsonElement"/>: whatever Cosmos DB takes.</summary>
    public static JsonSerializerOptions AsFound { get; } = new() { MaxDepth = 256 };

    public static MemoryStream Write<T>(T item) => new(JsonSerializer.SerializeToUtf8Bytes(item, Options), writable: false);

    public static T Read<T>(Stream item) => Read<T>(item, Options);

    public static T[] ReadPage<T>(Stream page) => Read<StoredPage<T>>(page, typeof(T) == typeof(JsonElement) ? AsFound : Options).Documents;

    private static T Read<T>(Stream item, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(item, options) ?? throw new JsonException("An item is null.");

    /// <summary>One page of a query's answer.</summary>
    private sealed record StoredPage<T>([property: JsonPropertyName("Documents")] T[] Documents);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(HubJson.Options) { MaxDepth = HubJson.MaxDepth + 8 };
        options.MakeReadOnly();
        return options;
    }
}

