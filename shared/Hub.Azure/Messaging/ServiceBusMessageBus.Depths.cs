using Hub.Messaging;
using Hub.Time;

namespace Hub.Azure.Messaging;

/// <summary>What waits, as far as somebody who may only send and listen can see it.</summary>
public sealed partial class ServiceBusMessageBus
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(20);

    // On the system's clock: it spares the network, whatever time the hub believes it is.
    private readonly KeptReading<IReadOnlyList<SubscriptionDepth>> depths = new(depthsKept ?? Fresh, LongestRead, TimeProvider.System);

    public Task<IReadOnlyList<SubscriptionDepth>> DepthsAsync(CancellationToken cancellationToken) => depths.ReadAsync(CountAsync, cancellationToken);

    private async Task<IReadOnlyList<SubscriptionDepth>> CountAsync(CancellationToken cancellationToken) => await Task.WhenAll(
        from topic in topology.Topics
        from subscription in topic.Subscriptions
        select CountAsync(new SubscriptionAddress(topic.Name, subscription.Name), cancellationToken));

    private async Task<SubscriptionDepth> CountAsync(SubscriptionAddress address, CancellationToken cancellationToken)
    {
        var active = await PeekedCount.OfAsync(Receiver(address), cancellationToken);
        var dead = await PeekedCount.OfAsync(Receiver(address with { DeadLetters = true }), cancellationToken);
        return new(address.Topic, address.Subscription, active.Count, Scheduled: null, dead.Count, active.Oldest, AtLeast: active.More || dead.More);
    }
}
