using Hub.Messaging;
using Hub.Quarantine;
using Hub.Reports;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Flow;

/// <summary>Accepted reports are matched and the rules applied.</summary>
public sealed class AssessReports(Assessor assessor, QuarantineDesk quarantine)
{
    private static readonly SubscriptionAddress From = new(HubTopology.Reports, HubTopology.Assess);

    [Function("assess")]
    public Task Run([ServiceBusTrigger(HubTopology.Reports, HubTopology.Assess, Connection = "ServiceBus")] string body, string messageId, CancellationToken cancellationToken) =>
        quarantine.HandleAsync(From, messageId, body, assessor.AssessAsync, cancellationToken);
}
