using Azure.Messaging.ServiceBus;
using Hub.Azure.Tests.StandIns.ServiceBus;
using Hub.Messaging;
using Hub.Testing;

namespace Hub.Azure.Tests.Messaging.Faults;

/// <summary>A message is worked on at least once, whatever happens between receiving and completing it.</summary>
public sealed class ReceivingFaultTests : BusFaultTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_message_received_before_the_connection_was_cut_is_completed_over_the_next()
    {
        var message = await ReceivedAsync();
        StandIn.Faults.CutConnections();

        await Hub.CompleteAsync(message, None);

        Time.Advance(TimeSpan.FromMinutes(5));
        await AssertNothingLeftAsync();
    }

    [Fact]
    public async Task A_receiver_whose_connection_is_cut_goes_on()
    {
        await ReceivedAsync();
        var waiting = Hub.ReceiveAsync(Everything, 1, Patience, None);
        StandIn.Faults.CutConnections();

        await Hub.SendAsync(Letters, [A.Message("next")], None);

        var received = await waiting is { Count: > 0 } some ? some : await Hub.ReceiveAsync(Everything, 1, Patience, None);
        Assert.Equal("next", Assert.Single(received).Message.Id);
    }

    [Fact]
    public async Task Whose_lock_is_lost_hears_of_it_and_the_message_comes_again()
    {
        var late = await ReceivedAsync();
        Time.Advance(TimeSpan.FromSeconds(60));

        await Assert.ThrowsAsync<LockLostException>(() => Hub.CompleteAsync(late, None));
        await Assert.ThrowsAsync<LockLostException>(() => Hub.RenewLockAsync(late, None));

        Assert.Equal(2, Assert.Single(await TakeAsync(1)).DeliveryCount);
        await AssertNothingLeftAsync();
    }

    [Fact]
    public async Task A_lock_lost_is_heard_of_after_a_cut_too()
    {
        var late = await ReceivedAsync();
        StandIn.Faults.CutConnections();
        Time.Advance(TimeSpan.FromSeconds(60));

        await Assert.ThrowsAsync<LockLostException>(() => Hub.CompleteAsync(late, None));
        Assert.Single(await TakeAsync(1));
    }

    [Fact]
    public async Task A_token_that_is_none_is_a_lock_that_is_lost()
    {
        var message = await ReceivedAsync();

        await Assert.ThrowsAsync<LockLostException>(() => Hub.CompleteAsync(message with { LockToken = "17/4" }, None));
        await Assert.ThrowsAsync<LockLostException>(() => Hub.CompleteAsync(message with { LockToken = Guid.NewGuid().ToString() }, None));

        await Hub.CompleteAsync(message, None);
    }

    [Fact]
    public async Task A_message_delivered_twice_has_two_locks_and_is_completed_by_each()
    {
        StandIn.Faults.DeliverTwice("twice");
        await Hub.SendAsync(Letters, [A.Message("twice")], None);

        var taken = await TakeAsync(2);

        Assert.Equal(["twice", "twice"], taken.Select(m => m.Message.Id));
        Assert.NotEqual(taken[0].LockToken, taken[1].LockToken);
        await AssertNothingLeftAsync();
    }

    [Fact]
    public async Task A_completion_that_a_busy_service_refused_leaves_the_message_to_come_again()
    {
        await Hub.SendAsync(Letters, [A.Message()], None);
        var message = Assert.Single(await Impatient.ReceiveAsync(Everything, 1, Patience, None));
        StandIn.Faults.Throttle(o => o.Kind == BusOperationKind.Complete);

        var refusal = await Assert.ThrowsAsync<ServiceBusException>(() => Impatient.CompleteAsync(message, None));

        Assert.Equal(ServiceBusFailureReason.ServiceBusy, refusal.Reason);
        Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(2, Assert.Single(await TakeAsync(1)).DeliveryCount);
    }

    [Fact]
    public async Task A_completion_whose_answer_is_lost_is_a_completion()
    {
        await Hub.SendAsync(Letters, [A.Message()], None);
        var message = Assert.Single(await Impatient.ReceiveAsync(Everything, 1, Patience, None));
        StandIn.Faults.DropDisposition(o => o.Kind == BusOperationKind.Complete);

        await Assert.ThrowsAnyAsync<Exception>(() => Impatient.CompleteAsync(message, None));

        Time.Advance(TimeSpan.FromSeconds(60));
        await AssertNothingLeftAsync();
    }

    [Fact]
    public async Task Who_stops_waiting_takes_nothing_with_them()
    {
        using var stopping = new CancellationTokenSource();
        var waiting = Hub.ReceiveAsync(Everything, 10, Patience, stopping.Token);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        await Hub.SendAsync(Letters, [A.Message()], None);

        Assert.Single(await TakeAsync(1));
    }

    private async Task<ReceivedMessage> ReceivedAsync()
    {
        await Hub.SendAsync(Letters, [A.Message()], None);
        return Assert.Single(await Hub.ReceiveAsync(Everything, 1, Patience, None));
    }
}
