using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Hub.Messaging;

namespace Hub.Azure.Tests.StandIns.ServiceBus.Tests;

public sealed class ReceivingTests : BusTest
{
    [Fact]
    public async Task Several_are_received_in_order_and_no_more_than_asked_for()
    {
        await SendAsync([.. Enumerable.Range(0, 7).Select(i => Message($"m-{i}"))]);
        await using var receiver = Everything();

        var first = await receiver.ReceiveMessagesAsync(5, Soon);
        var all = first.Concat(await ReceiveAsync(receiver, 7 - first.Count)).ToList();

        Assert.InRange(first.Count, 1, 5);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"m-{i}"), all.Select(m => m.MessageId));
        Assert.Equal(all.Select(m => m.SequenceNumber).Order(), all.Select(m => m.SequenceNumber));
    }

    [Fact]
    public async Task A_waiting_receiver_gets_what_is_sent_meanwhile()
    {
        await using var receiver = Everything();
        var waiting = receiver.ReceiveMessageAsync(Soon);

        await SendAsync(Message("m-1"));

        Assert.Equal("m-1", (await waiting).MessageId);
    }

    [Fact]
    public async Task Receivers_that_come_at_once_never_hold_one_message_twice()
    {
        await SendAsync([.. Enumerable.Range(0, 60).Select(i => Message($"m-{i}"))]);

        var batches = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var receiver = Everything();
            var mine = new List<ServiceBusReceivedMessage>();
            while (await receiver.ReceiveMessagesAsync(5, TimeSpan.FromMilliseconds(500)) is { Count: > 0 } some)
            {
                mine.AddRange(some);
            }

            return mine;
        })));

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"m-{i}").Order(), batches.SelectMany(b => b).Select(m => m.MessageId).Order());
    }

    [Fact]
    public async Task What_comes_when_nobody_waits_any_more_is_given_back_without_counting()
    {
        await SendAsync(Message("1"));
        await using var receiver = Everything();
        await receiver.CompleteMessageAsync(Assert.Single(await receiver.ReceiveMessagesAsync(10, Soon)));

        await SendAsync(Message("2"));
        await EventuallyAsync(() => Bus.Operations.Count(o => o.Kind == BusOperationKind.Release) == 9);

        Assert.Equal(("2", 1), await ReceiveOneAsync(receiver) is var next ? (next.MessageId, next.DeliveryCount) : default);
    }

    [Fact]
    public async Task A_closed_receiver_takes_nothing_more()
    {
        var receiver = Everything();
        Assert.Empty(await receiver.ReceiveMessagesAsync(10, Never));
        await receiver.DisposeAsync();

        await SendAsync(Message("m-1"));

        Assert.Equal("m-1", (await ReceiveOneAsync(Everything())).MessageId);
    }

    [Fact]
    public async Task A_receive_given_up_loses_nothing()
    {
        var receiver = Everything();
        using var enough = new CancellationTokenSource();
        var receiving = receiver.ReceiveMessageAsync(Soon, enough.Token);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);

        await SendAsync(Message("m-1"));

        Assert.Equal("m-1", (await ReceiveOneAsync(receiver)).MessageId);
    }

    [Fact]
    public async Task Peeking_sees_what_is_ready_and_locked_from_a_number_on_and_changes_nothing()
    {
        await SendAsync(Message("1"), Message("2"), Message("3"), Message("later"));
        await SendAsync(new ServiceBusMessage("x") { MessageId = "scheduled", ScheduledEnqueueTime = Time.GetUtcNow().AddHours(1) });
        await using var receiver = Everything();
        var locked = await receiver.ReceiveMessageAsync(Soon);

        var peeked = await receiver.PeekMessagesAsync(10);
        var from = await receiver.PeekMessagesAsync(2, peeked[1].SequenceNumber);

        Assert.Equal(["1", "2", "3", "later"], peeked.Select(m => m.MessageId));
        Assert.Equal([1, 0, 0, 0], peeked.Select(m => m.DeliveryCount));
        Assert.All(peeked, m => Assert.Equal(ServiceBusMessageState.Active, m.State));
        Assert.Equal(["2", "3"], from.Select(m => m.MessageId));
        Assert.Empty(await receiver.PeekMessagesAsync(10, peeked[3].SequenceNumber + 1));
        Assert.Empty(await DeadLetters().PeekMessagesAsync(10));
        await receiver.CompleteMessageAsync(locked);
        Assert.Equal(1, (await ReceiveOneAsync(receiver)).DeliveryCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task A_processor_works_through_everything_and_what_failed_comes_again(int prefetch)
    {
        await SendAsync(Client, "parcels", [.. Enumerable.Range(0, 100).Select(i => Message($"m-{i}"))]);
        var done = new ConcurrentBag<string>();
        await using var processor = Client.CreateProcessor("parcels", "everything", new()
        {
            PrefetchCount = prefetch,
            MaxConcurrentCalls = 4,
            MaxAutoLockRenewalDuration = TimeSpan.Zero,
        });
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        processor.ProcessMessageAsync += received =>
        {
            if (received.Message.DeliveryCount == 1 && received.Message.MessageId.EndsWith('7'))
            {
                throw new InvalidOperationException("The first try fails.");
            }

            done.Add(received.Message.MessageId);
            return Task.CompletedTask;
        };

        await processor.StartProcessingAsync();
        await EventuallyAsync(() => Bus.Operations.Count(o => o.Kind == BusOperationKind.Complete) == 100);
        await processor.StopProcessingAsync();

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"m-{i}").Order(), done.Order());
        Assert.Equal(10, Bus.Operations.Count(o => o.Kind == BusOperationKind.Abandon));
        Assert.Equal(110, Bus.Operations.Count(o => o.Kind == BusOperationKind.Receive));
    }

    [Fact]
    public async Task On_the_system_s_clock_locks_run_out_by_themselves()
    {
        var quick = new Topology([new("quick", TimeSpan.FromHours(1), [new() { Name = "all", Filter = SubscriptionFilter.All, LockDuration = TimeSpan.FromMilliseconds(100) }])]);
        await using var bus = await ServiceBusStandIn.StartAsync(quick);
        await using var client = new ServiceBusClient(bus.ConnectionString);
        await SendAsync(client, "quick", new ServiceBusMessage("x") { ScheduledEnqueueTime = DateTimeOffset.UtcNow.AddMilliseconds(100) });
        await using var receiver = client.CreateReceiver("quick", "all");

        Assert.Equal(1, (await ReceiveOneAsync(receiver)).DeliveryCount);
        Assert.Equal(2, (await ReceiveOneAsync(receiver)).DeliveryCount);
    }
}
