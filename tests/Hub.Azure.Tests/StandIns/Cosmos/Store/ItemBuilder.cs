using System.Net;
using System.Text;
using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>Checks a body as the service does and makes the stored document of it.</summary>
internal static class ItemBuilder
{
    private const int MaxBytes = 2 * 1024 * 1024;
    private const int MaxIdBytes = 1023;

    public static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        CheckSize(body.Length);
        try
        {
            var root = JsonDocument.Parse(body).RootElement;
            return root.ValueKind == JsonValueKind.Object ? root : throw Refusal.Bad("The input content is invalid: an item is a JSON object.");
        }
        catch (JsonException)
        {
            throw Refusal.Bad("The input content is invalid: it is no JSON.");
        }
    }

    public static string IdOf(JsonElement root)
    {
        if (!root.TryGetProperty("id", out var value) || value.ValueKind != JsonValueKind.String)
            throw Refusal.Bad("The input content is invalid because the required properties - 'id; ' - are missing.");
        var id = value.GetString()!;
        if (id.Length == 0 || Encoding.UTF8.GetByteCount(id) > MaxIdBytes || id.AsSpan().IndexOfAny("/\\?#") >= 0 || id.EndsWith(' '))
            throw Refusal.Bad("The input id is invalid: it must have 1 to 1,023 bytes, none of / \\ ? #, and must not end in a space.");
        return id;
    }

    public static Item Build(Collection collection, JsonElement root, string id, PartitionKeyText key, long number)
    {
        var rid = collection.RidOf(number);
        var etag = $"\"{Guid.NewGuid()}\"";
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            foreach (var property in root.EnumerateObject())
                if (!IsSystem(property.Name))
                    property.WriteTo(writer);
            writer.WriteString("_rid", rid);
            writer.WriteString("_self", $"{collection.Self}docs/{rid}/");
            writer.WriteString("_etag", etag);
            writer.WriteString("_attachments", "attachments/");
            writer.WriteNumber("_ts", collection.Now);
            writer.WriteEndObject();
        }
        var json = buffer.ToArray();
        CheckSize(json.Length);
        var stored = JsonDocument.Parse(json).RootElement;
        return new Item
        {
            Id = id,
            PartitionKey = key,
            Number = number,
            ETag = etag,
            Json = json,
            Root = stored,
            Timestamp = collection.Now,
            Expires = ExpiryOf(root, collection),
            IndexedValues = collection.Indexing.ValuesIndexed(stored),
        };
    }

    private static void CheckSize(int bytes)
    {
        if (bytes > MaxBytes) throw new Refusal(HttpStatusCode.RequestEntityTooLarge, "Request size is too large: an item has at most 2 MB, with its system properties.");
    }

    private static bool IsSystem(string name) => name is "_rid" or "_self" or "_etag" or "_attachments" or "_ts" or "_lsn";

    private static long? ExpiryOf(JsonElement root, Collection collection)
    {
        long? own = null;
        if (root.TryGetProperty("ttl", out var value))
        {
            if (value.ValueKind == JsonValueKind.Null) own = null;
            else if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var seconds) && (seconds > 0 || seconds == -1)) own = seconds;
            else throw Refusal.Bad("The input ttl is invalid: it must be a whole number of seconds above 0, or -1.");
        }
        return collection.DefaultTimeToLive is { } standard && (own ?? standard) is > 0 and var lives ? collection.Now + lives : null;
    }
}
