using Hub.Messaging;

namespace Hub.Azure.Tests.Cases;

/// <summary>A bus that keeps what was sent, for whoever wants to deliver it by hand.</summary>
internal sealed class SentMessages : IMessageBus
{
    public List<Message> All { get; } = [];

    public IEnumerable<string> Ids => All.Select(m => m.Id);

    public Task SendAsync(string topic, IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        All.AddRange(messages);
        return Task.CompletedTask;
    }

    /// <summary>What was sent since the last time.</summary>
    public IReadOnlyList<CloudEvent> Take()
    {
        CloudEvent[] taken = [.. All.Select(m => CloudEvent.Parse(m.Body))];
        All.Clear();
        return taken;
    }

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(SubscriptionAddress from, int max, TimeSpan wait, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task AbandonAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReceivedMessage> RenewLockAsync(ReceivedMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<SubscriptionDepth>> DepthsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
