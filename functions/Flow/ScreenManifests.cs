using Hub.Border.Manifests.Screening;
using Hub.Messaging;
using Hub.Quarantine;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Flow;

/// <summary>Manifests taken in are screened.</summary>
public sealed class ScreenManifests(ManifestScreening screening, QuarantineDesk quarantine)
{
    private static readonly SubscriptionAddress From = new(HubTopology.Manifests, HubTopology.Screen);

    [Function("screen")]
    public Task Run([ServiceBusTrigger(HubTopology.Manifests, HubTopology.Screen, Connection = "ServiceBus")] string body, string messageId, CancellationToken cancellationToken) =>
        quarantine.HandleAsync(From, messageId, body, screening.ScreenAsync, cancellationToken);
}
