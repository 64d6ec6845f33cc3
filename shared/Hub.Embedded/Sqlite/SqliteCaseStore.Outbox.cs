using System.Collections.Immutable;
using Hub.Cases;
using Hub.Messaging;

namespace Hub.Embedded.Sqlite;

/// <summary>The events that have not left yet. A row is taken out when its event has been sent.</summary>
public sealed partial class SqliteCaseStore
{
    public Task<IReadOnlyList<OutgoingEvent>> UnsentEventsAsync(DateTimeOffset committedBefore, int max, CancellationToken cancellationToken) =>
        database.ReadAsync(session =>
        {
            using var rows = session.Prepare("SELECT body FROM outbox WHERE committed_at <= ? ORDER BY number LIMIT ?").Time(committedBefore).Number(max);
            var events = new List<OutgoingEvent>();
            while (rows.Step())
            {
                events.Add(rows.GetJson<OutgoingEvent>(0));
            }

            return (IReadOnlyList<OutgoingEvent>)events;
        }, cancellationToken);

    public Task MarkSentAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken) => events.Count == 0
        ? Task.CompletedTask
        : database.WriteAsync(session =>
        {
            foreach (var sent in events)
            {
                session.Prepare("DELETE FROM outbox WHERE id = ?").Text(sent.Id).Run();
            }

            return events.Count;
        }, cancellationToken);

    public Task<StoreBacklog> BacklogAsync(CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var row = session.Prepare("""
            SELECT (SELECT count(*) FROM outbox), (SELECT committed_at FROM outbox ORDER BY number LIMIT 1),
                   (SELECT count(*) FROM quarantine WHERE is_open = 1)
            """);
        row.Step();
        return new StoreBacklog(row.GetNumber(0), row.GetTimeOrNull(1), row.GetNumber(2));
    }, cancellationToken);

    private void StoreEvents(SqliteWriteSession session, ImmutableArray<OutgoingEvent> events, byte[][] bodies)
    {
        if (events.IsEmpty)
        {
            return;
        }

        var now = time.GetUtcNow();
        for (var i = 0; i < events.Length; i++)
        {
            // The same happening told twice while it waits leaves once.
            session.Prepare("INSERT INTO outbox (id, committed_at, body) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING")
                .Text(events[i].Id).Time(now).Bytes(bodies[i]).Run();
        }

        session.AfterCommit(signalEvents);
    }
}
