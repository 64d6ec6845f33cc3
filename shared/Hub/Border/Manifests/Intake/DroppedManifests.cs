using Hub.Archive;
using Hub.Auditing;

namespace Hub.Border.Manifests.Intake;

/// <summary>Takes in manifests that were dropped as files. Taken in or refused, the dropped file goes; doing it twice does nothing more.</summary>
public sealed class DroppedManifests(ManifestIntake intake, ManifestFiles files, IManifestDrop drop, TimeProvider time)
{
    /// <summary>How long a file may lie before it is looked at again: longer than its trigger tries.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const int MostAtOnce = 100;

    private static readonly Actor Dropped = new("manifest-drop", "system");

    /// <summary>Takes in one file as it lies there now; nothing where it has gone.</summary>
    public async Task TakeAsync(string name, CancellationToken cancellationToken)
    {
        await using var file = await drop.ReadAsync(name, cancellationToken);
        if (file is not null)
        {
            await TakeAsync(file, cancellationToken);
        }
    }

    /// <summary>
    /// Takes in what still lies there: the trigger gave it up, or took it for a file it had seen. One that fails again
    /// does not keep the others.
    /// </summary>
    /// <returns>How many were taken in or refused.</returns>
    /// <exception cref="AggregateException">Some failed; they are tried again at the next sweep.</exception>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        var failures = new List<Exception>();
        foreach (var name in await drop.LyingAsync(time.GetUtcNow() - Patience, MostAtOnce, cancellationToken))
        {
            try
            {
                await using var file = await drop.OpenAsync(name, cancellationToken);
                if (file is not null)
                {
                    await TakeAsync(file, cancellationToken);
                    taken++;
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? taken : throw new AggregateException(failures);
    }

    private async Task TakeAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        var content = file.Content;
        var origin = new ManifestOrigin(Dropped, file.Name, Stated: null, ManifestIntake.MaxDropped);
        try
        {
            await intake.AcceptAsync(content, origin, cancellationToken);
            if (content.Position < content.Length)
            {
                // Somebody still writes it: it comes again, with more in it.
                return;
            }
        }
        catch (ManifestRefusedException refused)
        {
            await intake.RefuseAsync(refused, origin, await KeepAsync(content, refused, cancellationToken), cancellationToken);
        }

        await drop.RemoveAsync(file, cancellationToken);
    }

    /// <summary>What could not be read is kept as long as any manifest, for somebody to look; of flights that are not monitored nothing is.</summary>
    private async Task<ArchiveAddress?> KeepAsync(Stream content, ManifestRefusedException refused, CancellationToken cancellationToken)
    {
        if (refused.Code is "route-not-monitored" or "too-large")
        {
            return null;
        }

        content.Position = 0;
        return await files.Archive.PutAsync(content, cancellationToken);
    }
}
