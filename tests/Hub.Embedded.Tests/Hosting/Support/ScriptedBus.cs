using System.Threading.Channels;
using Hub.Messaging;

namespace Hub.Embedded.Tests.Hosting.Support;

/// <summary>A bus that hands out what a test puts in and tells how it was settled.</summary>
internal sealed class ScriptedBus : IMessageBus
{
    private readonly Channel<object> arriving = Channel.CreateUnbounded<object>();
    private readonly Channel<Settlement> settled = Channel.CreateUnbounded<Settlement>();

    public Channel<ReceivedMessage> Renewals { get; } = Channel.CreateUnbounded<ReceivedMessage>();

    /// <summary>What settling and renewing throw, if anything.</summary>
    public Exception? Trouble { get; set; }

    public int MostAskedFor { get; private set; }

    public static ReceivedMessage Message(string id, string body = "{}", int deliveryCount = 1) => new()
    {
        From = new("reports", "assess"),
        Message = new() { Id = id, Body = body, Properties = new Message { Id = id, Body = body }.Properties.Add("type", "accepted") },
        DeliveryCount = deliveryCount,
        EnqueuedAt = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero),
        LockedUntil = new(2026, 11, 22, 9, 31, 0, TimeSpan.Zero),
        LockToken = "lock",
    };

    public void Deliver(ReceivedMessage message) => arriving.Writer.TryWrite(message);

    public void FailToReceive(Exception error) => arriving.Writer.TryWrite(error);

    public async Task<Settlement> NextSettlementAsync() => await settled.Reader.ReadAsync().AsTask().WaitAsync(Probe.Patience);

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(SubscriptionAddress from, int max, TimeSpan wait, CancellationToken cancellationToken)
    {
        MostAskedFor = Math.Max(MostAskedFor, max);
        var next = await arriving.Reader.ReadAsync(cancellationToken);
        return next is Exception error ? throw error : [((ReceivedMessage)next) with { From = from }];
    }

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken) => Settle(new(message, "complete", null));

    public Task AbandonAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancellationToken) => Settle(new(message, "abandon", delay));

    public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellationToken) => Settle(new(message, "deadletter", null));

    public Task<ReceivedMessage> RenewLockAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        Renewals.Writer.TryWrite(message);
        return Task.FromResult(message with { LockedUntil = message.LockedUntil + TimeSpan.FromMinutes(1) });
    }

    public Task SendAsync(string topic, IReadOnlyList<Message> messages, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<SubscriptionDepth>> DepthsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private Task Settle(Settlement settlement)
    {
        settled.Writer.TryWrite(settlement);
        return Trouble is null ? Task.CompletedTask : throw Trouble;
    }
}

internal sealed record Settlement(ReceivedMessage Message, string How, TimeSpan? Delay);
