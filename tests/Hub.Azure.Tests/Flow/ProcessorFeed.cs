using System.Collections;
using System.Collections.Concurrent;
using Hub.Azure.Cosmos;
using Hub.Cases;
using Hub.Embedded.Hosting;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.Flow;

/// <summary>
/// Puts the SDK's change feed processor, with leases, behind a <c>[CosmosDBTrigger]</c> on the embedded host, as the
/// trigger does in Azure: a batch is checkpointed once the function has come back from it, and comes again otherwise.
/// </summary>
/// <param name="followed">What was handed out and worked on, by this instance or another.</param>
public sealed class ProcessorFeed(HubDatabase database, string instance, ConcurrentDictionary<(string Case, string Id), bool> followed) : IChangeFeed, IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly SemaphoreSlim rung = new(0);
    private ChangeFeedProcessor? processor;
    private Batch? pending;

    public string Database => DatabaseDeclaration.Deployed.Database;

    public string Container => "cases";

    public Type ItemType => typeof(CaseChange);

    public async Task<ICollection> ReadAsync(int max, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        return Volatile.Read(ref pending) is { } batch ? batch.Changes : Array.Empty<CaseChange>();
    }

    public Task DoneAsync(ICollection changes, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref pending, null) is { } batch)
        {
            foreach (var change in batch.Changes)
            {
                followed[(change.Case, change.Id)] = true;
            }

            batch.Done.SetResult();
        }

        return Task.CompletedTask;
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref pending) is null)
        {
            await rung.WaitAsync(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    /// <summary>How many commits have been handed out and worked on, where those are all there are; else null.</summary>
    public async Task<long?> FollowedAsync()
    {
        var cases = await database.ContainerAsync(Container);
        using var counting = cases.GetItemQueryIterator<long>("SELECT VALUE COUNT(1) FROM c");
        long count = 0;
        while (counting.HasMoreResults)
        {
            count += (await counting.ReadNextAsync()).Sum();
        }

        return Volatile.Read(ref pending) is null && followed.Count >= count ? count : null;
    }

    public async ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref pending, null)?.Done.TrySetCanceled();
        if (processor is not null)
        {
            await processor.StopAsync();
        }

        starting.Dispose();
        rung.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref processor) is not null)
        {
            return;
        }

        await starting.WaitAsync(cancellationToken);
        try
        {
            if (processor is null)
            {
                var made = (await database.ContainerAsync(Container))
                    .GetChangeFeedProcessorBuilder<CaseChange>("relay", HandleAsync)
                    .WithInstanceName(instance)
                    .WithLeaseContainer(await database.ContainerAsync("leases"))
                    .WithPollInterval(TimeSpan.FromMilliseconds(20))
                    .WithStartTime(DateTime.MinValue.ToUniversalTime())
                    .Build();
                await made.StartAsync();
                Volatile.Write(ref processor, made);
            }
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task HandleAsync(ChangeFeedProcessorContext context, IReadOnlyCollection<CaseChange> changes, CancellationToken cancellationToken)
    {
        var batch = new Batch([.. changes]);
        Volatile.Write(ref pending, batch);
        rung.Release();
        await batch.Done.Task.WaitAsync(cancellationToken);
    }

    private sealed record Batch(List<CaseChange> Changes)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
