using Azure.Messaging.ServiceBus;
using Hub.Azure.Messaging;
using Hub.Azure.Tests.StandIns.ServiceBus;
using Hub.Messaging;

namespace Hub.Azure.Tests.Messaging;

/// <summary>The bus as tests make it.</summary>
internal static class Bus
{
    /// <summary>As the hub makes it.</summary>
    public static ServiceBusMessageBus On(ServiceBusStandIn standIn, Topology topology) => new(
        () => ServiceBusClients.Create(new ServiceBusSettings { ConnectionString = standIn.ConnectionString }, () => throw new InvalidOperationException("An emulator asks for no identity.")),
        topology);

    /// <summary>One that gives up after its first try, and soon, so that a failure is seen and not only survived.</summary>
    public static ServiceBusMessageBus Impatient(ServiceBusStandIn standIn, Topology topology) => new(
        () => new ServiceBusClient(standIn.ConnectionString, new ServiceBusClientOptions
        {
            RetryOptions = { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(2) },
        }),
        topology);
}
