using System.Text.Json;
using Hub.Auditing;
using Hub.Json;
using Hub.Paging;

namespace Hub.Embedded.Sqlite;

/// <summary>The access log in SQLite, one chain for all entries.</summary>
public sealed class SqliteAccessLog(SqliteDatabase database) : IAccessLog
{
    private const char List = 'a';

    public Task AppendAsync(AccessEntry entry, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(entry, HubJson.Options);
        return database.WriteAsync(session =>
        {
            var (last, previousHash) = End(session);
            return session.Prepare("INSERT INTO access_log (sequence, subject, previous_hash, hash, body) VALUES (?, ?, ?, ?, ?)")
                .Number(last + 1).Text(entry.Subject).Text(previousHash).Text(AuditChain.HashOf(last + 1, entry, previousHash)).Bytes(body).Run();
        }, cancellationToken);
    }

    public Task<Page<LoggedAccess>> ReadAsync(string? subject, PageRequest page, CancellationToken cancellationToken)
    {
        var after = ContinuationToken.Read(List, page.Continuation);
        var rows = SqlitePage.RowsFor(page);
        const string Select = "SELECT sequence, body, previous_hash, hash FROM access_log WHERE sequence > ?";
        return database.ReadAsync(session => SqlitePage.Read(
            subject is null
                ? session.Prepare(Select + " ORDER BY sequence LIMIT ?").Number(after.Number).Number(rows)
                : session.Prepare(Select + " AND subject = ? ORDER BY sequence LIMIT ?").Number(after.Number).Text(subject).Number(rows),
            page,
            row => new LoggedAccess(row.GetNumber(0), row.GetJson<AccessEntry>(1), row.GetText(2), row.GetText(3)),
            last => new(List, last.Sequence, "")), cancellationToken);
    }

    /// <summary>Read anew each time: another process may have appended since.</summary>
    private static (long Sequence, string Hash) End(SqliteSession session)
    {
        using var row = session.Prepare("SELECT sequence, hash FROM access_log ORDER BY sequence DESC LIMIT 1");
        return row.Step() ? (row.GetNumber(0), row.GetText(1)) : (0, "");
    }
}
