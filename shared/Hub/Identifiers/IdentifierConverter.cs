using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Identifiers;

/// <summary>An identifier as a JSON string in its canonical form.</summary>
internal sealed class IdentifierConverter<T> : JsonConverter<T>
    where T : class, IParsable<T>
{
    // The value stays out of the message: it may be logged.
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && T.TryParse(reader.GetString(), null, out var value)
            ? value
            : throw new JsonException($"Not a valid {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
