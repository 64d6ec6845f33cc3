using Hub.Azure.Messaging;
using Hub.Azure.Tests.StandIns.ServiceBus;
using Hub.Messaging;
using Hub.Testing.Contracts;

namespace Hub.Azure.Tests.Messaging;

/// <summary>The bus on Service Bus keeps the promises of the bus, but for two that Service Bus does not make.</summary>
public sealed class ServiceBusContractTests : MessageBusContract, IAsyncLifetime
{
    private ServiceBusStandIn standIn = null!;
    private ServiceBusMessageBus bus = null!;

    protected override bool KeepsAbandonDelay => false;

    protected override bool SeesScheduled => false;

    protected override TimeSpan Patience => TimeSpan.FromMilliseconds(750);

    protected override bool IsQuiet(SubscriptionAddress from, int handedOut) => standIn.HasNothingBeyond(from, handedOut);

    public async Task InitializeAsync()
    {
        standIn = await ServiceBusStandIn.StartAsync(Topology, Time);
        bus = Bus.On(standIn, Topology);
    }

    public async Task DisposeAsync()
    {
        await bus.DisposeAsync();
        await standIn.DisposeAsync();
    }

    protected override Task<IMessageBus> CreateAsync() => Task.FromResult<IMessageBus>(bus);
}
