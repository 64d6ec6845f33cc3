using System.Collections.Immutable;
using System.Text;
using Hub.Messaging;

namespace Hub.Embedded.Sqlite;

/// <summary>Taking messages under lock, and waiting for them.</summary>
public sealed partial class SqliteMessageBus
{
    /// <summary>How often a waiting receiver looks for what another process has sent.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(SubscriptionAddress from, int max, TimeSpan wait, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        var declaration = Declaration(from);
        var queue = from.ToString();
        var signal = database.Signal(queue);
        var until = time.GetUtcNow() + wait;
        while (true)
        {
            var woken = signal.Next;
            var next = await NextAvailableAsync(queue, cancellationToken);
            var now = time.GetUtcNow();
            if (next <= now)
            {
                var taken = await database.WriteAsync(session => Take(session, from, declaration, max), cancellationToken);
                if (taken.Count > 0)
                {
                    return taken;
                }

                continue;
            }

            if (now >= until)
            {
                return [];
            }

            await AsyncSignal.WaitAsync(woken, Shortest(until - now, next - now, LookAgain), time, cancellationToken);
        }
    }

    /// <summary>When the first message of a queue can be had. Read without the writer, so that idle receivers cost it nothing.</summary>
    private Task<DateTimeOffset?> NextAvailableAsync(string queue, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var row = session.Prepare("SELECT min(available_at) FROM messages WHERE queue = ?").Text(queue);
        row.Step();
        return row.GetTimeOrNull(0);
    }, cancellationToken);

    private List<ReceivedMessage> Take(SqliteWriteSession session, SubscriptionAddress from, SubscriptionDeclaration declaration, int max)
    {
        var now = time.GetUtcNow();
        var lockedUntil = now + declaration.LockDuration;
        var taken = new List<ReceivedMessage>();
        foreach (var (number, message) in Available(session, from, max, now))
        {
            if (!from.DeadLetters && message.DeliveryCount > declaration.MaxDeliveryCount)
            {
                // Its last lock ran out unsettled: only now is there somebody to notice.
                MoveToDeadLetters(session, from, number, MaxDeliveryCountExceeded, UsedUp(declaration));
                continue;
            }

            var token = Random.Shared.NextInt64(1, long.MaxValue);
            session.Prepare("UPDATE messages SET deliveries = ?, lock = ?, available_at = ? WHERE number = ?")
                .Number(message.DeliveryCount).Number(token).Time(lockedUntil).Number(number).Run();
            taken.Add(message with { LockedUntil = lockedUntil, LockToken = new MessageLock(number, token).ToString() });
        }

        return taken;
    }

    /// <summary>Messages that can be had, as they will be delivered. Read to the end before any is changed.</summary>
    private static List<(long Number, ReceivedMessage Message)> Available(SqliteWriteSession session, SubscriptionAddress from, int max, DateTimeOffset now)
    {
        using var rows = session.Prepare("""
            SELECT number, deliveries, enqueued_at, id, not_before, reason, description, properties, body
            FROM messages WHERE queue = ? AND available_at <= ? ORDER BY available_at LIMIT ?
            """).Text(from.ToString()).Time(now).Number(max);
        var found = new List<(long, ReceivedMessage)>();
        while (rows.Step())
        {
            found.Add((rows.GetNumber(0), new ReceivedMessage
            {
                From = from,
                DeliveryCount = (int)rows.GetNumber(1) + 1,
                EnqueuedAt = rows.GetTime(2),
                Message = new Message
                {
                    Id = rows.GetText(3),
                    NotBefore = rows.GetTimeOrNull(4),
                    Properties = rows.GetJson<ImmutableSortedDictionary<string, string>>(7),
                    Body = Encoding.UTF8.GetString(rows.GetBytes(8)),
                },
                DeadLetterReason = rows.GetTextOrNull(5),
                DeadLetterDescription = rows.GetTextOrNull(6),
                LockedUntil = now,
                LockToken = "",
            }));
        }

        return found;
    }

    private static TimeSpan Shortest(TimeSpan left, TimeSpan? untilNext, TimeSpan lookAgain)
    {
        var wait = left < lookAgain ? left : lookAgain;
        return untilNext < wait ? untilNext.Value : wait;
    }
}
