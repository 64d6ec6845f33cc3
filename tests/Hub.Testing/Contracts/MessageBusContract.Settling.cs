using Hub.Messaging;

namespace Hub.Testing.Contracts;

/// <summary>What becomes of a message once received.</summary>
public abstract partial class MessageBusContract
{
    /// <summary>False where an abandoned message comes again at once, whatever delay was asked for (Service Bus).</summary>
    protected virtual bool KeepsAbandonDelay => true;

    /// <summary>False where scheduled messages cannot be counted by who may only send and listen (Service Bus): then their number is null, never 0.</summary>
    protected virtual bool SeesScheduled => true;

    [Fact]
    public async Task A_completed_message_never_comes_again()
    {
        var (bus, message) = await ReceivedAsync();

        await bus.CompleteAsync(message, None);
        Time.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await ReceiveAsync(bus, Everything));
        await Assert.ThrowsAsync<LockLostException>(() => bus.CompleteAsync(message, None));
    }

    [Fact]
    public async Task A_message_comes_again_when_its_lock_runs_out_and_not_before()
    {
        var (bus, message) = await ReceivedAsync();

        Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(await ReceiveAsync(bus, Everything));

        Time.Advance(TimeSpan.FromSeconds(1));
        var again = Assert.Single(await ReceiveAsync(bus, Everything));
        Assert.Equal(message.Message.Id, again.Message.Id);
        Assert.Equal(2, again.DeliveryCount);
        Assert.Equal(message.EnqueuedAt, again.EnqueuedAt);
    }

    [Fact]
    public async Task A_settlement_after_the_lock_ran_out_is_refused_and_the_new_holder_keeps_the_message()
    {
        var (bus, late) = await ReceivedAsync();
        Time.Advance(TimeSpan.FromSeconds(60));

        await Assert.ThrowsAsync<LockLostException>(() => bus.CompleteAsync(late, None));
        await Assert.ThrowsAsync<LockLostException>(() => bus.RenewLockAsync(late, None));
        var holder = Assert.Single(await ReceiveAsync(bus, Everything));
        await Assert.ThrowsAsync<LockLostException>(() => bus.CompleteAsync(late, None));
        await Assert.ThrowsAsync<LockLostException>(() => bus.AbandonAsync(late, TimeSpan.Zero, None));
        await Assert.ThrowsAsync<LockLostException>(() => bus.DeadLetterAsync(late, "reason", "description", None));

        await bus.CompleteAsync(holder, None);
    }

    [Fact]
    public async Task A_renewed_lock_holds_for_another_lock_duration_from_now()
    {
        var (bus, message) = await ReceivedAsync();
        Time.Advance(TimeSpan.FromSeconds(40));

        var renewed = await bus.RenewLockAsync(message, None);
        Assert.Equal(A.Moment.AddSeconds(100), renewed.LockedUntil);
        Time.Advance(TimeSpan.FromSeconds(59));

        Assert.Empty(await ReceiveAsync(bus, Everything));
        await bus.CompleteAsync(renewed, None);
    }

    [Fact]
    public async Task An_abandoned_message_comes_again_after_its_delay()
    {
        var (bus, message) = await ReceivedAsync();

        await bus.AbandonAsync(message, TimeSpan.FromMinutes(5), None);

        if (KeepsAbandonDelay)
        {
            Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
            Assert.Empty(await ReceiveAsync(bus, Everything));
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, Assert.Single(await ReceiveAsync(bus, Everything)).DeliveryCount);
    }

    [Fact]
    public async Task A_message_abandoned_at_its_last_delivery_moves_to_the_dead_letters()
    {
        var bus = await CreateAsync();
        await bus.SendAsync("letters", [A.Message("hopeless")], None);
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            var message = Assert.Single(await ReceiveAsync(bus, Everything));
            Assert.Equal(delivery, message.DeliveryCount);
            await bus.AbandonAsync(message, TimeSpan.Zero, None);
        }

        Assert.Empty(await ReceiveAsync(bus, Everything));
        var dead = Assert.Single(await ReceiveAsync(bus, Everything with { DeadLetters = true }));
        Assert.Equal("hopeless", dead.Message.Id);
        Assert.Equal("MaxDeliveryCountExceeded", dead.DeadLetterReason);
    }

    [Fact]
    public async Task A_message_whose_lock_runs_out_at_its_last_delivery_moves_to_the_dead_letters()
    {
        var bus = await CreateAsync();
        await bus.SendAsync("letters", [A.Message("hopeless")], None);
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            Assert.Single(await ReceiveAsync(bus, Everything));
            Time.Advance(TimeSpan.FromSeconds(60));
        }

        Assert.Empty(await ReceiveAsync(bus, Everything));
        Assert.Equal("MaxDeliveryCountExceeded", Assert.Single(await ReceiveAsync(bus, Everything with { DeadLetters = true })).DeadLetterReason);
    }

    [Fact]
    public async Task A_dead_letter_keeps_its_reason_and_stays_until_completed()
    {
        var (bus, message) = await ReceivedAsync();

        await bus.DeadLetterAsync(message, "bad-content", "The body is no event.", None);

        var deadLetters = Everything with { DeadLetters = true };
        Assert.Empty(await ReceiveAsync(bus, Everything));
        for (var i = 0; i < 5; i++)
        {
            var dead = Assert.Single(await ReceiveAsync(bus, deadLetters));
            AssertSame(message.Message, dead.Message);
            Assert.Equal(("bad-content", "The body is no event."), (dead.DeadLetterReason, dead.DeadLetterDescription));
            await bus.AbandonAsync(dead, TimeSpan.Zero, None);
        }

        await bus.CompleteAsync(Assert.Single(await ReceiveAsync(bus, deadLetters)), None);
        Assert.Empty(await ReceiveAsync(bus, deadLetters));
    }

    [Fact]
    public async Task One_subscription_s_settlement_leaves_the_other_s_message_alone()
    {
        var bus = await CreateAsync();
        await bus.SendAsync("letters", [A.Message("both", ("priority", "now"), ("borough", "camden"))], None);

        await bus.CompleteAsync(Assert.Single(await ReceiveAsync(bus, Everything)), None);

        Assert.Single(await ReceiveAsync(bus, Urgent));
    }

    [Fact]
    public async Task Depths_tell_active_scheduled_and_dead_apart()
    {
        var bus = await CreateAsync();
        await bus.SendAsync("letters", [A.Message("dead"), A.Message("locked"), A.Message("retried")], None);
        var received = (await ReceiveAsync(bus, Everything)).ToDictionary(m => m.Message.Id);
        await bus.DeadLetterAsync(received["dead"], "reason", "description", None);
        await bus.AbandonAsync(received["retried"], TimeSpan.FromMinutes(5), None);
        Time.Advance(TimeSpan.FromSeconds(1));
        await bus.SendAsync("letters", [A.Message("ready"), A.Message("later") with { NotBefore = A.Moment.AddDays(1) }], None);

        var depths = await bus.DepthsAsync(None);

        long? Scheduled(long count) => SeesScheduled ? count : null;
        Assert.Equal(new("letters", "everything", 3, Scheduled(1), 1, A.Moment), depths.Single(d => (d.Topic, d.Subscription) == ("letters", "everything")));
        Assert.Equal(new("letters", "urgent", 0, Scheduled(0), 0, null), depths.Single(d => (d.Topic, d.Subscription) == ("letters", "urgent")));
        Assert.Equal(3, depths.Count);
    }

    private async Task<(IMessageBus Bus, ReceivedMessage Message)> ReceivedAsync()
    {
        var bus = await CreateAsync();
        await bus.SendAsync("letters", [A.Message()], None);
        return (bus, Assert.Single(await ReceiveAsync(bus, Everything)));
    }
}
