using System.Collections.Concurrent;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

public sealed class ProcessorTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Two_instances_handle_every_item_though_the_lease_is_taken_over()
    {
        await using var account = await SampleAccount.Create();
        Container leases = await account.Client.GetDatabase("hub").CreateContainerIfNotExistsAsync("leases", "/id");
        var seen = new Seen();
        var first = Processor(account, leases, "first", seen);
        var second = Processor(account, leases, "second", seen);
        await first.StartAsync();
        for (var n = 0; n < 100; n++) await account.Items.CreateItemAsync(new Sample { Id = $"{n}", Pk = $"p{n % 9}" });
        await seen.Has(100);
        await second.StartAsync();
        await first.StopAsync();
        for (var n = 100; n < 200; n++) await account.Items.CreateItemAsync(new Sample { Id = $"{n}", Pk = $"p{n % 9}" });
        await seen.Has(200);
        Assert.Contains("second", seen.Instances);
        await second.StopAsync();
    }

    [Fact]
    public async Task A_lease_written_over_by_another_is_lost_and_nothing_with_it()
    {
        await using var account = await SampleAccount.Create();
        Container leases = await account.Client.GetDatabase("hub").CreateContainerIfNotExistsAsync("leases", "/id");
        var seen = new Seen();
        var lost = new TaskCompletionSource();
        // Before a checkpoint another instance takes the lease: the checkpoint fails, the page is handed out again.
        account.StandIn.Faults.Before(request => request is { Container: "leases", Operation: CosmosOperation.Replace } && seen.Count > 0, async () =>
        {
            var stored = await SampleAccount.All(leases.GetItemQueryIterator<System.Text.Json.Nodes.JsonObject>("SELECT * FROM c WHERE IS_DEFINED(c.Owner)"));
            var lease = Assert.Single(stored);
            lease["Owner"] = "other";
            await leases.ReplaceItemAsync(lease, lease["id"]!.GetValue<string>());
            lost.TrySetResult();
        });
        var processor = Processor(account, leases, "first", seen);
        await processor.StartAsync();
        for (var n = 0; n < 50; n++) await account.Items.CreateItemAsync(new Sample { Id = $"{n}", Pk = "a" });
        await lost.Task.WaitAsync(Bound);
        await seen.Has(50);
        await processor.StopAsync();
    }

    private static ChangeFeedProcessor Processor(SampleAccount account, Container leases, string instance, Seen seen) => account.Items
        .GetChangeFeedProcessorBuilder<Sample>("relay", (IReadOnlyCollection<Sample> changes, CancellationToken _) =>
        {
            seen.Add(instance, changes);
            return Task.CompletedTask;
        })
        .WithInstanceName(instance)
        .WithLeaseContainer(leases)
        .WithStartTime(DateTime.MinValue.ToUniversalTime())
        .WithPollInterval(TimeSpan.FromMilliseconds(20))
        .WithMaxItems(10)
        .WithLeaseConfiguration(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100))
        .Build();

    private sealed class Seen
    {
        private readonly ConcurrentDictionary<string, string> _ids = new();
        private readonly ConcurrentDictionary<int, TaskCompletionSource> _waits = new();

        public IEnumerable<string> Instances => _ids.Values.Distinct();

        public int Count => _ids.Count;

        public void Add(string instance, IReadOnlyCollection<Sample> changes)
        {
            foreach (var change in changes) _ids.TryAdd(change.Id, instance);
            foreach (var (count, wait) in _waits)
                if (_ids.Count >= count)
                    wait.TrySetResult();
        }

        public Task Has(int count)
        {
            var wait = _waits.GetOrAdd(count, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_ids.Count >= count) wait.TrySetResult();
            return wait.Task.WaitAsync(Bound);
        }
    }
}
