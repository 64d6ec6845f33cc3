using Hub.Cases;
using Hub.Embedded.Sqlite;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Testing;

namespace Hub.Embedded.Tests.Sqlite;

/// <summary>Whoever waits is woken by what happens in this process, and looks again for what happens in others.</summary>
public sealed class WaitingTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly SubscriptionAddress Assess = new(HubTopology.Reports, HubTopology.Assess);
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);
    private readonly ManualTime time = new(A.Moment);
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_waiting_receiver_is_woken_by_a_message_sent()
    {
        var bus = Bus(file.Database);
        var receiving = bus.ReceiveAsync(Assess, 1, Long, None);
        await time.SomebodyWaitsAsync();

        await bus.SendAsync(HubTopology.Reports, [Report("m-1")], None);

        Assert.Single(await receiving);
    }

    [Fact]
    public async Task A_waiting_receiver_wakes_when_a_scheduled_message_s_time_comes()
    {
        var bus = Bus(file.Database);
        await bus.SendAsync(HubTopology.Reports, [Report("m-1") with { NotBefore = A.Moment.AddMilliseconds(300) }], None);
        var receiving = bus.ReceiveAsync(Assess, 1, Long, None);
        await time.SomebodyWaitsAsync();

        time.Advance(TimeSpan.FromMilliseconds(300));

        Assert.Single(await receiving);
    }

    [Fact]
    public async Task A_waiting_receiver_finds_what_another_process_sent_within_a_second()
    {
        using var another = file.OpenAnother();
        var receiving = Bus(file.Database).ReceiveAsync(Assess, 1, Long, None);
        await time.SomebodyWaitsAsync();
        await Bus(another).SendAsync(HubTopology.Reports, [Report("m-1")], None);

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Single(await receiving);
    }

    [Fact]
    public async Task A_receiver_s_wait_ends_with_nothing()
    {
        var receiving = Bus(file.Database).ReceiveAsync(Assess, 1, TimeSpan.FromMilliseconds(500), None);
        await time.SomebodyWaitsAsync();

        time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.Empty(await receiving);
    }

    [Fact]
    public async Task A_waiting_receiver_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var receiving = Bus(file.Database).ReceiveAsync(Assess, 1, Long, cancellation.Token);
        await time.SomebodyWaitsAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
    }

    [Fact]
    public async Task The_event_feed_wakes_for_a_commit_with_events_even_one_made_while_it_looked()
    {
        var store = new SqliteCaseStore(file.Database, time);
        var feed = new SqliteEventFeed(file.Database, store, time);
        Assert.Empty(await feed.ReadAsync(10, None));

        await store.CommitAsync(new() { Case = A.Case(), Events = [A.Event(A.Case())] }, None);

        await feed.WaitAsync(Long, None);
        var happening = Assert.Single(Assert.IsType<IReadOnlyList<CaseChange>>(await feed.ReadAsync(10, None), exactMatch: false));
        Assert.Equal("event-1", Assert.Single(happening.Events).Id);
    }

    [Fact]
    public async Task The_event_feed_looks_again_after_the_time_asked_for()
    {
        var feed = new SqliteEventFeed(file.Database, new SqliteCaseStore(file.Database, time), time);
        await feed.ReadAsync(10, None);
        var waiting = feed.WaitAsync(TimeSpan.FromSeconds(5), None);
        await time.SomebodyWaitsAsync();

        time.Advance(TimeSpan.FromSeconds(5));

        await waiting;
    }

    [Fact]
    public async Task A_follower_of_the_register_wakes_for_a_change_even_one_made_before_it_waited()
    {
        var register = new SqliteNominalRegister(file.Database, time);
        var waiting = register.WaitForChangeAsync(0, Long, None);
        await time.SomebodyWaitsAsync();

        await register.UpsertAsync([A.Nominal("1")], None);

        await waiting;
        await register.WaitForChangeAsync(0, Long, None);
    }

    private SqliteMessageBus Bus(SqliteDatabase database) => new(database, HubTopology.Topology, time);

    private static Message Report(string id) => A.Message(id, (HubTopology.TypeProperty, HubTopology.ReportAccepted));
}
