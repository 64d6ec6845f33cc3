using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>What a receiver decided about a message, said over its link or over management.</summary>
internal sealed record Settlement(BusOperationKind Kind)
{
    private const string ReasonName = "DeadLetterReason";
    private const string DescriptionName = "DeadLetterErrorDescription";

    public string? Reason { get; init; }

    public string? Description { get; init; }

    /// <summary>Application properties to set.</summary>
    public IReadOnlyDictionary<string, object?> Changes { get; init; } = new Dictionary<string, object?>();

    /// <summary>What a disposition asks; null: something this stand-in does not do.</summary>
    public static Settlement? Of(DeliveryState state) => state switch
    {
        Accepted => new(BusOperationKind.Complete),
        Released => new(BusOperationKind.Release),
        Modified { UndeliverableHere: true } => null,
        Modified modified => new(BusOperationKind.Abandon) { Changes = Values(modified.MessageAnnotations) },
        Rejected rejected => DeadLetter(Values(rejected.Error?.Info)),
        _ => null,
    };

    /// <summary>What an update-disposition request asks; null: something this stand-in does not do.</summary>
    public static Settlement? Of(AmqpMap request)
    {
        var changes = request.TryGetValue<AmqpMap>(new MapKey("properties-to-modify"), out var map) ? Values(map) : [];
        return request[new MapKey("disposition-status")] switch
        {
            "completed" => new(BusOperationKind.Complete),
            "abandoned" => new(BusOperationKind.Abandon) { Changes = changes },
            "suspended" => new(BusOperationKind.DeadLetter)
            {
                Reason = request[new MapKey("deadletter-reason")] as string,
                Description = request[new MapKey("deadletter-description")] as string,
                Changes = changes,
            },
            _ => null,
        };
    }

    /// <summary>A dead letter cannot die again.</summary>
    public bool IsFor(BrokerQueue queue) => Kind != BusOperationKind.DeadLetter || queue.DeadLetters is not null;

    public void Apply(BrokerQueue queue, QueuedMessage message)
    {
        foreach (var (name, value) in Changes)
        {
            message.Changes[name] = value;
        }

        switch (Kind)
        {
            case BusOperationKind.Complete:
                queue.Complete(message);
                break;
            case BusOperationKind.DeadLetter:
                queue.DeadLetter(message, Reason, Description);
                break;
            case BusOperationKind.Release:
                queue.Undo(message);
                break;
            default:
                queue.Release(message);
                break;
        }
    }

    private static Settlement DeadLetter(Dictionary<string, object?> info) => new(BusOperationKind.DeadLetter)
    {
        Reason = info.Remove(ReasonName, out var reason) ? reason as string : null,
        Description = info.Remove(DescriptionName, out var description) ? description as string : null,
        Changes = info,
    };

    private static Dictionary<string, object?> Values(AmqpMap? map)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var pair in map ?? new AmqpMap())
        {
            values[pair.Key.ToString()] = pair.Value;
        }

        return values;
    }
}
