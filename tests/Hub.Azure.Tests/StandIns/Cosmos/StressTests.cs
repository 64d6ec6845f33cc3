using System.Collections.Concurrent;
using System.Net;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

public sealed class StressTests
{
    private static readonly PartitionKey Key = new("a");

    [Fact]
    public async Task Of_many_creating_the_same_id_exactly_one_wins()
    {
        await using var account = await SampleAccount.Create();
        for (var round = 0; round < 50; round++)
        {
            var attempts = await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
            {
                using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{round}}","pk":"a","n":{{writer}}}"""));
                using var answer = await account.Items.CreateItemStreamAsync(stream, Key);
                return (writer, answer.StatusCode);
            }));
            var winner = Assert.Single(attempts, attempt => attempt.StatusCode == HttpStatusCode.Created).writer;
            Assert.Equal(15, attempts.Count(attempt => attempt.StatusCode == HttpStatusCode.Conflict));
            Assert.Equal(winner, (await account.Items.ReadItemAsync<Sample>($"{round}", Key)).Resource.N);
        }
    }

    [Fact]
    public async Task Increments_under_etags_by_many_writers_lose_nothing()
    {
        await using var account = await SampleAccount.Create();
        await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var done = 0; done < 50;)
            {
                var before = await account.Items.ReadItemAsync<Sample>("1", Key);
                var batch = account.Items.CreateTransactionalBatch(Key)
                    .ReplaceItem("1", before.Resource with { N = before.Resource.N + 1 }, new TransactionalBatchItemRequestOptions { IfMatchEtag = before.ETag })
                    .CreateItem(new Sample { Id = $"log{before.Resource.N}", Pk = "a" });
                using var answer = await batch.ExecuteAsync();
                if (answer.IsSuccessStatusCode) done++;
                else Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
            }
        }));
        Assert.Equal(400, (await account.Items.ReadItemAsync<Sample>("1", Key)).Resource.N);
        Assert.Equal(401, Assert.Single(await account.Query<int>("SELECT VALUE COUNT(1) FROM c")));
    }

    [Fact]
    public async Task A_batch_is_never_seen_half()
    {
        await using var account = await SampleAccount.Create();
        using var over = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var n = 0; n < 300; n++)
            {
                var batch = account.Items.CreateTransactionalBatch(Key);
                for (var item = 0; item < 5; item++) batch.UpsertItem(new Sample { Id = $"{item}", Pk = "a", N = n });
                if (n % 3 == 2) batch.ReadItem("missing");
                using var answer = await batch.ExecuteAsync();
                Assert.Equal(n % 3 != 2, answer.IsSuccessStatusCode);
            }
            await over.CancelAsync();
        });
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            while (!over.IsCancellationRequested)
            {
                var seen = await account.Query<int>("SELECT VALUE c.n FROM c", "a");
                Assert.Contains(seen.Count, new[] { 0, 5 });
                Assert.True(seen.Distinct().Count() <= 1, string.Join(',', seen));
                Assert.All(seen, n => Assert.NotEqual(2, n % 3));
            }
        }).Append(writer));
    }

    [Fact]
    public async Task Readers_of_the_change_feed_miss_nothing_and_keep_order_while_many_write()
    {
        await using var account = await SampleAccount.Create();
        const int Writers = 6, Each = 150;
        var writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var n = 0; n < Each; n++)
            {
                await account.Items.CreateItemAsync(new Sample { Id = $"{writer}-{n}", Pk = $"p{writer}", N = n }, new PartitionKey($"p{writer}"));
                if (n % 10 == 9) await account.Items.UpsertItemAsync(new Sample { Id = $"{writer}-hot", Pk = $"p{writer}", N = n }, new PartitionKey($"p{writer}"));
            }
        }));
        var readers = Enumerable.Range(0, 3).Select(async _ =>
        {
            var iterator = account.Items.GetChangeFeedIterator<Sample>(ChangeFeedStartFrom.Beginning(), ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = 7 });
            ConcurrentDictionary<string, int> last = new();
            HashSet<string> seen = [];
            while (true)
            {
                var ended = writers.IsCompleted;
                var page = await iterator.ReadNextAsync();
                if (page.StatusCode == HttpStatusCode.NotModified)
                {
                    if (ended) return (seen, last);
                    continue;
                }
                foreach (var item in page.Where(item => !item.Id.EndsWith("hot", StringComparison.Ordinal)))
                {
                    Assert.True(seen.Add(item.Id), $"{item.Id} came twice");
                    Assert.True(item.N == last.GetValueOrDefault(item.Pk, -1) + 1, $"{item.Id} came after {last.GetValueOrDefault(item.Pk, -1)}");
                    last[item.Pk] = item.N;
                }
            }
        });
        foreach (var (seen, _) in await Task.WhenAll(readers)) Assert.Equal(Writers * Each, seen.Count);
        await writers;
    }
}
