using Hub.Messaging;

namespace Hub.Embedded.Sqlite;

/// <summary>Remembers the ids sent to each topic for its duplicate window.</summary>
internal sealed class MessageIdMemory(TimeProvider time)
{
    /// <summary>True for an id not seen within the window.</summary>
    public bool Remember(SqliteWriteSession session, TopicDeclaration topic, string id)
    {
        var now = time.GetUtcNow();
        return session.Prepare("""
            INSERT INTO message_ids (topic, id, expires) VALUES (?, ?, ?)
            ON CONFLICT (topic, id) DO UPDATE SET expires = excluded.expires WHERE expires <= ?
            """)
            .Text(topic.Name).Text(id).Time(now + topic.DuplicateWindow).Time(now).Run() == 1;
    }

    /// <summary>Drops some of the expired ids. Twice as many as come in keeps pace with any load in small steps.</summary>
    public void Forget(SqliteWriteSession session, int atMost) => session
        .Prepare("DELETE FROM message_ids WHERE rowid IN (SELECT rowid FROM message_ids WHERE expires <= ? ORDER BY expires LIMIT ?)")
        .Time(time.GetUtcNow()).Number(atMost).Run();
}
