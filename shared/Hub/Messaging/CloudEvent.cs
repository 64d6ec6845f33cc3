using System.Text.Json;
using Hub.Cases;
using Hub.Json;

namespace Hub.Messaging;

/// <summary>A CloudEvents 1.0 event in JSON (cloudevents.io, structured mode): what every message's body is.</summary>
public sealed record CloudEvent
{
    public string Specversion { get; init; } = "1.0";

    public required string Id { get; init; }

    /// <summary>Who raised it: always the hub.</summary>
    public string Source { get; init; } = "/hub";

    /// <summary>What happened, with its major version: <c>hub.report.accepted.v1</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The case it is about.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset Time { get; init; }

    public string Datacontenttype { get; init; } = "application/json";

    /// <summary>W3C trace context (CloudEvents distributed tracing extension).</summary>
    public string? Traceparent { get; init; }

    public JsonElement Data { get; init; }

    /// <summary>The case this is about.</summary>
    /// <exception cref="PermanentFailureException">The subject is no case id.</exception>
    public CaseId CaseId() => Cases.CaseId.TryParse(Subject, null, out var id)
        ? id
        : throw new PermanentFailureException("message-unreadable", "The event's subject is not a case id.");

    /// <exception cref="PermanentFailureException">The body is not a CloudEvents 1.0 document.</exception>
    public static CloudEvent Parse(string body)
    {
        CloudEvent? parsed;
        try
        {
            parsed = JsonSerializer.Deserialize<CloudEvent>(body, HubJson.Options);
        }
        catch (JsonException e)
        {
            throw new PermanentFailureException("message-unreadable", $"The message is not a CloudEvents document ({e.Path}, byte {e.BytePositionInLine}).");
        }

        return parsed is { Specversion: "1.0" }
            ? parsed
            : throw new PermanentFailureException("message-unreadable", "The message is not a CloudEvents 1.0 document.");
    }

    public string ToJson() => JsonSerializer.Serialize(this, HubJson.Options);
}
