using System.Text;
using Hub.Auditing;

namespace Hub.Azure.Auditing;

/// <summary>Gathers what is to be logged at the same time: while one batch is on its way, the next one fills.</summary>
internal sealed class AccessAppending(AccessChain chain)
{
    /// <summary>Entries of one batch: Cosmos DB takes a hundred operations.</summary>
    private const int MaxBatch = 100;

    /// <summary>Characters of one batch's reasons and subjects: with what is around them, well below Cosmos DB's 2 MB.</summary>
    private const int MaxBatchSize = 256 * 1024;

    /// <summary>Entries that may wait; more is a store that does not answer.</summary>
    private const int MaxWaiting = 10_000;

    private readonly Lock turn = new();
    private readonly Queue<Waiting> queue = [];
    private bool writing;

    public Task AppendAsync(AccessEntry entry, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(entry);
        lock (turn)
        {
            if (queue.Count >= MaxWaiting)
            {
                throw new StoreUnavailableException("the access log, which is too far behind,");
            }

            queue.Enqueue(waiting);
            if (!writing)
            {
                writing = true;
                _ = Task.Run(WriteAsync, CancellationToken.None);
            }
        }

        // Whoever does not wait any longer leaves an entry that is written all the same.
        return waiting.Stored.Task.WaitAsync(cancellationToken);
    }

    private async Task WriteAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            var stored = 0;
            try
            {
                while (stored < batch.Count)
                {
                    var now = await chain.AddAsync([.. batch.Skip(stored).Select(w => w.Entry)]);
                    batch.Skip(stored).Take(now).ToList().ForEach(w => w.Stored.SetResult());
                    stored += now;
                }
            }
            catch (Exception e)
            {
                // Theirs, not this loop's: each who waits is told.
                batch.Skip(stored).ToList().ForEach(w => w.Stored.SetException(e));
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (turn)
        {
            var batch = new List<Waiting>();
            for (var size = 0; batch.Count < MaxBatch && queue.TryPeek(out var next); batch.Add(queue.Dequeue()))
            {
                size += next.Size;
                if (batch.Count > 0 && size > MaxBatchSize)
                {
                    break;
                }
            }

            writing = batch.Count > 0;
            return batch;
        }
    }

    private sealed class Waiting(AccessEntry entry)
    {
        public AccessEntry Entry { get; } = entry;

        public int Size { get; } = Encoding.UTF8.GetByteCount(entry.Subject) + Encoding.UTF8.GetByteCount(entry.Reason ?? "");

        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
