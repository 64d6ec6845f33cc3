using Hub.Azure.Messaging;
using Hub.Azure.Tests.StandIns.ServiceBus;
using Hub.Messaging;
using Hub.Testing;

namespace Hub.Azure.Tests.Messaging.Faults;

/// <summary>A topic with one subscription on a stand-in that fails on order.</summary>
public abstract class BusFaultTests : IAsyncLifetime
{
    protected const string Letters = "letters";

    protected static readonly CancellationToken None = CancellationToken.None;
    protected static readonly SubscriptionAddress Everything = new(Letters, "everything");
    protected static readonly Topology Topology = new([new(Letters, TimeSpan.FromHours(1), [new() { Name = "everything", Filter = SubscriptionFilter.All }])]);

    // Longer than any wait for a processor: only a test that goes wrong waits so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(750);

    protected ManualTime Time { get; } = new(A.Moment);

    protected ServiceBusStandIn StandIn { get; private set; } = null!;

    /// <summary>The bus as the hub makes it.</summary>
    protected ServiceBusMessageBus Hub { get; private set; } = null!;

    /// <summary>One that tries once and says what happened.</summary>
    protected ServiceBusMessageBus Impatient { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        StandIn = await ServiceBusStandIn.StartAsync(Topology, Time);
        Hub = Bus.On(StandIn, Topology);
        Impatient = Bus.Impatient(StandIn, Topology);
    }

    public async Task DisposeAsync()
    {
        await Hub.DisposeAsync();
        await Impatient.DisposeAsync();
        await StandIn.DisposeAsync();
    }

    /// <summary>So many messages, received as they come; completes each.</summary>
    protected async Task<List<ReceivedMessage>> TakeAsync(int count)
    {
        var taken = new List<ReceivedMessage>();
        while (taken.Count < count && await Hub.ReceiveAsync(Everything, count - taken.Count, Patience, None) is { Count: > 0 } some)
        {
            foreach (var message in some)
            {
                await Hub.CompleteAsync(message, None);
            }

            taken.AddRange(some);
        }

        return taken;
    }

    protected async Task AssertNothingLeftAsync() => Assert.Empty(await Hub.ReceiveAsync(Everything, 10, Quiet, None));
}
