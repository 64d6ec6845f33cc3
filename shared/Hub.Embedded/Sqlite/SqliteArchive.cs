using Hub.Archive;
using Hub.Embedded.Files;

namespace Hub.Embedded.Sqlite;

/// <summary>
/// An archive that keeps small contents (reports) in SQLite, where they share the group commit of everything else, and
/// large ones (files) in a folder. A file of its own costs two flushes; at hundreds of reports a second that was a
/// quarter of the hub's processor time.
/// </summary>
public sealed class SqliteArchive(SqliteDatabase database, FolderArchive large, TimeProvider time) : IArchive
{
    /// <summary>The largest content kept in SQLite, in bytes.</summary>
    public const int MaxInDatabase = 64 * 1024;

    private const int ExpiredAtOnce = 1_000;

    public async Task<ArchiveAddress> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (content.Length > MaxInDatabase)
        {
            return await large.PutAsync(content, cancellationToken);
        }

        var address = ArchiveAddress.Of(content.Span);
        await database.WriteAsync(
            session => session.Prepare("INSERT INTO archive (address, stored_at, content) VALUES (?, ?, ?) ON CONFLICT (address) DO NOTHING")
                .Bytes(Key(address)).Time(time.GetUtcNow()).Bytes(content.Span).Run(),
            cancellationToken);
        return address;
    }

    public async Task<ArchiveAddress> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        var beginning = new byte[MaxInDatabase + 1];
        var length = await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        if (length <= MaxInDatabase)
        {
            return await PutAsync(beginning.AsMemory(0, length), cancellationToken);
        }

        await using var whole = new JoinedStream(beginning.AsMemory(0, length), content);
        return await large.PutAsync(whole, cancellationToken);
    }

    public async Task<Stream?> OpenAsync(ArchiveAddress address, CancellationToken cancellationToken)
    {
        var content = await database.ReadAsync(
            session =>
            {
                using var row = session.Prepare("SELECT content FROM archive WHERE address = ?").Bytes(Key(address));
                return row.Step() ? row.GetBytes(0).ToArray() : null;
            },
            cancellationToken);
        return content is null ? await large.OpenAsync(address, cancellationToken) : new MemoryStream(content, writable: false);
    }

    public async Task<int> ExpireAsync(DateTimeOffset storedBefore, CancellationToken cancellationToken)
    {
        var removed = await large.ExpireAsync(storedBefore, cancellationToken);
        int removedNow;
        do
        {
            // A piece at a time, so that nobody else's write waits long.
            removedNow = await database.WriteAsync(
                session => session.Prepare("DELETE FROM archive WHERE number IN (SELECT number FROM archive WHERE stored_at < ? LIMIT ?)")
                    .Time(storedBefore).Number(ExpiredAtOnce).Run(),
                cancellationToken);
            removed += removedNow;
        }
        while (removedNow == ExpiredAtOnce);
        return removed;
    }

    public async Task<bool> RemoveAsync(ArchiveAddress address, CancellationToken cancellationToken)
    {
        var removed = await database.WriteAsync(
            session => session.Prepare("DELETE FROM archive WHERE address = ?").Bytes(Key(address)).Run(), cancellationToken);
        return await large.RemoveAsync(address, cancellationToken) || removed > 0;
    }

    private static byte[] Key(ArchiveAddress address) => Convert.FromHexString(address.Sha256);
}
