using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Manifests;

/// <summary>Large manifests are dropped as files.</summary>
public sealed class DropManifest(DroppedManifests dropped, ILogger<DropManifest> log)
{
    /// <summary>The content handed in tells nothing of its version: it is closed unread, and what lies there is read with it.</summary>
    [Function("manifest_drop")]
    public async Task Run(
        [BlobTrigger(IManifestDrop.Container + "/{name}", Connection = "Storage", Source = BlobTriggerSource.EventGrid)] Stream content, string name, CancellationToken cancellationToken)
    {
        await content.DisposeAsync();
        await dropped.TakeAsync(name, cancellationToken);
    }

    /// <summary>Every ten minutes: what the trigger left lying is taken in after all.</summary>
    [Function("manifests_sweep")]
    public async Task Sweep([TimerTrigger("0 5/10 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var taken = await dropped.SweepAsync(cancellationToken);
        if (taken > 0)
        {
            log.LogWarning("The sweep took in {Count} manifests that had been left lying", taken);
        }
    }
}
