using Hub.Cases;
using Hub.Messaging;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Flow;

/// <summary>
/// Committed events leave for the bus, and the lists kept beside the cases follow. What cannot be read is said, and holds
/// up nothing: the store's view sets it aside.
/// </summary>
public sealed class RelayEvents(Relay relay, IEnumerable<ICaseView> views, ILogger<RelayEvents> log)
{
    [Function("relay")]
    [ExponentialBackoffRetry(-1, "00:00:01", "00:01:00")]
    public async Task Run(
        [CosmosDBTrigger("hub", "cases", Connection = "Cosmos", LeaseContainerName = "leases", MaxItemsPerInvocation = 256, FeedPollDelay = 500)] IReadOnlyList<CaseChange> changes,
        CancellationToken cancellationToken)
    {
        await relay.SendAsync([.. changes.SelectMany(c => c.Events)], cancellationToken);
        if (changes.Count(c => !c.IsReadable) is > 0 and var unreadable)
        {
            log.LogError("The events of {Count} commits cannot be read and did not leave; what they tell reaches nobody until the commits are mended", unreadable);
        }

        foreach (var view in views)
        {
            await view.FollowAsync(changes, cancellationToken);
        }
    }
}
