using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Json;
using Hub.Messaging;

namespace Hub.Cases;

/// <summary>
/// One change of a case as the store's change feed hands it over: what a commit added. The names of its members are
/// written out because the Functions host reads it by settings of its own, and no document keeps it from being read: one
/// that this hub did not write, or an older one, must not hold up those after it.
/// </summary>
/// <remarks>
/// The host writes moments anew on their way to the worker, in its own time zone: the instant stays, the text and the
/// offset do not.
/// </remarks>
public sealed record CaseChange
{
    // Data as deep as the hub allows lies some levels down.
    private static readonly JsonSerializerOptions Stored = new(HubJson.Options) { MaxDepth = HubJson.MaxDepth + 8 };

    private IReadOnlyList<OutgoingEvent>? events;
    private bool unreadable;

    /// <summary>Empty where it is no text.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(TextOrNothing))]
    public string Id { get; init; } = "";

    /// <summary>The case (the partition); empty for what is no change of a case.</summary>
    [JsonPropertyName("case")]
    [JsonConverter(typeof(TextOrNothing))]
    public string Case { get; init; } = "";

    /// <summary>What the commit added, in the store's own shape; null for what is no change of a case.</summary>
    [JsonPropertyName("body")]
    public JsonElement? Body { get; init; }

    /// <summary>The events that leave with it: the member <c>events</c> of <see cref="Body"/>. None where they cannot be read.</summary>
    [JsonIgnore]
    public IReadOnlyList<OutgoingEvent> Events => events ??= Read();

    /// <summary>False where it has events that are not what this hub writes: whoever follows must tell people.</summary>
    [JsonIgnore]
    public bool IsReadable => Events.Count > 0 || !unreadable;

    /// <summary>A change of which nothing but an event is wanted.</summary>
    public static CaseChange Of(OutgoingEvent happened) => new() { Id = happened.Id, Case = happened.Case.ToString(), events = [happened] };

    private OutgoingEvent[] Read()
    {
        if (Body is not { ValueKind: JsonValueKind.Object } body || !body.TryGetProperty("events", out var written))
        {
            return [];
        }

        try
        {
            var read = written.Deserialize<OutgoingEvent[]>(Stored) ?? [];
            if (read.All(OutgoingEvent.CanLeave))
            {
                return read;
            }
        }
        catch (JsonException)
        {
            // Said by IsReadable; the document's words must not come into a log.
        }

        unreadable = true;
        return [];
    }

    private sealed class TextOrNothing : JsonConverter<string>
    {
        public override bool HandleNull => true;

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return reader.GetString()!;
            }

            reader.Skip();
            return "";
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
