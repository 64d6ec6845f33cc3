using System.Text.Json;
using Hub.Embedded.Hosting;
using Hub.Json;

namespace Hub.Embedded.Sqlite;

/// <summary>Blob receipts in SQLite.</summary>
public sealed class SqliteBlobReceipts(SqliteDatabase database) : IBlobReceipts
{
    public Task<BlobReceipt?> FindAsync(string function, string path, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var row = session.Prepare("SELECT body FROM blob_receipts WHERE function = ? AND path = ?").Text(function).Text(path);
        return row.Step() ? row.GetJson<BlobReceipt>(0) : null;
    }, cancellationToken);

    public Task RecordAsync(BlobReceipt receipt, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(receipt, HubJson.Options);
        return database.WriteAsync(session => session
            .Prepare("INSERT OR REPLACE INTO blob_receipts (function, path, body) VALUES (?, ?, ?)")
            .Text(receipt.Function).Text(receipt.Path).Bytes(body).Run(), cancellationToken);
    }
}
