using Hub.Auditing;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Manifests;

/// <summary>Large manifests are dropped as files. Taken in or refused, the dropped file goes.</summary>
public sealed class DropManifest(ManifestIntake intake, ManifestFiles files, IManifestDrop drop)
{
    private static readonly Actor Dropped = new("manifest-drop", "system");

    [Function("manifest_drop")]
    public async Task Run(
        [BlobTrigger(IManifestDrop.Container + "/{name}", Connection = "Storage", Source = BlobTriggerSource.EventGrid)] Stream content, string name, CancellationToken cancellationToken)
    {
        var origin = new ManifestOrigin(Dropped, name, Stated: null, ManifestIntake.MaxDropped);
        try
        {
            await intake.AcceptAsync(content, origin, cancellationToken);
            if (content.CanSeek && content.Position < content.Length)
            {
                // Somebody still writes it: it comes again, with more in it.
                return;
            }
        }
        catch (ManifestRefusedException refused)
        {
            await intake.RefuseAsync(refused, origin, await KeepAsync(content, refused, cancellationToken), cancellationToken);
        }

        await drop.RemoveAsync(name, cancellationToken);
    }

    /// <summary>What could not be read is kept as long as any manifest, for somebody to look; of flights that are not monitored nothing is.</summary>
    private async Task<Archive.ArchiveAddress?> KeepAsync(Stream content, ManifestRefusedException refused, CancellationToken cancellationToken)
    {
        if (refused.Code is "route-not-monitored" or "too-large" || !content.CanSeek)
        {
            return null;
        }

        content.Position = 0;
        return await files.Archive.PutAsync(content, cancellationToken);
    }
}
