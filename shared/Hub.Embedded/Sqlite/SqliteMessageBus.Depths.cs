using Hub.Messaging;

namespace Hub.Embedded.Sqlite;

/// <summary>What waits, counted from the index alone.</summary>
public sealed partial class SqliteMessageBus
{
    public Task<IReadOnlyList<SubscriptionDepth>> DepthsAsync(CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        var now = time.GetUtcNow();
        IReadOnlyList<SubscriptionDepth> depths =
        [
            .. from topic in topology.Topics
               from subscription in topic.Subscriptions
               select Depth(session, new SubscriptionAddress(topic.Name, subscription.Name), now),
        ];
        return depths;
    }, cancellationToken);

    private static SubscriptionDepth Depth(SqliteSession session, SubscriptionAddress address, DateTimeOffset now)
    {
        var (all, scheduled, oldest) = Count(session, address, now);
        var dead = Count(session, address with { DeadLetters = true }, now);
        return new(address.Topic, address.Subscription, all - scheduled, scheduled, dead.All, oldest);
    }

    private static (long All, long Scheduled, DateTimeOffset? OldestActive) Count(SqliteSession session, SubscriptionAddress address, DateTimeOffset now)
    {
        using var row = session.Prepare("""
            SELECT count(*), count(*) FILTER (WHERE scheduled), min(enqueued_at) FILTER (WHERE NOT scheduled)
            FROM (SELECT enqueued_at, deliveries = 0 AND available_at > ? AS scheduled FROM messages WHERE queue = ?)
            """).Time(now).Text(address.ToString());
        row.Step();
        return (row.GetNumber(0), row.GetNumber(1), row.GetTimeOrNull(2));
    }
}
