using Hub.Azure.Cosmos;
using Hub.Cases;
using Hub.Functions.Tests;
using Hub.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Azure.Tests.Flow;

/// <summary>The relay of another instance of a hub, with a client of its own and the same leases.</summary>
internal sealed class OtherRelay : IAsyncDisposable
{
    private readonly TestHub hub;
    private readonly HubDatabase database;
    private readonly ProcessorFeed feed;

    public OtherRelay(TestHub hub)
    {
        this.hub = hub;
        database = TestBackends.OtherDatabase(hub.Folder);
        feed = TestBackends.OtherFeed(hub.Folder, database);
    }

    /// <summary>As if the hub's own instance had been taken for dead: its lease is free, and its next word on it is refused.</summary>
    public async Task GiveUpLeaseAsync()
    {
        using var client = TestBackends.Cosmos(hub.Folder);
        var leases = client.GetContainer(DatabaseDeclaration.Deployed.Database, "leases");
        using var all = leases.GetItemQueryIterator<Newtonsoft.Json.Linq.JObject>("SELECT * FROM c WHERE IS_DEFINED(c.Owner)");
        var lease = Assert.Single(await all.ReadNextAsync());
        lease["Owner"] = null;
        await leases.ReplaceItemAsync(lease, (string)lease["id"]!);
    }

    /// <summary>Its function <c>relay</c>.</summary>
    public async Task RelayAsync(TaskCompletionSource handedOver, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var changes = (IReadOnlyList<CaseChange>)await feed.ReadAsync(256, stop);
            if (changes.Count == 0)
            {
                await feed.WaitAsync(TimeSpan.FromSeconds(1), stop);
                continue;
            }

            await hub.Services.GetRequiredService<Relay>().SendAsync([.. changes.SelectMany(c => c.Events)], stop);
            foreach (var view in hub.Services.GetServices<ICaseView>())
            {
                await view.FollowAsync(changes, stop);
            }

            await feed.DoneAsync((System.Collections.ICollection)changes, stop);
            handedOver.TrySetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await feed.DisposeAsync();
        await database.DisposeAsync();
    }
}
