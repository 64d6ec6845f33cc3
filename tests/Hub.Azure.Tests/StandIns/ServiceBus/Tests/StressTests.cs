using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Hub.Azure.Tests.StandIns.ServiceBus.Tests;

/// <summary>Many at once, with abandons, lapsed locks and cut connections: at least once, and what was completed stays so.</summary>
public sealed class StressTests : BusTest
{
    private const int Senders = 4;
    private const int Receivers = 4;
    private const int Each = 1000;

    private readonly ConcurrentDictionary<string, int> sent = new();
    private readonly ConcurrentDictionary<string, int> completed = new();
    private readonly ConcurrentDictionary<(string Id, long Number), int> delivered = new();
    private int deliveries;
    private int cuts;
    private bool cutting;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_lost_and_nothing_completed_comes_again(bool withCuts)
    {
        cutting = withCuts;
        using var done = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var senders = Enumerable.Range(0, Senders).Select(n => Task.Run(() => SendAllAsync(n))).ToArray();
        var receivers = Enumerable.Range(0, Receivers).Select(n => Task.Run(() => ReceiveAllAsync(n, done.Token))).ToArray();
        var clock = Task.Run(() => PassTimeAsync(done.Token));

        await Task.WhenAll(senders);
        await using var onlooker = Client.CreateReceiver("parcels", "everything");
        while (await IsAnythingLeftAsync(onlooker))
        {
            await Task.Delay(100, done.Token);
        }

        await done.CancelAsync();
        await Task.WhenAll(receivers.Append(clock));

        Assert.Equal(sent.Keys.Order(), delivered.Keys.Select(k => k.Id).Order());
        Assert.All(delivered, d => Assert.True(!completed.TryGetValue(d.Key.Id, out var at) || d.Value <= at, $"{d.Key.Id} came again after it was completed."));
        Assert.Empty(await Client.CreateReceiver("parcels", "everything", new() { SubQueue = SubQueue.DeadLetter }).PeekMessagesAsync(1));
        Assert.True(deliveries > Senders * Each);
        Assert.Equal(withCuts ? deliveries / 100 : 0, cuts);
        if (!withCuts)
        {
            Assert.Equal(sent.Keys.Order(), completed.Keys.Order());
        }
    }

    private async Task SendAllAsync(int number)
    {
        await using var client = Connect(retries: 50, tryTimeout: TimeSpan.FromSeconds(10));
        await using var sender = client.CreateSender("parcels");
        var random = new Random(number);
        for (var i = 0; i < Each;)
        {
            var batch = Enumerable.Range(i, Math.Min(random.Next(1, 8), Each - i)).Select(m => Message($"{number}-{m}")).ToArray();
            await sender.SendMessagesAsync(batch);
            foreach (var message in batch)
            {
                sent[message.MessageId] = 1;
            }

            i += batch.Length;
        }
    }

    private async Task ReceiveAllAsync(int number, CancellationToken done)
    {
        await using var client = Connect(retries: 50, tryTimeout: TimeSpan.FromSeconds(2));
        var random = new Random(100 + number);
        while (!done.IsCancellationRequested)
        {
            var receiver = client.CreateReceiver("parcels", "everything", new() { PrefetchCount = number % 2 == 0 ? 0 : 15 });
            for (var i = 0; i < 30 && !done.IsCancellationRequested; i++)
            {
                try
                {
                    var batch = await receiver.ReceiveMessagesAsync(random.Next(1, 12), TimeSpan.FromMilliseconds(100), CancellationToken.None);
                    await Task.WhenAll(batch.Select(message => SettleAsync(receiver, message, random.Next(5))));
                }
                catch (ServiceBusException e) when (e.IsTransient)
                {
                    // Cut; it connects again.
                }
            }

            // With messages on their way and credit to be drained.
            await CloseAsync(receiver);
        }
    }

    private static async Task CloseAsync(ServiceBusReceiver receiver)
    {
        try
        {
            await receiver.DisposeAsync();
        }
        catch (TimeoutException)
        {
            // Cut while draining: the client waits for an answer that cannot come.
        }
    }

    private async Task SettleAsync(ServiceBusReceiver receiver, ServiceBusReceivedMessage message, int whim)
    {
        if (Interlocked.Increment(ref deliveries) % 100 == 0 && cutting)
        {
            Cut();
        }

        delivered.AddOrUpdate((message.MessageId, message.SequenceNumber), message.DeliveryCount, (_, before) => Math.Max(before, message.DeliveryCount));
        try
        {
            if (whim == 0)
            {
                await receiver.AbandonMessageAsync(message);
            }
            else
            {
                await receiver.CompleteMessageAsync(message);
                Assert.True(completed.TryAdd(message.MessageId, message.DeliveryCount), $"{message.MessageId} was completed twice.");
            }
        }
        catch (ServiceBusException e) when (e.Reason == ServiceBusFailureReason.MessageLockLost || e.IsTransient)
        {
            // It comes again, or was settled without our hearing of it.
        }
    }

    private void Cut()
    {
        Bus.Faults.CutAfter(3, Interlocked.Increment(ref cuts) % 2 == 0 ? CutKind.Stored : CutKind.NotStored);
        Bus.Faults.CutConnections();
    }

    // Lets locks lapse when nothing moves any more.
    private async Task PassTimeAsync(CancellationToken done)
    {
        var last = -1;
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(30, CancellationToken.None);
            var now = Volatile.Read(ref deliveries);
            if (now == last)
            {
                Time.Advance(TimeSpan.FromSeconds(61));
            }

            last = now;
        }
    }

    private static async Task<bool> IsAnythingLeftAsync(ServiceBusReceiver onlooker)
    {
        try
        {
            return await onlooker.PeekMessageAsync(0) is not null;
        }
        catch (ServiceBusException e) when (e.IsTransient)
        {
            return true;
        }
    }
}
