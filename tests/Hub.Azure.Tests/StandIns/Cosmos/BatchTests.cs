using System.Net;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

public sealed class BatchTests
{
    private static readonly PartitionKey Key = new("a");

    [Fact]
    public async Task A_batch_is_carried_out_whole_and_answers_for_each_operation()
    {
        await using var account = await SampleAccount.Create();
        await account.Items.CreateItemAsync(new Sample { Id = "old", Pk = "a", N = 1 }, Key);
        var etag = (await account.Items.CreateItemAsync(new Sample { Id = "gone", Pk = "a" }, Key)).ETag;
        using var answer = await account.Items.CreateTransactionalBatch(Key)
            .CreateItem(new Sample { Id = "new", Pk = "a", N = 10 })
            .ReplaceItem("old", new Sample { Id = "old", Pk = "a", N = 2 })
            .UpsertItem(new Sample { Id = "up", Pk = "a" })
            .PatchItem("new", [PatchOperation.Increment("/n", 1)])
            .DeleteItem("gone", new TransactionalBatchItemRequestOptions { IfMatchEtag = etag })
            .ReadItem("new")
            .ExecuteAsync();
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal([201, 200, 201, 200, 204, 200], answer.Select(result => (int)result.StatusCode));
        Assert.Equal(11, answer.GetOperationResultAtIndex<Sample>(5).Resource.N);
        Assert.NotNull(answer[0].ETag);
        Assert.Equal(["new", "old", "up"], (await account.Query<Sample>("SELECT * FROM c", "a")).Select(item => item.Id).Order());
    }

    [Fact]
    public async Task A_batch_with_one_failure_changes_nothing_and_says_which_failed()
    {
        await using var account = await SampleAccount.Create();
        await account.Items.CreateItemAsync(new Sample { Id = "old", Pk = "a", N = 1 }, Key);
        using var conflict = await account.Items.CreateTransactionalBatch(Key)
            .CreateItem(new Sample { Id = "new", Pk = "a" })
            .CreateItem(new Sample { Id = "old", Pk = "a" })
            .UpsertItem(new Sample { Id = "up", Pk = "a" })
            .ExecuteAsync();
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal([424, 409, 424], conflict.Select(result => (int)result.StatusCode));

        using var precondition = await account.Items.CreateTransactionalBatch(Key)
            .CreateItem(new Sample { Id = "new", Pk = "a" })
            .ReplaceItem("old", new Sample { Id = "old", Pk = "a", N = 9 }, new TransactionalBatchItemRequestOptions { IfMatchEtag = "\"other\"" })
            .ExecuteAsync();
        Assert.Equal(HttpStatusCode.PreconditionFailed, precondition.StatusCode);
        Assert.Equal(1, Assert.Single(await account.Query<Sample>("SELECT * FROM c", "a")).N);
    }

    [Fact]
    public async Task A_batch_holds_at_most_100_operations_and_2_MB()
    {
        await using var account = await SampleAccount.Create();
        foreach (var (count, status) in new[] { (101, HttpStatusCode.BadRequest), (100, HttpStatusCode.OK) })
        {
            var batch = account.Items.CreateTransactionalBatch(Key);
            for (var n = 0; n < count; n++) batch.CreateItem(new Sample { Id = $"{n}", Pk = "a" });
            using var answer = await batch.ExecuteAsync();
            Assert.Equal(status, answer.StatusCode);
        }

        var large = account.Items.CreateTransactionalBatch(Key);
        for (var n = 0; n < 3; n++) large.CreateItem(new Sample { Id = $"l{n}", Pk = "a", Word = new string('x', 1_000_000) });
        using var tooLarge = await large.ExecuteAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal(100, Assert.Single(await account.Query<int>("SELECT VALUE COUNT(1) FROM c", "a")));
    }
}
