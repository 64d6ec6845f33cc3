using Hub.Border.Manifests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Manifests;

/// <summary>Every ten minutes: manifest files go whose time is over, which name thousands who are no hits; then manifests leave the list of recent ones.</summary>
public sealed class ExpireManifests(ManifestFiles files, ManifestBoard board, TimeProvider time, ILogger<ExpireManifests> log)
{
    [Function("manifests_expire")]
    public async Task Run([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var removed = await files.Archive.ExpireAsync(time.GetUtcNow() - ManifestFiles.Retention, cancellationToken);
        if (removed > 0)
        {
            log.LogInformation("{Count} manifest files reached the end of their {Hours} hours and were removed", removed, ManifestFiles.Retention.TotalHours);
        }

        await board.ClearAsync(cancellationToken);
    }
}
