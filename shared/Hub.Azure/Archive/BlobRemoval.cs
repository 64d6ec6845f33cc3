using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Archive;

namespace Hub.Azure.Archive;

/// <summary>Removing blobs that a retention policy may hold.</summary>
internal static class BlobRemoval
{
    private const int AtOnce = 8;

    private static readonly BlobErrorCode[] Held =
    [
        "BlobImmutableDueToPolicy", "ContainerImmutableDueToPolicy", "BlobImmutableDueToLegalHold", "BlobHasImmutabilityPolicy",
    ];

    /// <summary>Whether a refusal says that the blob is held and stays as it is.</summary>
    public static bool IsHeld(RequestFailedException refusal) => refusal.Status == 409 && Held.Contains(refusal.ErrorCode);

    /// <summary>Removes what was first stored before a moment, going on past what is held.</summary>
    /// <exception cref="ArchiveHeldException">Some are held; the others were removed.</exception>
    public static async Task<int> RemoveOlderAsync(BlobContainerClient container, DateTimeOffset storedBefore, CancellationToken cancellationToken)
    {
        var removed = 0;
        var held = 0;
        await Parallel.ForEachAsync(
            container.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (blob, token) =>
            {
                if (StoredAt.Of(blob) >= storedBefore)
                {
                    return;
                }

                try
                {
                    if (await container.DeleteBlobIfExistsAsync(blob.Name, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: token))
                    {
                        Interlocked.Increment(ref removed);
                    }
                }
                catch (RequestFailedException refusal) when (IsHeld(refusal))
                {
                    Interlocked.Increment(ref held);
                }
            });
        return held == 0 ? removed : throw new ArchiveHeldException(removed, held);
    }
}
