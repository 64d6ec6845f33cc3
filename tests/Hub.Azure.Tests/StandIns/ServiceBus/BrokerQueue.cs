namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>A subscription's messages, or its dead letters. Read and changed under the broker's gate only.</summary>
/// <param name="entity">As <see cref="BusOperation.Entity"/>.</param>
/// <param name="lockDuration">How long a delivered message is locked.</param>
/// <param name="maxDeliveryCount">Deliveries before a message moves to the dead letters.</param>
/// <param name="deadLetters">Where dead letters go; null: these are the dead letters, and deliveries are not counted out.</param>
internal sealed class BrokerQueue(string entity, TimeSpan lockDuration, int maxDeliveryCount, BrokerQueue? deadLetters)
{
    private readonly SortedDictionary<long, QueuedMessage> all = [];
    private readonly SortedSet<long> ready = [];
    private readonly Dictionary<Guid, QueuedMessage> locked = [];
    private readonly List<Action> receivers = [];
    private int deliveries;

    public string Entity { get; } = entity;

    public TimeSpan LockDuration { get; } = lockDuration;

    public BrokerQueue? DeadLetters { get; } = deadLetters;

    /// <summary>No message is ready, and so many were delivered since the beginning.</summary>
    public bool HasNothingBeyond(int delivered) => ready.Count == 0 && deliveries == delivered;

    public void Add(QueuedMessage message)
    {
        all.Add(message.SequenceNumber, message);
        MakeReady(message);
    }

    /// <summary>The oldest ready message, locked from now; null: none is ready.</summary>
    public QueuedMessage? Take(DateTimeOffset now)
    {
        if (ready.Count == 0)
        {
            return null;
        }

        var message = all[ready.Min];
        ready.Remove(message.SequenceNumber);
        var token = Guid.NewGuid();
        message.LockToken = token;
        message.LockedUntil = now + LockDuration;
        message.DeliveryCount++;
        deliveries++;
        locked.Add(token, message);
        return message;
    }

    /// <summary>The message this lock holds; null: the lock was lost.</summary>
    public QueuedMessage? Held(Guid token) => locked.GetValueOrDefault(token);

    public void Complete(QueuedMessage message)
    {
        Unlock(message);
        all.Remove(message.SequenceNumber);
    }

    /// <summary>Ready for the next delivery, or dead when deliveries are used up.</summary>
    public void Release(QueuedMessage message)
    {
        if (DeadLetters is not null && message.DeliveryCount >= maxDeliveryCount)
        {
            DeadLetter(message, "MaxDeliveryCountExceeded", $"Message could not be consumed after {maxDeliveryCount} delivery attempts.");
            return;
        }

        Unlock(message);
        MakeReady(message);
    }

    /// <summary>As if it had not been delivered.</summary>
    public void Undo(QueuedMessage message)
    {
        Unlock(message);
        message.DeliveryCount--;
        deliveries--;
        MakeReady(message);
    }

    public void DeadLetter(QueuedMessage message, string? reason, string? description)
    {
        Complete(message);
        if (reason is not null)
        {
            message.Changes["DeadLetterReason"] = reason;
        }

        if (description is not null)
        {
            message.Changes["DeadLetterErrorDescription"] = description;
        }

        message.DeadLetterSource = Entity;
        DeadLetters!.Add(message);
    }

    public IEnumerable<QueuedMessage> From(long sequenceNumber) => all.Values.SkipWhile(m => m.SequenceNumber < sequenceNumber);

    public void AddReceiver(Action wake) => receivers.Add(wake);

    public void RemoveReceiver(Action wake) => receivers.Remove(wake);

    private void MakeReady(QueuedMessage message)
    {
        ready.Add(message.SequenceNumber);
        receivers.ForEach(wake => wake());
    }

    private void Unlock(QueuedMessage message)
    {
        if (message.LockToken is { } token)
        {
            locked.Remove(token);
        }

        message.LockToken = null;
    }
}
