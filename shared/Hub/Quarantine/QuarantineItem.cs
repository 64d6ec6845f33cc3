using System.Text.Json.Serialization;
using Hub.Auditing;
using Hub.Cases;

namespace Hub.Quarantine;

/// <summary>A message that could not be worked on, kept with its reason until a person replays or discards it.</summary>
public sealed record QuarantineItem
{
    /// <summary>Worked out from subscription and message id, so that setting aside twice makes one item.</summary>
    public required string Id { get; init; }

    public required string Topic { get; init; }

    /// <summary>The one subscription that failed: replay goes to it alone.</summary>
    public required string Subscription { get; init; }

    public required string MessageId { get; init; }

    /// <summary>The message body as received. May hold personal data: shown only to those who may see it, never logged.</summary>
    public required string Body { get; init; }

    /// <summary>Stable code of the reason, such as <c>unknown-event-type</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The reason in words, without personal data.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was set aside. UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The case it belongs to, where that could be read.</summary>
    public CaseId? Case { get; init; }

    /// <summary>How it was closed; null while open.</summary>
    public QuarantineClosure? Closure { get; init; }

    /// <summary>Whether it can be sent again; false for a document of the store, which was never sent.</summary>
    [JsonIgnore]
    public bool IsMessage => HubTopology.Topology.Topics.Any(topic => topic.Name == Topic);
}

public enum QuarantineResolution
{
    Replayed,
    Discarded,
}

/// <summary>A person's decision on a quarantined message.</summary>
public sealed record QuarantineClosure(QuarantineResolution Resolution, Actor By, DateTimeOffset At, string Rationale)
{
    /// <summary>Whether it is this decision, made once before: the same person, deciding the same for the same reason.</summary>
    public bool Is(QuarantineResolution resolution, Actor by, string rationale) => (Resolution, By, Rationale) == (resolution, by, rationale);
}
