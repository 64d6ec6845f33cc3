using Hub.Messaging;
using Hub.Notices;
using Hub.Quarantine;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Flow;

/// <summary>A notice's clock strikes: time to raise it, to warn, or due.</summary>
public sealed class KeepDeadlines(NoticeClock clock, QuarantineDesk quarantine)
{
    private static readonly SubscriptionAddress From = new(HubTopology.Notices, HubTopology.Deadlines);

    [Function("deadlines")]
    public Task Run([ServiceBusTrigger(HubTopology.Notices, HubTopology.Deadlines, Connection = "ServiceBus")] string body, string messageId, CancellationToken cancellationToken) =>
        quarantine.HandleAsync(From, messageId, body, clock.OnTimeAsync, cancellationToken);
}
