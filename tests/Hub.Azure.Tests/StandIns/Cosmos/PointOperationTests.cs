using System.Net;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

public sealed class PointOperationTests
{
    private static readonly PartitionKey Key = new("a");

    [Fact]
    public async Task An_item_is_created_read_replaced_and_deleted_with_its_system_properties()
    {
        await using var account = await SampleAccount.Create();
        var created = await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a", N = 1 }, Key);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(1, created.Resource.N);

        var raw = await account.Items.ReadItemAsync<Dictionary<string, object>>("1", Key);
        Assert.All(["id", "pk", "_rid", "_self", "_etag", "_ts"], name => Assert.Contains(name, raw.Resource.Keys));
        Assert.Equal(raw.ETag, raw.Resource["_etag"].ToString());
        Assert.Equal(created.ETag, raw.ETag);

        var replaced = await account.Items.ReplaceItemAsync(new Sample { Id = "1", Pk = "a", N = 2 }, "1", Key);
        Assert.NotEqual(created.ETag, replaced.ETag);
        Assert.Equal(HttpStatusCode.OK, (await account.Items.UpsertItemAsync(new Sample { Id = "1", Pk = "a", N = 3 }, Key)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await account.Items.UpsertItemAsync(new Sample { Id = "2", Pk = "a", N = 3 }, Key)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await account.Items.DeleteItemAsync<Sample>("1", Key)).StatusCode);
        await Refused(HttpStatusCode.NotFound, () => account.Items.ReadItemAsync<Sample>("1", Key));
        await Refused(HttpStatusCode.NotFound, () => account.Items.DeleteItemAsync<Sample>("1", Key));
        await Refused(HttpStatusCode.NotFound, () => account.Items.ReplaceItemAsync(new Sample { Id = "1", Pk = "a" }, "1", Key));
    }

