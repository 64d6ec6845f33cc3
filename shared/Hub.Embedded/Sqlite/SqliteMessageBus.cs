using System.Text;
using System.Text.Json;
using Hub.Cases;
using Hub.Json;
using Hub.Messaging;

namespace Hub.Embedded.Sqlite;

/// <summary>
/// Topics and subscriptions in SQLite. A message is stored once for each subscription it reaches. One column says when
/// it can next be had: its scheduled time, the end of its lock, or its next try.
/// </summary>
public sealed partial class SqliteMessageBus(SqliteDatabase database, Topology topology, TimeProvider time) : IMessageBus
{
    private readonly MessageIdMemory ids = new(time);

    public Task SendAsync(string topic, IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var declaration = topology.FindTopic(topic) ?? throw new ArgumentException($"There is no topic '{topic}' in the topology.", nameof(topic));
        var outgoing = new Outgoing[messages.Count];
        for (var i = 0; i < outgoing.Length; i++)
        {
            CommitLimits.CheckMessage(messages[i]);
            outgoing[i] = Outgoing.Of(declaration, messages[i]);
        }

        return outgoing.Length == 0
            ? Task.CompletedTask
            : database.WriteAsync(session => Send(session, declaration, outgoing), cancellationToken);
    }

    private int Send(SqliteWriteSession session, TopicDeclaration topic, Outgoing[] outgoing)
    {
        ids.Forget(session, 2 * outgoing.Length);
        var stored = 0;
        foreach (var message in outgoing)
        {
            if (!ids.Remember(session, topic, message.Id))
            {
                continue;
            }

            foreach (var queue in message.Queues)
            {
                Store(session, queue, message);
                stored++;
            }
        }

        return stored;
    }

    private void Store(SqliteWriteSession session, string queue, Outgoing message)
    {
        var now = time.GetUtcNow();
        var available = message.NotBefore is { } later && later > now ? later : now;
        session.Prepare("""
            INSERT INTO messages (queue, available_at, enqueued_at, deliveries, id, not_before, properties, body)
            VALUES (?, ?, ?, 0, ?, ?, ?, ?)
            """)
            .Text(queue).Time(available).Time(available).Text(message.Id).Time(message.NotBefore).Bytes(message.Properties).Bytes(message.Body).Run();
        session.AfterCommit(database.Signal(queue).SetAction);
    }

    private SubscriptionDeclaration Declaration(SubscriptionAddress address) =>
        topology.Find(address) ?? throw new ArgumentException($"There is no subscription '{address}' in the topology.", nameof(address));

    /// <summary>A message as it will be stored, and the queues it goes into: worked out before the writer sees it.</summary>
    private sealed record Outgoing(string Id, DateTimeOffset? NotBefore, byte[] Properties, byte[] Body, string[] Queues)
    {
        public static Outgoing Of(TopicDeclaration topic, Message message) => new(
            message.Id,
            message.NotBefore,
            JsonSerializer.SerializeToUtf8Bytes(message.Properties, HubJson.Options),
            Encoding.UTF8.GetBytes(message.Body),
            [.. Topology.Reached(topic, message.Properties).Select(s => new SubscriptionAddress(topic.Name, s.Name).ToString())]);
    }
}
