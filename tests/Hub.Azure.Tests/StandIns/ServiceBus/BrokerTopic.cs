using Hub.Messaging;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>A topic: what it remembers of message ids, and where its messages go. Under the broker's gate only.</summary>
internal sealed class BrokerTopic
{
    private readonly TimeSpan duplicateWindow;
    private readonly (SqlCondition Filter, BrokerQueue Queue)[] subscriptions;
    private readonly Dictionary<string, DateTimeOffset> seen = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset At)> seenInOrder = new();

    public BrokerTopic(TopicDeclaration declaration)
    {
        Entity = declaration.Name.ToLowerInvariant();
        duplicateWindow = declaration.DuplicateWindow;
        subscriptions = [.. declaration.Subscriptions.Select(s => (SqlCondition.Parse(SqlFilter.Of(s)), QueueOf(s)))];
    }

    public string Entity { get; }

    public IEnumerable<BrokerQueue> Queues => subscriptions.Select(s => s.Queue);

    /// <summary>False: an id seen within the window; the message is to be dropped.</summary>
    public bool IsNew(string? messageId, DateTimeOffset now)
    {
        while (seenInOrder.TryPeek(out var oldest) && oldest.At + duplicateWindow <= now)
        {
            seenInOrder.Dequeue();
            seen.Remove(oldest.Id);
        }

        if (messageId is null)
        {
            return true;
        }

        if (!seen.TryAdd(messageId, now))
        {
            return false;
        }

        seenInOrder.Enqueue((messageId, now));
        return true;
    }

    /// <summary>Gives a copy to each subscription whose filter it passes.</summary>
    public void Enqueue(MessageContent content, DateTimeOffset at, Func<long> nextSequenceNumber)
    {
        foreach (var (filter, queue) in subscriptions)
        {
            if (filter.Passes(content))
            {
                queue.Add(new(content, nextSequenceNumber(), at));
            }
        }
    }

    private BrokerQueue QueueOf(SubscriptionDeclaration declaration)
    {
        var entity = $"{Entity}/{declaration.Name.ToLowerInvariant()}";
        var deadLetters = new BrokerQueue(entity + "/$deadletterqueue", declaration.LockDuration, int.MaxValue, null);
        return new(entity, declaration.LockDuration, declaration.MaxDeliveryCount, deadLetters);
    }
}
