using System.Net;
using Hub.Testing;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

public sealed class ChangeFeedTests
{
    [Fact]
    public async Task Each_item_shows_once_at_its_last_change_in_the_order_of_changes()
    {
        await using var account = await SampleAccount.Create();
        foreach (var id in new[] { "1", "2", "3" }) await Put(account, id);
        await Put(account, "1", 2);
        await account.Items.DeleteItemAsync<Sample>("2", new PartitionKey("a"));
        var (items, token) = await Read(account, ChangeFeedStartFrom.Beginning());
        Assert.Equal([("3", 1), ("1", 2)], items.Select(item => (item.Id, item.N)));

        Assert.Empty((await Read(account, ChangeFeedStartFrom.ContinuationToken(token))).Items);
        await Put(account, "3", 5);
        Assert.Equal("3", Assert.Single((await Read(account, ChangeFeedStartFrom.ContinuationToken(token))).Items).Id);
    }

    [Fact]
    public async Task A_reader_can_start_now_or_at_a_time()
    {
        var time = new ManualTime(DateTimeOffset.UnixEpoch.AddDays(20_000));
        await using var account = await SampleAccount.Create(time: time);
        await Put(account, "1");
        time.Advance(TimeSpan.FromMinutes(10));
        await Put(account, "2");
        var now = account.Items.GetChangeFeedIterator<Sample>(ChangeFeedStartFrom.Now(), ChangeFeedMode.LatestVersion);
        var nothing = await now.ReadNextAsync();
        Assert.Equal(HttpStatusCode.NotModified, nothing.StatusCode);
        await Put(account, "3");
        Assert.Equal("3", Assert.Single(await now.ReadNextAsync()).Id);
        var since = ChangeFeedStartFrom.Time(time.GetUtcNow().UtcDateTime);
        Assert.Equal(["2", "3"], (await Read(account, since)).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task A_reader_can_follow_one_partition_key_or_a_feed_range()
    {
        await using var account = await SampleAccount.Create();
        foreach (var (id, key) in new[] { ("1", "a"), ("2", "b"), ("3", "a") }) await Put(account, id, key: key);
        Assert.Equal(["1", "3"], (await Read(account, ChangeFeedStartFrom.Beginning(FeedRange.FromPartitionKey(new PartitionKey("a"))))).Items.Select(item => item.Id));
        var range = Assert.Single(await account.Items.GetFeedRangesAsync());
        Assert.Equal(["1", "2", "3"], (await Read(account, ChangeFeedStartFrom.Beginning(range), 1)).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task A_batch_is_never_split_between_pages()
    {
        await using var account = await SampleAccount.Create();
        for (var batch = 0; batch < 3; batch++)
        {
            var operations = account.Items.CreateTransactionalBatch(new PartitionKey("a"));
            for (var n = 0; n < 5; n++) operations.CreateItem(new Sample { Id = $"{batch}-{n}", Pk = "a", N = batch });
            using var answer = await operations.ExecuteAsync();
            Assert.True(answer.IsSuccessStatusCode);
        }
        var iterator = account.Items.GetChangeFeedIterator<Sample>(ChangeFeedStartFrom.Beginning(), ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = 2 });
        for (var batch = 0; batch < 3; batch++)
            Assert.Equal([batch, batch, batch, batch, batch], (await iterator.ReadNextAsync()).Select(item => item.N));
        Assert.Equal(HttpStatusCode.NotModified, (await iterator.ReadNextAsync()).StatusCode);
    }

    private static Task<ItemResponse<Sample>> Put(SampleAccount account, string id, int n = 1, string key = "a") =>
        account.Items.UpsertItemAsync(new Sample { Id = id, Pk = key, N = n }, new PartitionKey(key));

    private static async Task<(List<Sample> Items, string Token)> Read(SampleAccount account, ChangeFeedStartFrom start, int? page = null)
    {
        using var iterator = account.Items.GetChangeFeedIterator<Sample>(start, ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = page });
        List<Sample> items = [];
        while (true)
        {
            var answer = await iterator.ReadNextAsync();
            if (answer.StatusCode == HttpStatusCode.NotModified) return (items, answer.ContinuationToken);
            items.AddRange(answer);
        }
    }
}
