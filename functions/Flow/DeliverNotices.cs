using Hub.Messaging;
using Hub.Notices;
using Hub.Quarantine;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Flow;

/// <summary>Raised notices go to their recipients.</summary>
public sealed class DeliverNotices(Delivery delivery, QuarantineDesk quarantine)
{
    private static readonly SubscriptionAddress From = new(HubTopology.Notices, HubTopology.Deliver);

    [Function("deliver")]
    public Task Run([ServiceBusTrigger(HubTopology.Notices, HubTopology.Deliver, Connection = "ServiceBus")] string body, string messageId, CancellationToken cancellationToken) =>
        quarantine.HandleAsync(From, messageId, body, delivery.DeliverAsync, cancellationToken);
}
