using System.Collections.Concurrent;
using System.Threading.Channels;
using Hub.Embedded.Files;
using Microsoft.Data.Sqlite;

namespace Hub.Embedded.Sqlite;

/// <summary>
/// The file <c>hub.db</c> in a data directory: many readers, one writer, and every write durable once answered. Another
/// process may use the same file at the same time. Disposing finishes the writes that wait and closes the file.
/// </summary>
public sealed class SqliteDatabase : IDisposable, IAsyncDisposable
{
    public const string FileName = "hub.db";

    private const int Readers = 4;

    private readonly ConcurrentDictionary<string, AsyncSignal> signals = new();
    private readonly Channel<SqliteSession> idleReaders = Channel.CreateUnbounded<SqliteSession>();
    private readonly GroupCommitWriter writer;
    private int disposed;

    private SqliteDatabase(string file)
    {
        var writing = Connect(file);
        try
        {
            SqliteSchema.Migrate(writing);
        }
        catch
        {
            writing.Dispose();
            throw;
        }

        writer = new GroupCommitWriter(new SqliteWriteSession(writing));
        for (var i = 0; i < Readers; i++)
        {
            idleReaders.Writer.TryWrite(new SqliteSession(Connect(file, "PRAGMA query_only = ON; PRAGMA cache_size = -4096;")));
        }
    }

    /// <summary>Opens the database of a data directory, creating directory and file where there are none.</summary>
    /// <exception cref="SchemaTooNewException">The file was written by a newer build.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or is no database.</exception>
    public static SqliteDatabase Open(string dataDirectory)
    {
        DataDirectory.Prepare(dataDirectory);
        return new SqliteDatabase(Path.Combine(dataDirectory, FileName));
    }

    /// <summary>Runs work in the writer's transaction; returns once it is durable.</summary>
    /// <exception cref="SqliteException">SQLite refused; nothing of this work is stored.</exception>
    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    internal Task<T> WriteAsync<T>(Func<SqliteWriteSession, T> work, CancellationToken cancellationToken) => writer.RunAsync(work, cancellationToken);

    /// <summary>Reads from one snapshot. The work runs on the caller's thread and must be short.</summary>
    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    internal async Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        var reader = await IdleReaderAsync(cancellationToken);
        try
        {
            return reader.Snapshot(read);
        }
        finally
        {
            // Only a closed database refuses its reader back.
            if (!idleReaders.Writer.TryWrite(reader))
            {
                reader.Dispose();
            }
        }
    }

    /// <summary>A wake-up shared by all adapters on this database.</summary>
    internal AsyncSignal Signal(string name) => signals.GetOrAdd(name, _ => new AsyncSignal());

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        idleReaders.Writer.TryComplete();
        while (idleReaders.Reader.TryRead(out var reader))
        {
            reader.Dispose();
        }

        // Last, so that closing its connection folds the write-ahead log into the file.
        writer.Dispose();
    }

    public async ValueTask DisposeAsync() => await Task.Run(Dispose);

    private async ValueTask<SqliteSession> IdleReaderAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await idleReaders.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteDatabase));
        }
    }

    private static SqliteConnection Connect(string file, string more = "")
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                PRAGMA busy_timeout = 5000;
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA wal_autocheckpoint = 4000;
                PRAGMA journal_size_limit = 67108864;
                PRAGMA cache_size = -8192;
                PRAGMA temp_store = MEMORY;
                {more}
                """;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
