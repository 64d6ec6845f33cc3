using Azure.Messaging.ServiceBus;

namespace Hub.Azure.Tests.StandIns.ServiceBus.Tests;

public sealed class SettlingTests : BusTest
{
    [Fact]
    public async Task A_completed_message_never_comes_again()
    {
        var (receiver, message) = await ReceivedAsync();

        await receiver.CompleteMessageAsync(message);
        Time.Advance(TimeSpan.FromDays(1));

        await AssertNothingAsync(receiver);
        await AssertFailsAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.CompleteMessageAsync(message));
        Assert.Equal([BusOperationKind.Send, BusOperationKind.Receive, BusOperationKind.Complete], Bus.Operations.Take(3).Select(o => o.Kind));
    }

    [Fact]
    public async Task An_abandoned_message_comes_again_at_once_with_what_was_changed()
    {
        var (receiver, message) = await ReceivedAsync();

        await receiver.AbandonMessageAsync(message, new Dictionary<string, object> { ["tried"] = "once" });

        var again = await ReceiveOneAsync(receiver);
        Assert.Equal((2, "once", message.SequenceNumber), (again.DeliveryCount, again.ApplicationProperties["tried"], again.SequenceNumber));
        Assert.NotEqual(message.LockToken, again.LockToken);
    }

    [Fact]
    public async Task A_lock_runs_out_to_the_second_and_the_message_comes_again()
    {
        var (receiver, message) = await ReceivedAsync();

        Time.Advance(TimeSpan.FromSeconds(59));
        await AssertNothingAsync(receiver);

        Time.Advance(TimeSpan.FromSeconds(1));
        var again = await ReceiveOneAsync(receiver);
        Assert.Equal((2, message.EnqueuedTime, Time.GetUtcNow().AddSeconds(60)), (again.DeliveryCount, again.EnqueuedTime, again.LockedUntil));
    }

    [Fact]
    public async Task Who_lost_the_lock_is_told_so_and_the_new_holder_keeps_the_message()
    {
        var (receiver, late) = await ReceivedAsync();
        Time.Advance(TimeSpan.FromSeconds(60));

        await AssertFailsAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.RenewMessageLockAsync(late));
        var holder = await ReceiveOneAsync(Everything());
        await AssertFailsAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.CompleteMessageAsync(late));
        await AssertFailsAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.AbandonMessageAsync(late));
        await AssertFailsAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.DeadLetterMessageAsync(late));

        await receiver.CompleteMessageAsync(holder);
        await AssertNothingAsync(receiver);
    }

    [Fact]
    public async Task A_renewed_lock_holds_from_now()
    {
        var (receiver, message) = await ReceivedAsync();
        Time.Advance(TimeSpan.FromSeconds(40));

        await receiver.RenewMessageLockAsync(message);

        Assert.Equal(Time.GetUtcNow().AddSeconds(60), message.LockedUntil);
        Time.Advance(TimeSpan.FromSeconds(59));
        await AssertNothingAsync(receiver);
        await receiver.CompleteMessageAsync(message);
        Assert.Contains(new BusOperation("letters/everything", BusOperationKind.RenewLock, 1), Bus.Operations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_deliveries_are_used_up_a_message_is_dead(bool byAbandoning)
    {
        await SendAsync(Message("hopeless"));
        var receiver = Everything();
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            var message = await ReceiveOneAsync(receiver);
            Assert.Equal(delivery, message.DeliveryCount);
            if (byAbandoning)
            {
                await receiver.AbandonMessageAsync(message);
            }
            else
            {
                Time.Advance(TimeSpan.FromSeconds(60));
            }
        }

        await AssertNothingAsync(receiver);
        var dead = await ReceiveOneAsync(DeadLetters());
        Assert.Equal(("hopeless", "MaxDeliveryCountExceeded"), (dead.MessageId, dead.DeadLetterReason));
    }

    [Fact]
    public async Task A_dead_letter_keeps_its_reason_and_stays_until_completed()
    {
        var (receiver, message) = await ReceivedAsync();

        await receiver.DeadLetterMessageAsync(message, new Dictionary<string, object> { ["by"] = "test" }, "bad-content", "The body is no event.");

        await AssertNothingAsync(receiver);
        var deadLetters = DeadLetters();
        for (var i = 0; i < 5; i++)
        {
            var dead = await ReceiveOneAsync(deadLetters);
            Assert.Equal(("bad-content", "The body is no event.", "test", "letters/everything"),
                (dead.DeadLetterReason, dead.DeadLetterErrorDescription, dead.ApplicationProperties["by"], dead.DeadLetterSource));
            await deadLetters.AbandonMessageAsync(dead);
        }

        var last = await ReceiveOneAsync(deadLetters);
        await Assert.ThrowsAsync<InvalidOperationException>(() => deadLetters.DeadLetterMessageAsync(last));
        await deadLetters.CompleteMessageAsync(last);
        await AssertNothingAsync(deadLetters);
    }

    [Fact]
    public async Task One_subscription_s_settlement_leaves_the_other_s_message_alone()
    {
        await SendAsync(Message("both", ("priority", "now"), ("borough", "camden")));
        var receiver = Everything();

        await receiver.CompleteMessageAsync(await ReceiveOneAsync(receiver));

        Assert.Equal("both", (await ReceiveOneAsync(Client.CreateReceiver("letters", "urgent"))).MessageId);
    }

    [Fact]
    public async Task After_a_reconnect_settlements_go_by_management()
    {
        await SendAsync(Message("complete"), Message("abandon"), Message("dead"), Message("renew"), Message("late"));
        var client = Connect(retries: 5);
        var receiver = Everything(client);
        var received = (await ReceiveAsync(receiver, 5)).ToDictionary(m => m.MessageId);
        Bus.Faults.CutConnections();

        // Until it has noticed the cut, the client takes every settlement for a lost lock.
        await receiver.PeekMessageAsync();
        await receiver.CompleteMessageAsync(received["complete"]);
        await receiver.DeadLetterMessageAsync(received["dead"], "reason", "description");
        Time.Advance(TimeSpan.FromSeconds(30));
        await receiver.RenewMessageLockAsync(received["renew"]);
        await receiver.AbandonMessageAsync(received["abandon"], new Dictionary<string, object> { ["tried"] = "once" });

        var again = await ReceiveOneAsync(receiver);
        Assert.Equal(("abandon", 2, "once"), (again.MessageId, again.DeliveryCount, again.ApplicationProperties["tried"]));
        Time.Advance(TimeSpan.FromSeconds(30));
        await AssertFailsAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.CompleteMessageAsync(received["late"]));
        Assert.Equal("late", (await ReceiveOneAsync(receiver)).MessageId);
        await receiver.CompleteMessageAsync(received["renew"]);
        var dead = await ReceiveOneAsync(DeadLetters());
        Assert.Equal(("dead", "reason", "description"), (dead.MessageId, dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        await client.DisposeAsync();
    }

    private async Task<(ServiceBusReceiver Receiver, ServiceBusReceivedMessage Message)> ReceivedAsync()
    {
        await SendAsync(Message("m-1"));
        var receiver = Everything();
        return (receiver, await ReceiveOneAsync(receiver));
    }
}
