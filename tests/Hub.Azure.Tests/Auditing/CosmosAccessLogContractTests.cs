using Hub.Auditing;
using Hub.Azure.Auditing;
using Hub.Azure.Cosmos;
using Hub.Azure.Tests.Cases;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Testing;
using Hub.Testing.Contracts;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.Auditing;

public sealed class CosmosAccessLogContractTests : AccessLogContract, IDisposable
{
    private readonly CosmosWorld world;

    public CosmosAccessLogContractTests() => world = new(Time);

    public void Dispose() => world.Dispose();

    protected override Task<IAccessLog> CreateAsync() => Task.FromResult<IAccessLog>(new CosmosAccessLog(world.Database));

    [Fact]
    public async Task Two_instances_that_log_at_the_same_time_make_one_unbroken_chain()
    {
        CosmosAccessLog[] logs = [new(world.Database), new(world.OtherInstance())];

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => logs[i % 2].AppendAsync(A.AccessEntry($"nominal:{i}"), None))));

        var items = (await logs[0].ReadAsync(null, new(500), None)).Items;
        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), items.Select(i => i.Sequence));
        Assert.Equal(200, items.Select(i => i.Entry.Subject).Distinct().Count());
        Assert.Null(Break(items));
    }

    [Fact]
    public async Task An_entry_whose_answer_was_lost_is_in_the_log_once()
    {
        var log = new CosmosAccessLog(world.Database);
        await log.AppendAsync(A.AccessEntry("nominal:1"), None);
        world.StandIn.Faults.LoseResponse(r => r.Operation == CosmosOperation.Batch, times: 2);

        await log.AppendAsync(A.AccessEntry("nominal:2"), None);
        await log.AppendAsync(A.AccessEntry("nominal:3"), None);

        var items = (await log.ReadAsync(null, new(), None)).Items;
        Assert.Equal(["nominal:1", "nominal:2", "nominal:3"], items.Select(i => i.Entry.Subject));
        Assert.Null(Break(items));
    }

    [Fact]
    public async Task A_store_that_stays_busy_is_told_to_whoever_waits_and_the_log_goes_on_after_it()
    {
        using var busy = new CosmosWorld(patience: TimeSpan.FromSeconds(1));
        var log = new CosmosAccessLog(busy.Database);
        await log.AppendAsync(A.AccessEntry("nominal:1"), None);
        busy.StandIn.Faults.Throttle(r => r.Operation == CosmosOperation.Batch, times: 1000, TimeSpan.FromMilliseconds(600));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => log.AppendAsync(A.AccessEntry("nominal:2"), None));

        busy.StandIn.Faults.Clear();
        await log.AppendAsync(A.AccessEntry("nominal:3"), None);
        Assert.Equal(["nominal:1", "nominal:3"], (await log.ReadAsync(null, new(), None)).Items.Select(i => i.Entry.Subject));
    }

    [Fact]
    public async Task A_burst_goes_out_in_few_batches()
    {
        var log = new CosmosAccessLog(world.Database);
        await log.AppendAsync(A.AccessEntry(), None);
        world.StandIn.Charges.Clear();

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => log.AppendAsync(A.AccessEntry($"nominal:{i}"), None)));

        Assert.InRange(world.StandIn.Charges.All.Count(c => c.Operation == CosmosOperation.Batch), 5, 50);
    }

    [Theory]
    [InlineData(1, "000000")]
    [InlineData(1_000_000, "000000")]
    [InlineData(1_000_001, "000001")]
    public void A_partition_holds_a_million_entries(long number, string partition) => Assert.Equal(partition, AccessItem.LogOf(number));

    [Fact]
    public async Task The_chain_goes_on_over_the_end_of_a_partition()
    {
        const long Last = 999_998;
        var access = await world.Database.ContainerAsync("access");
        var before = AccessItem.Of(Last, A.AccessEntry("nominal:0"), "earlier", Guid.NewGuid());
        using var written = StoredJson.Write(before);
        (await access.CreateItemStreamAsync(written, new PartitionKey(before.Log))).EnsureSuccessStatusCode();
        var log = new CosmosAccessLog(world.Database);

        await Task.WhenAll(Enumerable.Range(1, 5).Select(i => log.AppendAsync(A.AccessEntry($"nominal:{i}"), None)));

        var items = (await log.ReadAsync(null, new(), None)).Items;
        Assert.Equal(Enumerable.Range(0, 6).Select(i => Last + i), items.Select(i => i.Sequence));
        Assert.All(items.Zip(items.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.PreviousHash));
        Assert.All(items, i => Assert.Equal(AuditChain.HashOf(i.Sequence, i.Entry, i.PreviousHash), i.Hash));
    }

    [Fact]
    public async Task An_entry_that_was_altered_shows()
    {
        var log = new CosmosAccessLog(world.Database);
        await log.AppendAsync(A.AccessEntry("nominal:1"), None);

        var item = Assert.Single((await log.ReadAsync(null, new(), None)).Items);

        Assert.NotNull(Break([item with { Entry = item.Entry with { Subject = "nominal:2" } }]));
    }

    private static string? Break(IReadOnlyList<LoggedAccess> items)
    {
        var previous = "";
        foreach (var item in items)
        {
            if (item.PreviousHash != previous || item.Hash != AuditChain.HashOf(item.Sequence, item.Entry, previous))
            {
                return $"Entry {item.Sequence} does not fit.";
            }

            previous = item.Hash;
        }

        return null;
    }
}
