using System.Text.Json;
using Hub.Json;
using Hub.Paging;
using Hub.Quarantine;

namespace Hub.Embedded.Sqlite;

/// <summary>Messages set aside for a person.</summary>
public sealed partial class SqliteCaseStore
{
    private const char QuarantineList = 'q';

    public Task QuarantineAsync(QuarantineItem item, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(item, HubJson.Options);
        return database.WriteAsync(session => StoreQuarantine(session, item, body), cancellationToken);
    }

    public Task<QuarantineItem?> ReadQuarantineAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindQuarantine(session, id), cancellationToken);

    public Task<Page<QuarantineItem>> ListQuarantineAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var after = ContinuationToken.Read(QuarantineList, page.Continuation);
        var rows = SqlitePage.RowsFor(page);
        return database.ReadAsync(session => SqlitePage.Read(
            session.Prepare("SELECT body FROM quarantine WHERE is_open = 1 AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?")
                .Number(after.Number).Text(after.Id).Number(rows),
            page,
            row => row.GetJson<QuarantineItem>(0),
            last => new(QuarantineList, last.At.UtcTicks, last.Id)), cancellationToken);
    }

    public Task<bool> CloseQuarantineAsync(string id, QuarantineClosure closure, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        if (FindQuarantine(session, id) is not { Closure: null } item)
        {
            return false;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(item with { Closure = closure }, HubJson.Options);
        session.Prepare("UPDATE quarantine SET is_open = 0, body = ? WHERE id = ?").Bytes(body).Text(id).Run();
        return true;
    }, cancellationToken);

    private static QuarantineItem? FindQuarantine(SqliteSession session, string id)
    {
        using var row = session.Prepare("SELECT body FROM quarantine WHERE id = ?").Text(id);
        return row.Step() ? row.GetJson<QuarantineItem>(0) : null;
    }

    private static int StoreQuarantine(SqliteWriteSession session, QuarantineItem item, byte[] body) =>
        session.Prepare("INSERT INTO quarantine (id, at, is_open, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
            .Text(item.Id).Time(item.At).Number(item.Closure is null ? 1 : 0).Bytes(body).Run();
}