    [Fact]
    public async Task An_id_is_taken_within_its_partition_key_only()
    {
        await using var account = await SampleAccount.Create();
        await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key);
        await Refused(HttpStatusCode.Conflict, () => account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key));
        await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "b" }, new PartitionKey("b"));
        await Refused(HttpStatusCode.BadRequest, () => account.Items.CreateItemAsync(new Sample { Id = "2", Pk = "a" }, new PartitionKey("b")));
    }

    [Theory, InlineData("a b"), InlineData("é|x:1+2"), InlineData("50%"), InlineData("\"quoted\""), InlineData("Ærø ☃"), InlineData("[x]{y}")]
    public async Task Odd_ids_and_keys_find_their_way_through_the_url(string text)
    {
        await using var account = await SampleAccount.Create();
        await account.Items.CreateItemAsync(new Sample { Id = text, Pk = text }, new PartitionKey(text));
        Assert.Equal(text, (await account.Items.ReadItemAsync<Sample>(text, new PartitionKey(text))).Resource.Id);
    }

    [Theory, InlineData("a/b"), InlineData("a\\b"), InlineData("a?b"), InlineData("a#b"), InlineData("")]
    public async Task Ids_the_service_cannot_address_are_refused(string id)
    {
        await using var account = await SampleAccount.Create();
        await Refused(HttpStatusCode.BadRequest, () => account.Items.CreateItemAsync(new Sample { Id = id, Pk = "a" }, Key));
    }

    [Fact]
    public async Task Conditions_are_kept()
    {
        await using var account = await SampleAccount.Create();
        var first = await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key);
        var second = await account.Items.ReplaceItemAsync(new Sample { Id = "1", Pk = "a", N = 2 }, "1", Key, new ItemRequestOptions { IfMatchEtag = first.ETag });
        foreach (var write in new Func<ItemRequestOptions, Task>[]
        {
            options => account.Items.ReplaceItemAsync(new Sample { Id = "1", Pk = "a" }, "1", Key, options),
            options => account.Items.UpsertItemAsync(new Sample { Id = "1", Pk = "a" }, Key, options),
            options => account.Items.DeleteItemAsync<Sample>("1", Key, options),
        })
        {
            await Refused(HttpStatusCode.PreconditionFailed, () => write(new ItemRequestOptions { IfMatchEtag = first.ETag }));
        }
        using var unchanged = await account.Items.ReadItemStreamAsync("1", Key, new ItemRequestOptions { IfNoneMatchEtag = second.ETag });
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var changed = await account.Items.ReadItemStreamAsync("1", Key, new ItemRequestOptions { IfNoneMatchEtag = first.ETag });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task A_writer_that_does_not_want_the_item_back_is_not_handed_it()
    {
        await using var account = await SampleAccount.Create();
        var created = await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key, new ItemRequestOptions { EnableContentResponseOnWrite = false });
        Assert.Null(created.Resource);
        Assert.NotNull(created.ETag);
        using var batch = await account.Items.CreateTransactionalBatch(Key)
            .UpsertItem(new Sample { Id = "1", Pk = "a" }, new TransactionalBatchItemRequestOptions { EnableContentResponseOnWrite = false }).ExecuteAsync();
        Assert.Null(batch[0].ResourceStream);
        Assert.NotNull(batch[0].ETag);
    }

    [Fact]
    public async Task An_upsert_under_a_condition_creates_what_is_not_there()
    {
        await using var account = await SampleAccount.Create();
        var created = await account.Items.UpsertItemAsync(new Sample { Id = "1", Pk = "a" }, Key, new ItemRequestOptions { IfMatchEtag = "\"other\"" });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        await Refused(HttpStatusCode.BadRequest, () => account.Items.UpsertItemAsync(new Sample { Id = "2", Pk = "a" }, Key, new ItemRequestOptions { IfNoneMatchEtag = "*" }));
    }

    [Fact]
    public async Task Several_keys_of_one_partition_are_one_partition_key()
    {
        await using var account = await SampleAccount.Create();
        var properties = new ContainerProperties("levels", new List<string> { "/force", "/desk" });
        Container levels = await account.Client.GetDatabase("hub").CreateContainerAsync(properties);
        var key = new PartitionKeyBuilder().Add("north").Add(4).Build();
        await levels.CreateItemAsync(new { id = "1", force = "north", desk = 4 }, key);
        Assert.Equal("1", (await levels.ReadItemAsync<Dictionary<string, object>>("1", key)).Resource["id"].ToString());
        await Refused(HttpStatusCode.NotFound, () => levels.ReadItemAsync<object>("1", new PartitionKeyBuilder().Add("north").Add("4").Build()));
    }

    [Fact]
    public async Task An_item_over_2_MB_is_refused()
    {
        await using var account = await SampleAccount.Create();
        await Refused(HttpStatusCode.RequestEntityTooLarge, () => account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a", Word = new string('x', 2 * 1024 * 1024) }, Key));
    }

    [Fact]
    public async Task What_the_service_writes_into_an_item_counts_against_its_2_MB()
    {
        await using var account = await SampleAccount.Create();
        await Refused(HttpStatusCode.RequestEntityTooLarge, () => account.Items.CreateItemAsync(new { id = "1", pk = "a", word = new string('x', (2 * 1024 * 1024) - 100) }, Key));
    }

    [Fact]
    public async Task An_id_is_measured_in_bytes()
    {
        await using var account = await SampleAccount.Create();
        await account.Items.CreateItemAsync(new Sample { Id = new string('x', 1023), Pk = "a" }, Key);
        await Refused(HttpStatusCode.BadRequest, () => account.Items.CreateItemAsync(new Sample { Id = new string('\u00e9', 512), Pk = "a" }, Key));
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_keeps_its_condition()
    {
        await using var account = await SampleAccount.Create();
        await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a", N = 5, Word = "x" }, Key);
        var patched = await account.Items.PatchItemAsync<Sample>("1", Key, [PatchOperation.Increment("/n", 2), PatchOperation.Set("/word", "y")],
            new PatchItemRequestOptions { FilterPredicate = "FROM c WHERE c.n = 5" });
        Assert.Equal((7, "y"), (patched.Resource.N, patched.Resource.Word));
        await Refused(HttpStatusCode.PreconditionFailed, () => account.Items.PatchItemAsync<Sample>("1", Key, [PatchOperation.Remove("/word")],
            new PatchItemRequestOptions { FilterPredicate = "FROM c WHERE c.n = 5" }));
        await Refused(HttpStatusCode.BadRequest, () => account.Items.PatchItemAsync<Sample>("1", Key, [PatchOperation.Replace("/none", 1)]));
        Assert.Equal("y", (await account.Items.ReadItemAsync<Sample>("1", Key)).Resource.Word);
    }

    private static async Task Refused(HttpStatusCode status, Func<Task> attempt) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<CosmosException>(attempt)).StatusCode);
}
