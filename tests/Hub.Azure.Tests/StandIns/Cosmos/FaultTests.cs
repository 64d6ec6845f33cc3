using System.Net;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

public sealed class FaultTests
{
    private static readonly PartitionKey Key = new("a");

    [Fact]
    public async Task A_throttled_request_is_tried_again_by_the_client_after_the_time_it_was_told()
    {
        await using var account = await SampleAccount.Create();
        account.StandIn.Charges.Clear();
        account.StandIn.Faults.Throttle(request => request.Operation == CosmosOperation.Create, times: 2);
        await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key);
        Assert.Equal([429, 429, 201], account.StandIn.Charges.OfItems.Select(charge => (int)charge.Status));

        await using var impatient = await SampleAccount.Create(options: new CosmosClientOptions { MaxRetryAttemptsOnRateLimitedRequests = 0, UseSystemTextJsonSerializerWithOptions = SampleAccount.Options.UseSystemTextJsonSerializerWithOptions });
        impatient.StandIn.Faults.Throttle(request => request.Operation == CosmosOperation.Create, retryAfter: TimeSpan.FromSeconds(7));
        var refused = await Assert.ThrowsAsync<CosmosException>(() => impatient.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key));
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (refused.StatusCode, refused.RetryAfter));
    }

    [Fact]
    public async Task A_lost_response_was_carried_out()
    {
        await using var account = await SampleAccount.Create();
        account.StandIn.Faults.LoseResponse(request => request.Operation == CosmosOperation.Batch && request.BatchIds.Contains("1"));
        var lost = await Record.ExceptionAsync(async () =>
        {
            using var answer = await account.Items.CreateTransactionalBatch(Key).CreateItem(new Sample { Id = "1", Pk = "a" }).ExecuteAsync();
            if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"The batch says {answer.StatusCode}.");
        });
        Assert.True(lost is CosmosException or HttpRequestException, lost?.ToString());
        Assert.Equal("1", (await account.Items.ReadItemAsync<Sample>("1", Key)).Resource.Id);
    }

    [Theory, InlineData(HttpStatusCode.ServiceUnavailable), InlineData(HttpStatusCode.RequestTimeout), InlineData(HttpStatusCode.Forbidden)]
    public async Task A_refused_request_was_not_carried_out(HttpStatusCode status)
    {
        await using var account = await SampleAccount.Create();
        account.StandIn.Faults.Refuse(request => request is { Operation: CosmosOperation.Create, Container: "items", PartitionKey: "a", Id: "1" }, int.MaxValue, status);
        var refused = await Assert.ThrowsAsync<CosmosException>(() => account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key));
        Assert.Equal(status, refused.StatusCode);
        await account.Items.CreateItemAsync(new Sample { Id = "2", Pk = "a" }, Key);
        account.StandIn.Faults.Clear();
        await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key);
    }

    [Fact]
    public async Task Another_writer_comes_in_between_read_and_replace()
    {
        await using var account = await SampleAccount.Create();
        var etag = (await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key)).ETag;
        account.StandIn.Faults.Before(request => request.Operation == CosmosOperation.Replace,
            () => account.Items.ReplaceItemAsync(new Sample { Id = "1", Pk = "a", Word = "other" }, "1", Key));
        var conflict = await Assert.ThrowsAsync<CosmosException>(() => account.Items.ReplaceItemAsync(new Sample { Id = "1", Pk = "a", Word = "mine" }, "1", Key, new ItemRequestOptions { IfMatchEtag = etag }));
        Assert.Equal(HttpStatusCode.PreconditionFailed, conflict.StatusCode);
        Assert.Equal("other", (await account.Items.ReadItemAsync<Sample>("1", Key)).Resource.Word);
    }

    [Fact]
    public async Task A_rule_leaves_out_the_first_requests_and_then_acts_so_many_times()
    {
        await using var account = await SampleAccount.Create();
        account.StandIn.Faults.Refuse(request => request.Operation == CosmosOperation.Create, times: 1, HttpStatusCode.Forbidden, after: 1);
        List<bool> passed = [];
        for (var n = 0; n < 3; n++)
            passed.Add(await Record.ExceptionAsync(() => account.Items.CreateItemAsync(new Sample { Id = $"{n}", Pk = "a" }, Key)) is null);
        Assert.Equal([true, false, true], passed);
    }
}
