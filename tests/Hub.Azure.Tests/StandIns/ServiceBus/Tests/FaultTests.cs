using Azure.Messaging.ServiceBus;

namespace Hub.Azure.Tests.StandIns.ServiceBus.Tests;

public sealed class FaultTests : BusTest
{
    private static readonly ServiceBusMessage[] Three = [Message("1"), Message("2"), Message("3")];

    [Theory]
    [InlineData(CutKind.Stored, 3)]
    [InlineData(CutKind.NotStored, 0)]
    public async Task A_connection_cut_in_a_batch_leaves_all_of_it_or_none(CutKind kind, int stored)
    {
        Bus.Faults.CutAfter(2, kind);

        await AssertFailsAsync(ServiceBusFailureReason.ServiceCommunicationProblem, () => SendAsync(Three));

        Assert.Equal(stored, (await ReceiveAsync(Everything(), stored)).Count);
        await SendAsync(Message("4"));
        Assert.Equal("4", (await ReceiveOneAsync(Everything())).MessageId);
    }

    [Theory]
    [InlineData(CutKind.Stored)]
    [InlineData(CutKind.NotStored)]
    public async Task A_client_that_tries_again_gets_each_message_through_once(CutKind kind)
    {
        await using var persistent = Connect(retries: 5);
        Bus.Faults.CutAfter(5, kind);

        await SendAsync(persistent, "letters", Three);
        await SendAsync(persistent, "letters", Message("4"), Message("5"));

        Assert.Equal(["1", "2", "3", "4", "5"], (await ReceiveAsync(Everything(), 5)).Select(m => m.MessageId));
    }

    [Fact]
    public async Task A_send_never_answered_is_stored_all_the_same()
    {
        await using var impatient = Connect(tryTimeout: TimeSpan.FromSeconds(1));
        Bus.Faults.DropDisposition(o => o.Kind == BusOperationKind.Send);

        await AssertFailsAsync(ServiceBusFailureReason.ServiceTimeout, () => SendAsync(impatient, "letters", Three));

        Assert.Equal(3, (await ReceiveAsync(Everything(), 3)).Count);
    }

    [Fact]
    public async Task A_completion_never_answered_is_done_all_the_same()
    {
        await SendAsync(Message("m-1"));
        await using var impatient = Connect(tryTimeout: TimeSpan.FromSeconds(2));
        var receiver = Everything(impatient);
        var message = await ReceiveOneAsync(receiver);
        Bus.Faults.DropDisposition(o => o.Kind == BusOperationKind.Complete);

        await AssertFailsAsync(ServiceBusFailureReason.ServiceTimeout, () => receiver.CompleteMessageAsync(message));
        Time.Advance(TimeSpan.FromMinutes(5));

        await AssertNothingAsync(receiver);
    }

    [Fact]
    public async Task A_message_ordered_twice_comes_twice_to_each_subscription_with_locks_of_their_own()
    {
        await SendAsync(Message("twice", ("priority", "now"), ("borough", "camden")), Message("once"));
        Bus.Faults.DeliverTwice("twice");

        var receiver = Everything();
        var received = await ReceiveAsync(receiver, 3);
        Assert.Equal(["once", "twice", "twice"], received.Select(m => m.MessageId).Order());
        Assert.Equal(3, received.Select(m => m.LockToken).Distinct().Count());
        foreach (var message in received)
        {
            await receiver.CompleteMessageAsync(message);
        }

        Assert.Equal(2, (await ReceiveAsync(Client.CreateReceiver("letters", "urgent"), 2)).Count);
    }

    [Theory]
    [InlineData(BusOperationKind.Send)]
    [InlineData(BusOperationKind.Complete)]
    [InlineData(BusOperationKind.Abandon)]
    [InlineData(BusOperationKind.RenewLock)]
    [InlineData(BusOperationKind.Receive)]
    [InlineData(BusOperationKind.Peek)]
    public async Task A_throttled_request_is_refused_as_busy_and_nothing_is_done(BusOperationKind kind)
    {
        await SendAsync(Message("m-1"));
        await using var throttled = Connect();
        await using var receiver = Everything(throttled);
        var message = kind is BusOperationKind.Receive ? null : await ReceiveOneAsync(receiver);
        Bus.Faults.Throttle(o => o.Kind == kind);

        await AssertFailsAsync(ServiceBusFailureReason.ServiceBusy, () => kind switch
        {
            BusOperationKind.Send => SendAsync(throttled, "letters", Message("m-2")),
            BusOperationKind.Complete => receiver.CompleteMessageAsync(message),
            BusOperationKind.Abandon => receiver.AbandonMessageAsync(message),
            BusOperationKind.RenewLock => receiver.RenewMessageLockAsync(message),
            BusOperationKind.Receive => receiver.ReceiveMessageAsync(Soon),
            _ => receiver.PeekMessageAsync(),
        });

        Time.Advance(TimeSpan.FromSeconds(60));
        var again = Assert.Single(await ReceiveAsync(Everything(), 1));
        Assert.Equal(("m-1", kind is BusOperationKind.Receive ? 1 : 2), (again.MessageId, again.DeliveryCount));
    }
}
