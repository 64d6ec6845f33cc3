using Hub.DeportedOffenders.Cases;
using Hub.Messaging;
using Hub.Quarantine;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Flow;

/// <summary>The clock of a deported offender's case strikes: time to look at what is not done.</summary>
public sealed class LookAtArrivals(DeportedOffenderCases cases, QuarantineDesk quarantine)
{
    private static readonly SubscriptionAddress From = new(HubTopology.Reports, HubTopology.Arrivals);

    [Function("arrivals")]
    public Task Run([ServiceBusTrigger(HubTopology.Reports, HubTopology.Arrivals, Connection = "ServiceBus")] string body, string messageId, CancellationToken cancellationToken) =>
        quarantine.HandleAsync(From, messageId, body, cases.OnTimeAsync, cancellationToken);
}
