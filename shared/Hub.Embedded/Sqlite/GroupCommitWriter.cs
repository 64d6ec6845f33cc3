using System.Threading.Channels;

namespace Hub.Embedded.Sqlite;

/// <summary>
/// The only writer. What waits when it comes round is committed together, so that one flush to disk serves many
/// callers; each caller is answered only after that flush, and each one's failure stays its own.
/// </summary>
internal sealed class GroupCommitWriter : IDisposable
{
    /// <summary>Pieces of work in one transaction at the most: bounds how long the first of them waits.</summary>
    private const int MaxBatch = 256;

    /// <summary>Pieces of work waiting at the most; callers beyond wait to get in.</summary>
    private const int MaxWaiting = 4096;

    private readonly Channel<WriteItem> waiting = Channel.CreateBounded<WriteItem>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly SqliteWriteSession session;
    private readonly Thread thread;

    public GroupCommitWriter(SqliteWriteSession session)
    {
        this.session = session;

        // A thread of its own: it blocks in disk flushes, and the pool's threads are few on a small server.
        thread = new Thread(Loop) { IsBackground = true, Name = "SQLite writer" };
        thread.Start();
    }

    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    public Task<T> RunAsync<T>(Func<SqliteWriteSession, T> work, CancellationToken cancellationToken)
    {
        var item = new WriteItem<T>(work, cancellationToken);
        return waiting.Writer.TryWrite(item) ? item.Task : WaitForRoomAsync(item, cancellationToken);
    }

    /// <summary>Takes no more work, finishes what waits, and returns when it is durable.</summary>
    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread.Join();
        session.Dispose();
    }

    private async Task<T> WaitForRoomAsync<T>(WriteItem<T> item, CancellationToken cancellationToken)
    {
        try
        {
            await waiting.Writer.WriteAsync(item, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteDatabase));
        }

        return await item.Task;
    }

    private void Loop()
    {
        var batch = new List<WriteItem>(MaxBatch);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MaxBatch && waiting.Reader.TryRead(out var item))
            {
                batch.Add(item);
            }

            CommitTogether(batch);
            batch.Clear();
        }
    }

    private void CommitTogether(List<WriteItem> batch)
    {
        try
        {
            session.BeginTransaction();
            foreach (var item in batch)
            {
                session.RunAlone(item);
            }

            session.CommitTransaction();
        }
        // Nothing of the batch is stored: every caller must hear of it, whatever it was, and the writer must live on.
        catch (Exception failure)
        {
            session.RollBackTransaction();
            batch.ForEach(item => item.Fail(failure));
            return;
        }

        batch.ForEach(item => item.Complete());
    }
}
