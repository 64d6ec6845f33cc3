using Microsoft.Azure.Amqp;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>A message in one subscription or in its dead letters. Read and changed under the broker's gate only.</summary>
internal sealed class QueuedMessage(MessageContent content, long sequenceNumber, DateTimeOffset enqueuedAt)
{
    public MessageContent Content { get; } = content;

    public long SequenceNumber { get; } = sequenceNumber;

    public DateTimeOffset EnqueuedAt { get; } = enqueuedAt;

    /// <summary>Application properties that a settlement put over the sender's own.</summary>
    public Dictionary<string, object?> Changes { get; } = new(StringComparer.Ordinal);

    /// <summary>How often it was delivered so far.</summary>
    public int DeliveryCount { get; set; }

    public Guid? LockToken { get; set; }

    public DateTimeOffset LockedUntil { get; set; }

    /// <summary>Where it was dead-lettered from.</summary>
    public string? DeadLetterSource { get; set; }

    /// <summary>The second delivery that a fault ordered was made of this one, or this one is it.</summary>
    public bool Doubled { get; set; }

    /// <summary>As received or peeked now.</summary>
    public AmqpMessage ToAmqp(bool peeked)
    {
        var message = Content.ToAmqp(Changes, (uint)Math.Max(0, peeked ? DeliveryCount : DeliveryCount - 1));
        var annotations = message.MessageAnnotations.Map;
        annotations["x-opt-enqueued-time"] = EnqueuedAt.UtcDateTime;
        annotations["x-opt-sequence-number"] = SequenceNumber;
        annotations["x-opt-enqueue-sequence-number"] = SequenceNumber;
        annotations["x-opt-message-state"] = 0;
        if (!peeked)
        {
            annotations["x-opt-locked-until"] = LockedUntil.UtcDateTime;
        }

        if (DeadLetterSource is not null)
        {
            annotations["x-opt-deadletter-source"] = DeadLetterSource;
        }

        return message;
    }
}
