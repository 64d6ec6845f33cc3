using System.Net;
using Hub.Testing;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

public sealed class ContainerTests
{
    [Fact]
    public async Task A_container_is_kept_as_it_was_defined()
    {
        await using var account = await SampleAccount.Create(Define);
        var again = await account.Client.GetDatabase("hub").CreateContainerIfNotExistsAsync(new ContainerProperties("items", "/pk"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var read = (await account.Items.ReadContainerAsync()).Resource;
        Assert.Equal("/pk", read.PartitionKeyPath);
        Assert.Equal(60, read.DefaultTimeToLive);
        Assert.Equal("/word/?", Assert.Single(read.IndexingPolicy.IncludedPaths).Path);
        Assert.Equal(["/*", "/\"_etag\"/?"], read.IndexingPolicy.ExcludedPaths.Select(path => path.Path));
        Assert.Equal(["/n", "/word"], Assert.Single(read.IndexingPolicy.CompositeIndexes).Select(path => path.Path));

        read.DefaultTimeToLive = null;
        await account.Items.ReplaceContainerAsync(read);
        Assert.Null((await account.Items.ReadContainerAsync()).Resource.DefaultTimeToLive);
        await account.Items.DeleteContainerAsync();
        await Refused(HttpStatusCode.NotFound, () => account.Items.ReadContainerAsync());
    }

    [Fact]
    public async Task What_a_container_cannot_be_is_refused()
    {
        await using var account = await SampleAccount.Create();
        var database = account.Client.GetDatabase("hub");
        await Refused(HttpStatusCode.Conflict, () => database.CreateContainerAsync("items", "/pk"));
        var noRoot = new ContainerProperties("other", "/pk");
        noRoot.IndexingPolicy.IncludedPaths.Add(new IncludedPath { Path = "/word/?" });
        await Refused(HttpStatusCode.BadRequest, () => database.CreateContainerAsync(noRoot));
        await Refused(HttpStatusCode.NotFound, () => database.GetContainer("none").ReadItemAsync<Sample>("1", new PartitionKey("a")));
        await Refused(HttpStatusCode.NotFound, () => account.Client.GetDatabase("none").ReadAsync());
    }

    [Theory]
    [InlineData(60, null, 60L)]
    [InlineData(60, 10, 10L)]
    [InlineData(60, -1, null)]
    [InlineData(-1, null, null)]
    [InlineData(-1, 10, 10L)]
    [InlineData(null, 10, null)]
    public async Task An_item_is_gone_when_its_time_to_live_has_passed(int? standard, int? own, long? lives)
    {
        var time = new ManualTime(DateTimeOffset.UnixEpoch.AddDays(20_000));
        await using var account = await SampleAccount.Create(properties => properties.DefaultTimeToLive = standard, time);
        var key = new PartitionKey("a");
        await account.Items.CreateItemAsync(own is null ? (object)new { id = "1", pk = "a" } : new { id = "1", pk = "a", ttl = own }, key);
        if (lives is { } seconds)
        {
            time.Advance(TimeSpan.FromSeconds(seconds - 1));
            Assert.Single(await account.Query<object>("SELECT * FROM c"));
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.Empty(await account.Query<object>("SELECT * FROM c"));
            await Refused(HttpStatusCode.NotFound, () => account.Items.ReadItemAsync<object>("1", key));
            await Refused(HttpStatusCode.NotFound, () => account.Items.DeleteItemAsync<object>("1", key));
            await account.Items.CreateItemAsync(new { id = "1", pk = "a" }, key);
        }
        else
        {
            time.Advance(TimeSpan.FromDays(1000));
            Assert.Single(await account.Query<object>("SELECT * FROM c"));
        }
    }

    private static void Define(ContainerProperties properties)
    {
        properties.DefaultTimeToLive = 60;
        properties.IndexingPolicy.IncludedPaths.Add(new IncludedPath { Path = "/word/?" });
        properties.IndexingPolicy.ExcludedPaths.Add(new ExcludedPath { Path = "/*" });
        properties.IndexingPolicy.CompositeIndexes.Add([new CompositePath { Path = "/n" }, new CompositePath { Path = "/word", Order = CompositePathSortOrder.Descending }]);
    }

    private static async Task Refused(HttpStatusCode status, Func<Task> attempt) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<CosmosException>(attempt)).StatusCode);
}
