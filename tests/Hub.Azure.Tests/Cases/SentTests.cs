using Hub.Azure.Cases;
using Hub.Cases;
using Hub.Testing;

namespace Hub.Azure.Tests.Cases;

/// <summary>What was not sent is found, however late; what was sent is not sent again; and looking costs no more as the years pass.</summary>
public sealed class SentTests : IDisposable
{
    private readonly CosmosWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task The_mark_never_passes_what_is_unsent()
    {
        await CommitAsync("stuck");
        for (var hour = 0; hour < 30; hour++)
        {
            world.Time.Advance(TimeSpan.FromHours(1));
            await CommitAsync($"sent-{hour}");
            await world.Store.MarkSentAsync([A.Event(A.Case($"sent-{hour}"), $"sent-{hour}")], default);
            Assert.Equal("stuck", Assert.Single(await UnsentAsync()).Id);
        }

        await world.Store.MarkSentAsync([A.Event(A.Case("stuck"), "stuck")], default);
        Assert.Empty(await UnsentAsync());
    }

    [Fact]
    public async Task What_was_committed_by_a_clock_that_is_some_minutes_behind_is_found()
    {
        world.Time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await UnsentAsync());
        var behind = new CosmosCaseStore(world.Database, new ManualTime(world.Time.GetUtcNow().AddMinutes(-9)));

        await behind.CommitAsync(new() { Case = A.Case(), Events = [A.Event(A.Case())] }, default);

        Assert.Single(await UnsentAsync());
    }

    [Fact]
    public async Task A_look_into_the_future_does_not_move_the_mark_past_now()
    {
        await world.Store.UnsentEventsAsync(DateTimeOffset.MaxValue, 10, default);
        await CommitAsync("later");

        Assert.Single(await UnsentAsync());
    }

    [Fact]
    public async Task Of_more_than_were_asked_for_the_rest_is_handed_out_next()
    {
        for (var i = 0; i < 7; i++)
        {
            await CommitAsync($"{i}");
            world.Time.Advance(TimeSpan.FromMinutes(20));
        }

        List<string> found = [];
        while (await world.Store.UnsentEventsAsync(world.Time.GetUtcNow(), 3, default) is { Count: > 0 } some)
        {
            found.AddRange(some.Select(e => e.Id));
            await world.Store.MarkSentAsync(some, default);
        }

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"{i}"), found);
    }

    [Fact]
    public async Task A_sweep_of_an_old_store_reads_only_the_last_minutes()
    {
        for (var i = 0; i < 60; i++)
        {
            await CommitAsync($"{i}");
            await world.Store.MarkSentAsync([A.Event(A.Case($"{i}"), $"{i}")], default);
            world.Time.Advance(TimeSpan.FromMinutes(10));
            await UnsentAsync();
            await world.Views.SweepAsync(world.Time.GetUtcNow(), default);
        }

        world.StandIn.Charges.Clear();
        await UnsentAsync();
        await world.Views.SweepAsync(world.Time.GetUtcNow(), default);

        Assert.InRange(world.StandIn.Charges.Total, 0.1, 30);
    }

    [Fact]
    public async Task Unsent_events_outlive_a_restart()
    {
        await CommitAsync("event");

        var after = new CosmosCaseStore(world.OtherInstance(), world.Time);

        Assert.Single(await after.UnsentEventsAsync(world.Time.GetUtcNow(), 10, default));
        Assert.Equal(new StoreBacklog(1, A.Moment, 0), await after.BacklogAsync(default));
    }

    private Task<IReadOnlyList<Hub.Messaging.OutgoingEvent>> UnsentAsync() => world.Store.UnsentEventsAsync(world.Time.GetUtcNow(), 10, default);

    private async Task CommitAsync(string name) =>
        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(new() { Case = A.Case(name), Events = [A.Event(A.Case(name), name)] }, default));
}
