using Hub.Border.Manifests.Screening;
using Hub.Messaging;
using Hub.Quarantine;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Flow;

/// <summary>What was tried in vain too often goes to quarantine, where people see it.</summary>
public sealed class CollectDeadLetters(QuarantineDesk quarantine, ManifestScreening screening)
{
    private const string Code = "attempts-used-up";
    private const string Reason = "Every attempt to work on the message failed; see the log for the errors.";

    private const string AssessDead = HubTopology.Assess + SubscriptionAddress.DeadLetterSuffix;
    private const string ArrivalsDead = HubTopology.Arrivals + SubscriptionAddress.DeadLetterSuffix;
    private const string ScreenDead = HubTopology.Screen + SubscriptionAddress.DeadLetterSuffix;
    private const string DeliverDead = HubTopology.Deliver + SubscriptionAddress.DeadLetterSuffix;
    private const string DeadlinesDead = HubTopology.Deadlines + SubscriptionAddress.DeadLetterSuffix;

    [Function("assess_dead")]
    public Task Assess([ServiceBusTrigger(HubTopology.Reports, AssessDead, Connection = "ServiceBus")] string body, string messageId, CancellationToken cancellationToken) =>
        CollectAsync(new(HubTopology.Reports, HubTopology.Assess), messageId, body, cancellationToken);

    [Function("arrivals_dead")]
    public Task Arrivals([ServiceBusTrigger(HubTopology.Reports, ArrivalsDead, Connection = "ServiceBus")] string body, string messageId, CancellationToken cancellationToken) =>
        CollectAsync(new(HubTopology.Reports, HubTopology.Arrivals), messageId, body, cancellationToken);

    /// <summary>A manifest nobody was compared with: the border liaison is told too, who may send it again.</summary>
    [Function("screen_dead")]
    public Task Screen([ServiceBusTrigger(HubTopology.Manifests, ScreenDead, Connection = "ServiceBus")] string body, string messageId, CancellationToken cancellationToken) =>
        quarantine.HandleAsync(new(HubTopology.Manifests, HubTopology.Screen), messageId, body, async (happened, token) =>
        {
            await screening.GiveUpAsync(happened.CaseId(), token);
            throw new PermanentFailureException(Code, Reason);
        }, cancellationToken);

    [Function("deliver_dead")]
    public Task Deliver([ServiceBusTrigger(HubTopology.Notices, DeliverDead, Connection = "ServiceBus")] string body, string messageId, CancellationToken cancellationToken) =>
        CollectAsync(new(HubTopology.Notices, HubTopology.Deliver), messageId, body, cancellationToken);

    [Function("deadlines_dead")]
    public Task Deadlines([ServiceBusTrigger(HubTopology.Notices, DeadlinesDead, Connection = "ServiceBus")] string body, string messageId, CancellationToken cancellationToken) =>
        CollectAsync(new(HubTopology.Notices, HubTopology.Deadlines), messageId, body, cancellationToken);

    private Task CollectAsync(SubscriptionAddress from, string messageId, string body, CancellationToken cancellationToken) =>
        quarantine.SetAsideAsync(from, messageId, body, Code, Reason, cancellationToken);
}
