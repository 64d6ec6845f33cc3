using Hub.Messaging;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Flow;

/// <summary>Committed events leave for the bus.</summary>
public sealed class RelayEvents(Relay relay)
{
    [Function("relay")]
    [ExponentialBackoffRetry(-1, "00:00:01", "00:01:00")]
    public Task Run(
        [CosmosDBTrigger("hub", "cases", Connection = "Cosmos", LeaseContainerName = "leases", MaxItemsPerInvocation = 256)] IReadOnlyList<OutgoingEvent> events,
        CancellationToken cancellationToken) => relay.SendAsync(events, cancellationToken);
}
