using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Hub.Archive;

namespace Hub.Azure.Archive;

/// <summary>
/// A large content whose name is not known yet. Disposing removes it. It is read back to be written under its name,
/// rather than copied there by the service: such a copy can stop half way and leave an empty blob of that name, which a
/// policy of immutability would then keep.
/// </summary>
internal sealed class BlobDraft : IAsyncDisposable
{
    private readonly BlockBlobClient blob;
    private readonly Stream writing;

    private BlobDraft(BlockBlobClient blob, Stream writing)
    {
        this.blob = blob;
        this.writing = writing;
    }

    public static async Task<BlobDraft> BeginAsync(BlobContainerClient drafts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var blob = drafts.GetBlockBlobClient(Guid.NewGuid().ToString("N"));
        return new(blob, await blob.OpenWriteAsync(overwrite: true, new BlockBlobOpenWriteOptions
        {
            BufferSize = BlobArchive.MaxInMemory,
            Metadata = StoredAt.Metadata(now),
        }, cancellationToken));
    }

    /// <summary>Writes what was read already and all that follows; returns what it all hashes to.</summary>
    /// <param name="buffer">Holds the beginning; used again for the rest.</param>
    /// <param name="length">How much of the buffer that is.</param>
    /// <param name="rest">What follows.</param>
    /// <param name="cancellationToken">Ends it half way.</param>
    public async Task<ArchiveAddress> WriteAsync(byte[] buffer, int length, Stream rest, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        do
        {
            hash.AppendData(buffer.AsSpan(0, length));
            await writing.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }
        while ((length = await rest.ReadAsync(buffer, cancellationToken)) > 0);

        await writing.FlushAsync(cancellationToken);
        return new ArchiveAddress(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public Task<Stream> OpenAsync(CancellationToken cancellationToken) =>
        blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = BlobArchive.MaxInMemory }, cancellationToken);

    // Removed even where the work was called off.
    public async ValueTask DisposeAsync()
    {
        try
        {
            await writing.DisposeAsync();
            await blob.DeleteIfExistsAsync(cancellationToken: CancellationToken.None);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            // Sweeping removes what stays: the content itself was stored, or its own failure is on its way.
        }
    }
}
