using Hub.Messaging;
using Microsoft.Azure.Amqp;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>Topics, subscriptions, locks and schedules in memory, on one clock, behind one gate. Knows messages, not connections.</summary>
internal sealed class Broker : IDisposable
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly BusFaults faults;
    private readonly Dictionary<string, BrokerTopic> topics;
    private readonly Dictionary<string, BrokerQueue> queues;
    private readonly PriorityQueue<Scheduled, (DateTimeOffset At, long SequenceNumber)> schedule = new();
    private readonly PriorityQueue<(BrokerQueue Queue, Guid Token), DateTimeOffset> locks = new();
    private readonly HashSet<long> waiting = [];
    private readonly ITimer timer;
    private DateTimeOffset? armedFor;
    private long lastSequenceNumber;
    private bool disposed;

    public Broker(Topology topology, TimeProvider time, BusFaults faults)
    {
        this.time = time;
        this.faults = faults;
        topics = topology.Topics.Select(t => new BrokerTopic(t)).ToDictionary(t => t.Entity, StringComparer.Ordinal);
        queues = topics.Values.SelectMany(t => t.Queues).SelectMany(q => new[] { q, q.DeadLetters! }).ToDictionary(q => q.Entity, StringComparer.Ordinal);
        timer = time.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public BrokerTopic? FindTopic(string entity) => topics.GetValueOrDefault(entity);

    public BrokerQueue? FindQueue(string entity) => queues.GetValueOrDefault(entity);

    /// <summary>Takes all of them; those seen within the duplicate window are dropped.</summary>
    public void Send(BrokerTopic topic, IReadOnlyList<MessageContent> messages) => Schedule(topic, messages);

    public long[] Schedule(BrokerTopic topic, IReadOnlyList<MessageContent> messages) => Do(now =>
    {
        var numbers = new long[messages.Count];
        for (var i = 0; i < messages.Count; i++)
        {
            numbers[i] = ++lastSequenceNumber;
            if (!topic.IsNew(messages[i].MessageId, now))
            {
                continue;
            }

            if (messages[i].ScheduledFor is { } at && at > now)
            {
                waiting.Add(numbers[i]);
                schedule.Enqueue(new(topic, messages[i], numbers[i]), (at, numbers[i]));
            }
            else
            {
                topic.Enqueue(messages[i], now, () => ++lastSequenceNumber);
            }
        }

        return numbers;
    });

    public bool Cancel(IReadOnlyCollection<long> numbers) => Do(_ =>
    {
        if (!numbers.All(waiting.Contains))
        {
            return false;
        }

        waiting.ExceptWith(numbers);
        return true;
    });

    public bool HasNothingBeyond(BrokerQueue queue, int delivered) => Do(_ => queue.HasNothingBeyond(delivered));

    /// <summary>The oldest ready message, locked, with its lock; null: none is ready.</summary>
    public (Guid LockToken, AmqpMessage Message)? Take(BrokerQueue queue) => Do(now =>
    {
        if (queue.Take(now) is not { LockToken: { } token } taken)
        {
            return ((Guid, AmqpMessage)?)null;
        }

        locks.Enqueue((queue, token), taken.LockedUntil);
        if (!taken.Doubled && faults.IsDoubled(taken.Content.MessageId))
        {
            taken.Doubled = true;
            queue.Add(new(taken.Content, ++lastSequenceNumber, taken.EnqueuedAt) { Doubled = true });
        }

        return (token, taken.ToAmqp(peeked: false));
    });

    /// <summary>False: the lock was lost, and nothing was done.</summary>
    public bool Settle(BrokerQueue queue, Guid lockToken, Action<QueuedMessage> how) => Do(_ =>
    {
        if (queue.Held(lockToken) is not { } held)
        {
            return false;
        }

        how(held);
        return true;
    });

    /// <summary>Until when each is locked now; null: a lock was lost, and none was renewed.</summary>
    public DateTime[]? Renew(BrokerQueue queue, IReadOnlyList<Guid> lockTokens) => Do(now =>
    {
        var held = lockTokens.Select(queue.Held).ToArray();
        if (held.Contains(null))
        {
            return null;
        }

        foreach (var message in held)
        {
            message!.LockedUntil = now + queue.LockDuration;
        }

        return held.Select(m => m!.LockedUntil.UtcDateTime).ToArray();
    });

    public IReadOnlyList<AmqpMessage> Peek(BrokerQueue queue, long fromSequenceNumber, int max) =>
        Do(_ => queue.From(fromSequenceNumber).Take(max).Select(m => m.ToAmqp(peeked: true)).ToArray());

    public void AddReceiver(BrokerQueue queue, Action wake) => Do(_ =>
    {
        queue.AddReceiver(wake);
        return true;
    });

    public void RemoveReceiver(BrokerQueue queue, Action wake) => Do(_ =>
    {
        queue.RemoveReceiver(wake);
        return true;
    });

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
        }

        timer.Dispose();
    }

    private void OnTimer() => Do(_ =>
    {
        // It fires once; a system timer may do so a moment too early, and what was due is then still to come.
        armedFor = null;
        return true;
    });

    // Everything happens here: what fell due first, then what is asked, then the timer for what falls due next.
    private T Do<T>(Func<DateTimeOffset, T> what)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            CatchUp(now);
            var done = what(now);
            Arm(now);
            return done;
        }
    }

    private void CatchUp(DateTimeOffset now)
    {
        while (schedule.TryPeek(out var due, out var when) && when.At <= now)
        {
            schedule.Dequeue();
            if (waiting.Remove(due.SequenceNumber))
            {
                due.Topic.Enqueue(due.Content, when.At, () => ++lastSequenceNumber);
            }
        }

        while (locks.TryPeek(out var held, out var until) && until <= now)
        {
            locks.Dequeue();
            if (held.Queue.Held(held.Token) is not { } message)
            {
                continue;
            }

            if (message.LockedUntil > now)
            {
                locks.Enqueue(held, message.LockedUntil);
            }
            else
            {
                held.Queue.Release(message);
            }
        }
    }

    private void Arm(DateTimeOffset now)
    {
        DateTimeOffset? next = schedule.TryPeek(out _, out var first) ? first.At : null;
        if (locks.TryPeek(out _, out var until) && (next is null || until < next))
        {
            next = until;
        }

        if (disposed || next is null || armedFor == next)
        {
            return;
        }

        armedFor = next;
        timer.Change(TimeSpan.FromTicks(Math.Clamp((next.Value - now).Ticks, ShortestTimer.Ticks, LongestTimer.Ticks)), Timeout.InfiniteTimeSpan);
    }

    private sealed record Scheduled(BrokerTopic Topic, MessageContent Content, long SequenceNumber);
}
