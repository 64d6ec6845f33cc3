using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>Many persons against the register at once, on all cores, in bounded memory.</summary>
public sealed class BulkScreening(Screener screener)
{
    private const int BatchSize = 256;
    private const int BatchesAhead = 2;

    /// <summary>Screens each item's person; results come in the order of the items. No more than a few batches are held at once.</summary>
    /// <param name="progress">Told how many are done, after each batch.</param>
    /// <param name="workers">Threads; as many as there are cores unless said otherwise.</param>
    public async IAsyncEnumerable<(T Item, Screening Result)> RunAsync<T>(
        IAsyncEnumerable<T> items, Func<T, PersonDetails> person, MatchPurpose purpose, int keep, IProgress<long>? progress,
        int? workers = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var threads = Math.Max(1, workers ?? Environment.ProcessorCount);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var free = new SemaphoreSlim(threads);
        var batches = Channel.CreateBounded<Task<(T, Screening)[]>>(threads * BatchesAhead);
        var reading = ReadAsync(items, batch => Task.Run(() => Screen(batch, person, purpose, keep, free, stop.Token), CancellationToken.None), free, batches.Writer, stop.Token);
        long done = 0;
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                var results = await batch;
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var result in results)
                {
                    yield return result;
                }

                done += results.Length;
                progress?.Report(done);
            }

            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await Quiet(reading);
            while (batches.Reader.TryRead(out var left))
            {
                await Quiet(left);
            }
        }
    }

    private static Task Quiet(Task task) => task.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private static async Task ReadAsync<T>(
        IAsyncEnumerable<T> items, Func<T[], Task<(T, Screening)[]>> start, SemaphoreSlim free, ChannelWriter<Task<(T, Screening)[]>> batches, CancellationToken cancellationToken)
    {
        try
        {
            var batch = new List<T>(BatchSize);
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                batch.Add(item);
                if (batch.Count == BatchSize)
                {
                    await StartAsync([.. batch]);
                    batch.Clear();
                }
            }

            if (batch.Count > 0)
            {
                await StartAsync([.. batch]);
            }

            batches.Complete();
        }
        catch (Exception e) when (batches.TryComplete(e))
        {
            // Told to whoever reads the results.
        }

        // One that is begun must be waited for, even where nobody will take its results.
        async Task StartAsync(T[] batch)
        {
            await free.WaitAsync(cancellationToken);
            var begun = start(batch);
            try
            {
                await batches.WriteAsync(begun, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                await Quiet(begun);
                throw;
            }
        }
    }

    private (T, Screening)[] Screen<T>(
        T[] batch, Func<T, PersonDetails> person, MatchPurpose purpose, int keep, SemaphoreSlim free, CancellationToken cancellationToken)
    {
        try
        {
            var results = new (T, Screening)[batch.Length];
            for (var i = 0; i < batch.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                results[i] = (batch[i], screener.Screen(person(batch[i]), purpose, keep));
            }

            return results;
        }
        finally
        {
            free.Release();
        }
    }
}
