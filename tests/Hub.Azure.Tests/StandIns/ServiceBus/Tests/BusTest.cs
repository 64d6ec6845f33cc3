using Azure.Messaging.ServiceBus;
using Hub.Messaging;
using Hub.Testing;

namespace Hub.Azure.Tests.StandIns.ServiceBus.Tests;

/// <summary>A stand-in on a clock that stands still, and the real client, which tries everything once.</summary>
public abstract class BusTest : IAsyncLifetime
{
    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    protected static readonly TimeSpan Never = TimeSpan.FromMilliseconds(150);

    protected static Topology Topology { get; } = new(
    [
        new("Letters", TimeSpan.FromHours(1),
        [
            new() { Name = "Everything", Filter = SubscriptionFilter.All, MaxDeliveryCount = 3 },
            new() { Name = "urgent", Filter = SubscriptionFilter.Where("priority", "urgent", "now").And("borough", "camden") },
        ]),
        new("parcels", TimeSpan.FromHours(1), [new() { Name = "everything", Filter = SubscriptionFilter.All, MaxDeliveryCount = 1000 }]),
    ]);

    protected ManualTime Time { get; } = new(A.Moment);

    protected ServiceBusStandIn Bus { get; private set; } = null!;

    protected ServiceBusClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Bus = await ServiceBusStandIn.StartAsync(Topology, Time);
        Client = Connect();
    }

    public async Task DisposeAsync()
    {
        await Client.DisposeAsync();
        await Bus.DisposeAsync();
    }

    protected ServiceBusClient Connect(int retries = 0, TimeSpan? tryTimeout = null) => new(Bus.ConnectionString, new ServiceBusClientOptions
    {
        RetryOptions = new() { MaxRetries = retries, Mode = ServiceBusRetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(20), TryTimeout = tryTimeout ?? TimeSpan.FromSeconds(30) },
    });

    protected ServiceBusReceiver Everything(ServiceBusClient? client = null) => (client ?? Client).CreateReceiver("letters", "everything");

    protected ServiceBusReceiver DeadLetters() => Client.CreateReceiver("letters", "everything", new() { SubQueue = SubQueue.DeadLetter });

    protected Task SendAsync(params ServiceBusMessage[] messages) => SendAsync(Client, "letters", messages);

    protected static async Task SendAsync(ServiceBusClient client, string topic, params ServiceBusMessage[] messages)
    {
        await using var sender = client.CreateSender(topic);
        await sender.SendMessagesAsync(messages);
    }

    protected static ServiceBusMessage Message(string? id, params (string Name, object Value)[] properties)
    {
        var message = new ServiceBusMessage($"body of {id}");
        if (id is not null)
        {
            message.MessageId = id;
        }

        foreach (var (name, value) in properties)
        {
            message.ApplicationProperties[name] = value;
        }

        return message;
    }

    /// <summary>As many as are expected, however many calls that takes; then whether more come.</summary>
    protected static async Task<List<ServiceBusReceivedMessage>> ReceiveAsync(ServiceBusReceiver from, int expected)
    {
        var received = new List<ServiceBusReceivedMessage>();
        while (received.Count < expected && await from.ReceiveMessagesAsync(expected - received.Count, Soon) is { Count: > 0 } some)
        {
            received.AddRange(some);
        }

        received.AddRange(await from.ReceiveMessagesAsync(10, Never));
        return received;
    }

    protected static async Task<ServiceBusReceivedMessage> ReceiveOneAsync(ServiceBusReceiver from) =>
        await from.ReceiveMessageAsync(Soon) ?? throw new InvalidOperationException("Nothing came.");

    protected static async Task AssertNothingAsync(ServiceBusReceiver from) => Assert.Null(await from.ReceiveMessageAsync(Never));

    protected static async Task AssertFailsAsync(ServiceBusFailureReason reason, Func<Task> what) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<ServiceBusException>(what)).Reason);

    /// <summary>Waits for what the other side is about to do.</summary>
    protected static async Task EventuallyAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Soon);
        while (!condition())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
