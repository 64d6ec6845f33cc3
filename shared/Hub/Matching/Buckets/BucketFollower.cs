using Hub.Matching.Index;
using Hub.Nominals;

namespace Hub.Matching.Buckets;

/// <summary>
/// Keeps the buckets as fresh as the register: brings its changes in, in their order, and keeps in the register how far that
/// has come. Every instance may do so at the same time: what one has brought in the others pass over.
/// </summary>
public sealed class BucketFollower(INominalRegister register, IBucketStore store) : IDisposable
{
    private const int BatchSize = 500;
    private static readonly RegisterWriting Writing = RegisterWriting.OfHub("Buckets brought up to date.") with { Feed = BucketLayout.Feed };
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly KeptTerms keptTerms = new(store);
    private readonly BucketFiling filing = new(store);
    private readonly BucketFilling filling = new(register, store);
    private readonly Lock gate = new();
    private readonly HashSet<BlockingKey> wanting = [];
    private Task fillings = Task.CompletedTask;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stopping = new();
    private TermCounts? terms;
    private long read;

    /// <summary>Changes after which the counts of words are kept again: so many an instance reads at its start at the most, and a little more.</summary>
    public int CountsKeptEvery { get; init; } = 10_000;

    /// <summary>The register's mark up to which the buckets have every change.</summary>
    public long Mark => Volatile.Read(ref read);

    internal TermCounts Terms => Volatile.Read(ref terms) ?? throw new InvalidOperationException("The buckets have not caught up with the register yet.");

    /// <summary>Waits until the buckets have caught up for the first time: before that, nobody being found means nothing.</summary>
    public Task WhenReadyAsync(CancellationToken cancellationToken)
    {
        wanted.TrySetResult();
        return ready.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Ends when somebody here asks for the buckets.</summary>
    public Task WhenWantedAsync() => wanted.Task;

    /// <summary>Brings the buckets to the register's present state.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await FollowAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }

        StartFilling();
    }

    /// <summary>Waits until postings that had to be put back are, as far as they will be without further changes.</summary>
    /// <exception cref="BucketsBusyException">They changed too fast. Those keys are passed over until the next time.</exception>
    public Task FilledAsync()
    {
        lock (gate)
        {
            return fillings;
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        turn.Dispose();
    }

    /// <summary>Notes keys whose postings have to be put back; more than fit are noted when they are next met.</summary>
    internal void Want(IEnumerable<BlockingKey> keys)
    {
        lock (gate)
        {
            foreach (var key in keys)
            {
                if (wanting.Count < BucketFilling.MostKeys)
                {
                    wanting.Add(key);
                }
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var kept = await register.MarkAsync(BucketLayout.Feed, cancellationToken);
        var counts = terms;
        if (counts is null)
        {
            counts = await keptTerms.ReadAsync(cancellationToken);
            Volatile.Write(ref read, Math.Min(kept, counts.Parts.Min(part => part.Mark)));
        }

        while (await register.HistorySinceAsync(read, BatchSize, cancellationToken) is { Count: > 0 } changes)
        {
            List<BucketWriting> writings = [.. changes.Select(BucketWriting.Of)];
            Want(await filing.FileAsync(writings.Where(w => w.Sequence > kept), cancellationToken));
            foreach (var writing in writings)
            {
                counts.Apply(writing);
            }

            var reached = changes[^1].Sequence;
            counts.Reached(reached);
            if (reached > kept)
            {
                kept = await KeepAsync(reached, cancellationToken);
            }

            Volatile.Write(ref read, reached);
            await keptTerms.WriteAsync(counts, CountsKeptEvery, cancellationToken);
        }

        Volatile.Write(ref terms, counts);
        ready.TrySetResult();
    }

    /// <returns>How far the buckets have come by all who bring changes in.</returns>
    private async Task<long> KeepAsync(long reached, CancellationToken cancellationToken)
    {
        var kept = reached;
        await register.WriteAsync([], state =>
        {
            kept = Math.Max(state.FeedMark, reached);
            return state.FeedMark < reached ? RegisterEdit.None with { FeedMark = reached } : RegisterEdit.None;
        }, Writing, cancellationToken);
        return kept;
    }

    private void StartFilling()
    {
        lock (gate)
        {
            if (fillings.IsCompleted && wanting.Count > 0)
            {
                BlockingKey[] keys = [.. wanting];
                wanting.Clear();
                fillings = Task.Run(() => FillAsync(keys));
            }
        }
    }

    private async Task FillAsync(BlockingKey[] keys)
    {
        if (await filling.FillAsync(keys, stopping.Token) is { Count: > 0 })
        {
            throw new BucketsBusyException();
        }
    }
}
