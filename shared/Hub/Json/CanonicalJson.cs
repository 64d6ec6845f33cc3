using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Hub.Json;

/// <summary>
/// Tells whether two JSON documents say the same: white space, member order and escapes do not count. Members are
/// ordered as RFC 8785 orders them; numbers count as written.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Hex SHA-256 of the canonical form.</summary>
    public static string Hash(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = HubJson.Options.Encoder, MaxDepth = HubJson.MaxDepth + 1 }))
        {
            Write(writer, element);
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when element.TryGetText(out var text):
                writer.WriteStringValue(text);
                break;
            case JsonValueKind.String:
                // Half of a surrogate pair, in a field that nobody reads: no text, but it has an escape as written.
                writer.WriteRawValue(element.GetRawText(), skipInputValidation: true);
                break;
            default:
                // Numbers as written; and text that is no text (half a surrogate pair), which the writer would refuse.
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
                break;
        }
    }
}
