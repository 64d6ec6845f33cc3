using System.Collections.Immutable;
using System.Text.Json;
using Hub.Cases;

namespace Hub.Messaging;

/// <summary>
/// Something that happened to a case and that others must hear of. It is committed with the case and leaves by the
/// relay as one message, or, where it has <see cref="Copies"/>, as one message for each of them: one event can tell
/// forty recipients and still be one item of one commit.
/// </summary>
public sealed record OutgoingEvent
{
    /// <summary>The message id, worked out from what happened, so that the same happening sent twice is recognised.</summary>
    public required string Id { get; init; }

    /// <summary>The case it belongs to (the partition).</summary>
    public required CaseId Case { get; init; }

    /// <summary>The topic it goes to: see <see cref="Topology"/>.</summary>
    public required string Topic { get; init; }

    /// <summary>CloudEvents type with its major version, such as <c>hub.report.accepted.v1</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When it happened. UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The CloudEvents data.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>Application properties that subscriptions filter on: recipient, borough, kind, priority.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Not to be delivered before this moment (UTC); null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>W3C <c>traceparent</c> of the work that raised it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Where it fans out: a message each. Empty: the one message with <see cref="Id"/>.</summary>
    public ImmutableArray<EventCopy> Copies { get; init; } = [];

    /// <summary>Whether what was read as an event is whole, so that a message can be made of it.</summary>
    public static bool CanLeave(OutgoingEvent? read) =>
        read is { Id.Length: > 0, Data.ValueKind: not JsonValueKind.Undefined, Copies.IsDefault: false }
        && read.Copies.All(copy => copy is { Key: not null, Properties: not null, Data.ValueKind: not JsonValueKind.Undefined });
}

/// <summary>One message of an event that fans out.</summary>
/// <param name="Key">What tells this copy from the others; the message id is the event's id, a dot and this.</param>
/// <param name="Data">This copy's CloudEvents data.</param>
/// <param name="Properties">Application properties, over the event's own.</param>
public sealed record EventCopy(string Key, JsonElement Data, ImmutableSortedDictionary<string, string> Properties);
