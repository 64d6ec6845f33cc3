using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Hub.Cases;
using Hub.Messaging;

namespace Hub.Azure.Messaging;

/// <summary>
/// The bus on Azure Service Bus. One client, one sender for each topic, one receiver for each subscription and its dead
/// letters. A hop costs three operations: sent, received, completed. See README.md for what it promises less of.
/// </summary>
/// <param name="open">Makes the client when it is first needed. It is owned by the bus and closed with it.</param>
/// <param name="topology">What may be sent to and received from. Made by the deployment, not by this.</param>
/// <param name="depthsKept">For how long a reading of the depths is good enough for whoever asks next; null: five seconds.</param>
public sealed partial class ServiceBusMessageBus(Func<ServiceBusClient> open, Topology topology, TimeSpan? depthsKept = null) : IMessageBus, IAsyncDisposable
{
    private readonly Lazy<ServiceBusClient> client = new(open);

    // Both are bounded by the topology.
    private readonly ConcurrentDictionary<string, Lazy<ServiceBusSender>> senders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SubscriptionAddress, Lazy<ServiceBusReceiver>> receivers = new();

    public async Task SendAsync(string topic, IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var sender = Sender(topic);
        foreach (var message in messages)
        {
            CommitLimits.CheckMessage(message);
        }

        // All are packed before the first leaves, so that one which cannot leave keeps back the others.
        using var batches = await MessageBatches.PackAsync(sender, messages, cancellationToken);
        foreach (var batch in batches.All)
        {
            await sender.SendMessagesAsync(batch, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        depths.Dispose();
        if (client.IsValueCreated)
        {
            await client.Value.DisposeAsync();
        }
    }

    private ServiceBusSender Sender(string topic)
    {
        if (topology.FindTopic(topic) is null)
        {
            throw new ArgumentException($"There is no topic '{topic}' in the topology.", nameof(topic));
        }

        return senders.GetOrAdd(topic, name => new(() => client.Value.CreateSender(name))).Value;
    }

    private ServiceBusReceiver Receiver(SubscriptionAddress from)
    {
        if (topology.Find(from) is null)
        {
            throw new ArgumentException($"There is no subscription '{from}' in the topology.", nameof(from));
        }

        return receivers.GetOrAdd(from, address => new(() => client.Value.CreateReceiver(address.Topic, address.Subscription, new ServiceBusReceiverOptions
        {
            ReceiveMode = ServiceBusReceiveMode.PeekLock,
            SubQueue = address.DeadLetters ? SubQueue.DeadLetter : SubQueue.None,
            // What lies fetched here would lose its lock while others have nothing to do.
            PrefetchCount = 0,
        }))).Value;
    }
}
