using Hub.Azure.Cosmos;
using Hub.Azure.Tests.Cases;
using Hub.Testing;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.Cosmos;

public sealed class HubDatabaseTests : IDisposable
{
    private readonly CosmosWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_failed_first_opening_is_not_final()
    {
        world.StandIn.Faults.Refuse(_ => true, times: 200, System.Net.HttpStatusCode.ServiceUnavailable);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Store.ReadAsync(A.Case().Id, default));

        world.StandIn.Faults.Clear();

        Assert.Null(await world.Store.ReadAsync(A.Case().Id, default));
    }

    [Fact]
    public async Task Those_who_open_it_at_once_open_it_once()
    {
        var containers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await world.Database.ContainerAsync("cases"))));

        Assert.Single(containers.Select(c => c.Database.Client).Distinct());
    }

    [Fact]
    public async Task Nobody_waits_long_for_an_opening_that_gets_no_answer_and_it_serves_whoever_comes_after()
    {
        var time = new ManualTime(A.Moment);
        var (asked, answer) = Silent();
        await using var database = new HubDatabase(world.Settings, null, world.StandIn.Connect, time);
        var waiting = database.ContainerAsync("cases").AsTask();
        await asked;

        time.Advance(HubDatabase.Patience);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => waiting);

        answer.SetResult();
        Assert.Equal("cases", (await database.ContainerAsync("cases")).Id);
    }

    [Fact]
    public async Task A_request_that_gets_no_answer_is_given_up_though_the_client_would_try_for_minutes()
    {
        var time = new ManualTime(A.Moment);
        await using var database = new HubDatabase(world.Settings, null, world.StandIn.Connect, time);
        var cases = await database.ContainerAsync("cases");
        (await cases.ReadItemStreamAsync("nobody", new PartitionKey("nobody"))).Dispose();
        var (asked, answer) = Silent();
        var waiting = cases.ReadItemStreamAsync("nobody", new PartitionKey("nobody"));
        await asked;

        time.Advance(world.Settings.ThrottlePatience + HubDatabase.BeyondThrottling);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => waiting);
        answer.SetResult();
    }

    [Fact]
    public async Task A_database_disposed_of_says_so_even_where_it_was_never_opened()
    {
        var database = new HubDatabase(world.Settings, null, world.StandIn.Connect);
        await database.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await database.ContainerAsync("cases"));
    }

    [Fact]
    public async Task It_can_be_disposed_of_while_it_is_being_opened()
    {
        var database = new HubDatabase(world.Settings, null, world.StandIn.Connect);
        var opening = database.ContainerAsync("cases");

        await database.DisposeAsync();

        Assert.Equal("cases", (await opening).Id);
    }

    private (Task Asked, TaskCompletionSource Answer) Silent()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.StandIn.Faults.Before(_ => true, () =>
        {
            asked.TrySetResult();
            return answer.Task;
        }, times: int.MaxValue);
        return (asked.Task, answer);
    }
}
