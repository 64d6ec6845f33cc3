using System.Collections.Immutable;

namespace Hub.Messaging;

/// <summary>A message as sent to a topic.</summary>
public sealed record Message
{
    /// <summary>A second message of one id within the duplicate-detection window is taken and dropped.</summary>
    public required string Id { get; init; }

    /// <summary>A CloudEvents 1.0 JSON document.</summary>
    public required string Body { get; init; }

    /// <summary>Application properties, what subscriptions filter on.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Not to be delivered before this moment (UTC); null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Bytes it counts against <see cref="Cases.CommitLimits.MaxMessageBytes"/>: body, id, names and values of properties, UTF-8.</summary>
    public long SizeInBytes
    {
        get
        {
            long bytes = System.Text.Encoding.UTF8.GetByteCount(Body) + System.Text.Encoding.UTF8.GetByteCount(Id);
            foreach (var (name, value) in Properties)
            {
                bytes += System.Text.Encoding.UTF8.GetByteCount(name) + System.Text.Encoding.UTF8.GetByteCount(value);
            }

            return bytes;
        }
    }
}

/// <summary>A message as received, locked for this receiver until <see cref="LockedUntil"/>.</summary>
public sealed record ReceivedMessage
{
    public required SubscriptionAddress From { get; init; }

    public required Message Message { get; init; }

    /// <summary>1 at the first delivery.</summary>
    public required int DeliveryCount { get; init; }

    /// <summary>When the message was (or was scheduled to be) put on the topic. UTC.</summary>
    public required DateTimeOffset EnqueuedAt { get; init; }

    public required DateTimeOffset LockedUntil { get; init; }

    /// <summary>The adapter's own handle of the lock.</summary>
    public required string LockToken { get; init; }

    /// <summary>Why it was dead-lettered; only on messages from a dead-letter queue.</summary>
    public string? DeadLetterReason { get; init; }

    public string? DeadLetterDescription { get; init; }
}
