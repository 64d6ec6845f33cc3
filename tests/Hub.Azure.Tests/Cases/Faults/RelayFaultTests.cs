using Hub.Cases;
using Hub.Messaging;
using Hub.Notices;
using Hub.Testing;

namespace Hub.Azure.Tests.Cases.Faults;

/// <summary>Every event leaves and every notice comes into its inbox, whatever becomes of the change feed and its reader.</summary>
public sealed class RelayFaultTests : IDisposable
{
    private readonly CosmosWorld world = new();
    private readonly SentMessages bus = new();

    public void Dispose() => world.Dispose();

    private Relay Relay => new(world.Store, bus);

    [Fact]
    public async Task A_change_feed_that_hands_everything_over_twice_sends_the_same_messages_and_lists_once()
    {
        await CommitAsync("1");
        await CommitAsync("2");
        var changes = await world.ChangesAsync();

        await RelayAsync(changes);
        await RelayAsync(changes);

        Assert.Equal(["event-1", "event-2"], bus.Ids.Distinct().Order());
        Assert.Equal(2, (await world.Store.ListNoticesAsync(new("yot:camden"), new(), default)).Items.Count);
        Assert.Equal(new StoreBacklog(0, null, 0), await world.Store.BacklogAsync(default));
    }

    [Fact]
    public async Task Changes_of_different_cases_may_come_in_any_order()
    {
        foreach (var i in Enumerable.Range(0, 6))
        {
            await CommitAsync($"{i}");
        }

        foreach (var change in (await world.ChangesAsync()).Reverse())
        {
            await RelayAsync([change]);
        }

        Assert.Equal(6, (await world.Store.ListNoticesAsync(new("yot:camden"), new(), default)).Items.Count);
        Assert.Equal(6, bus.All.Count);
    }

    [Fact]
    public async Task A_crash_between_sending_and_marking_sends_again_and_loses_nothing()
    {
        await CommitAsync("1");
        world.StandIn.Faults.Refuse(r => r.Container == "sent", times: 1000, System.Net.HttpStatusCode.ServiceUnavailable);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await RelayAsync(await world.ChangesAsync()));
        Assert.NotEmpty(bus.All);
        world.StandIn.Faults.Clear();
        bus.All.Clear();
        world.Time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(1, await Relay.SweepAsync(A.Moment, default));

        Assert.Equal(["event-1"], bus.Ids);
        Assert.Equal(0, await Relay.SweepAsync(world.Time.GetUtcNow(), default));
    }

    [Fact]
    public async Task What_a_relay_left_behind_that_moved_on_without_sending_is_sent_and_listed_by_the_sweep()
    {
        await CommitAsync("1");
        await world.ChangesAsync();
        await CommitAsync("2");
        await RelayAsync(await world.ChangesAsync());
        world.Time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(1, await Relay.SweepAsync(A.Moment, default));
        Assert.Equal(1, await world.Views.SweepAsync(A.Moment, default));

        Assert.Equal(["event-2", "event-1"], bus.Ids);
        Assert.Equal(2, (await world.Store.ListNoticesAsync(new("yot:camden"), new(), default)).Items.Count);
    }

    [Fact]
    public async Task A_view_that_fails_gets_the_same_changes_again_and_ends_up_right()
    {
        await CommitAsync("1");
        var changes = await world.ChangesAsync();
        world.StandIn.Faults.Refuse(r => r.Container == "views", times: 1000, System.Net.HttpStatusCode.ServiceUnavailable);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Views.FollowAsync(changes, default));
        world.StandIn.Faults.Clear();

        await world.Views.FollowAsync(changes, default);

        Assert.Single((await world.Store.ListNoticesAsync(new("yot:camden"), new(), default)).Items);
    }

    [Fact]
    public async Task A_row_whose_writing_was_not_answered_is_there_once()
    {
        await CommitAsync("1");
        world.StandIn.Faults.LoseResponse(r => r.Container == "views" && r.IsWrite);
        var changes = await world.ChangesAsync();
        await Record.ExceptionAsync(() => world.Views.FollowAsync(changes, default));

        await world.Views.FollowAsync(changes, default);

        Assert.Single((await world.Store.ListNoticesAsync(new("yot:camden"), new(), default)).Items);
    }

    private async Task RelayAsync(IReadOnlyList<CaseChange> changes)
    {
        await Relay.SendAsync([.. changes.SelectMany(c => c.Events)], default);
        await world.Views.FollowAsync(changes, default);
    }

    private async Task CommitAsync(string name)
    {
        var file = A.Case(name);
        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(new()
        {
            Case = file,
            Notices = [A.Notice(file) with { State = NoticeState.Delivered }],
            Events = [A.Event(file, $"event-{name}")],
        }, default));
    }
}
