using Hub.Messaging;

namespace Hub.Azure.Messaging;

/// <summary>Taking messages under lock.</summary>
public sealed partial class ServiceBusMessageBus
{
    /// <summary>The client refuses not to wait at all; a namespace nearby answers well within this.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(100);

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(SubscriptionAddress from, int max, TimeSpan wait, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        var received = await Receiver(from).ReceiveMessagesAsync(max, wait > LeastWait ? wait : LeastWait, cancellationToken);
        return [.. received.Select(message => WireMessage.Read(message, from))];
    }
}
