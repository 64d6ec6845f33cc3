using System.Net;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Border.Manifests;

namespace Hub.Azure.Archive;

/// <summary>
/// The container that large manifests are dropped into. Whoever opens a file holds a lease on it until the stream is
/// disposed: nobody else can open, change or remove it meanwhile. Who dies with one in hand holds it for at most a
/// minute.
/// </summary>
/// <param name="container">The container.</param>
/// <param name="time">Renews leases.</param>
public sealed class BlobManifestDrop(BlobContainerClient container, TimeProvider time) : IManifestDrop
{
    private const int MaxName = 1024;

    public async Task RemoveAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        try
        {
            await Blob(file.Name).DeleteIfExistsAsync(
                DeleteSnapshotsOption.IncludeSnapshots,
                new BlobRequestConditions { IfMatch = new ETag(file.Version), LeaseId = (file as FileInHand)?.Hold.LeaseId },
                cancellationToken);
        }
        catch (RequestFailedException refusal) when (refusal.Status == (int)HttpStatusCode.PreconditionFailed)
        {
            // A newer one lies there; or somebody else has it in hand, finds that it was taken in already, and removes
            // it. One whose lease ran out under us lies there for the next sweep.
        }
    }

    public async Task<IReadOnlyList<string>> LyingAsync(DateTimeOffset writtenBefore, int max, CancellationToken cancellationToken)
    {
        // The youngest in front, so that it is the one to make room for an older.
        var oldest = new PriorityQueue<string, (long Ticks, string Name)>(
            Comparer<(long Ticks, string Name)>.Create((a, b) => a.Ticks != b.Ticks ? b.Ticks.CompareTo(a.Ticks) : string.CompareOrdinal(b.Name, a.Name)));
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Properties.LastModified is not { } written || written >= writtenBefore)
            {
                continue;
            }

            oldest.Enqueue(blob.Name, (written.UtcTicks, blob.Name));
            if (oldest.Count > max)
            {
                oldest.Dequeue();
            }
        }

        var names = new string[oldest.Count];
        for (var i = names.Length - 1; i >= 0; i--)
        {
            names[i] = oldest.Dequeue();
        }

        return names;
    }

    /// <exception cref="ArgumentException">The name leads out of the container.</exception>
    public async Task<DroppedFile?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var blob = Blob(name);
        BlobHold? hold = null;
        try
        {
            hold = await BlobHold.TakeAsync(blob, time, cancellationToken);
            return new FileInHand(name, hold, await ReadAsync(blob, hold.ETag, cancellationToken));
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.BlobNotFound || refusal.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            await LetGoAsync(hold);
            return null;
        }
        catch
        {
            await LetGoAsync(hold);
            throw;
        }
    }

    /// <exception cref="ArgumentException">The name leads out of the container.</exception>
    public async Task<DroppedFile?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var blob = Blob(name);
        try
        {
            var version = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ETag;
            return new DroppedFile(name, version.ToString(), await ReadAsync(blob, version, cancellationToken));
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private static ValueTask LetGoAsync(BlobHold? hold) => hold?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Task<Stream> ReadAsync(BlobClient blob, ETag version, CancellationToken cancellationToken) => blob.OpenReadAsync(
        new BlobOpenReadOptions(allowModifications: false) { BufferSize = BlobArchive.MaxInMemory, Conditions = new BlobRequestConditions { IfMatch = version } }, cancellationToken);

    private BlobClient Blob(string name) =>
        name.Length is 0 or > MaxName || name.Split('/', '\\').Any(part => part is "" or "." or "..")
            ? throw new ArgumentException("The name leads out of the container of dropped manifests.", nameof(name))
            : container.GetBlobClient(name);

    private sealed class FileInHand(string name, BlobHold hold, Stream content) : DroppedFile(name, hold.ETag.ToString(), content)
    {
        public BlobHold Hold => hold;

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await hold.DisposeAsync();
        }
    }
}
