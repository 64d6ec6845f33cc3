using System.Buffers;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Archive;

namespace Hub.Azure.Archive;

/// <summary>
/// An archive in a container: <c>ab/abcd…</c>, blobs named by their hash and written on condition that there is none.
/// What fits <see cref="MaxInMemory"/> is written at once; more goes to a draft while it is hashed, for only then its
/// name is known. See README.md.
/// </summary>
/// <param name="container">May have a policy of immutability.</param>
/// <param name="drafts">Has none; may be shared between archives.</param>
/// <param name="time">Dates the blobs.</param>
public sealed class BlobArchive(BlobContainerClient container, BlobContainerClient drafts, TimeProvider time) : IArchive
{
    /// <summary>The largest content held in memory while it is written or read, in bytes; larger ones move in pieces of this.</summary>
    public const int MaxInMemory = 4 * 1024 * 1024;

    /// <summary>A draft older than this is what a crash left; no upload takes as long.</summary>
    public static readonly TimeSpan LongestDraft = TimeSpan.FromHours(12);

    private static readonly StorageTransferOptions Pieces = new() { InitialTransferSize = MaxInMemory, MaximumTransferSize = MaxInMemory, MaximumConcurrency = 2 };

    public async Task<ArchiveAddress> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var address = ArchiveAddress.Of(content.Span);
        await using var stream = BinaryData.FromBytes(content).ToStream();
        await KeepAsync(address, stream, cancellationToken);
        return address;
    }

    public async Task<ArchiveAddress> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        var beginning = ArrayPool<byte>.Shared.Rent(MaxInMemory);
        try
        {
            var length = await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
            if (length < beginning.Length)
            {
                return await PutAsync(beginning.AsMemory(0, length), cancellationToken);
            }

            await using var draft = await BlobDraft.BeginAsync(drafts, time.GetUtcNow(), cancellationToken);
            var address = await draft.WriteAsync(beginning, length, content, cancellationToken);
            if (!await Blob(address).ExistsAsync(cancellationToken))
            {
                await using var whole = await draft.OpenAsync(cancellationToken);
                await KeepAsync(address, whole, cancellationToken);
            }

            return address;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(beginning);
        }
    }

    public async Task<Stream?> OpenAsync(ArchiveAddress address, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Blob(address).DownloadStreamingAsync(cancellationToken: cancellationToken);
            using var download = answer.Value;
            if (download.Details.ContentLength > MaxInMemory)
            {
                // A stream that can be read from anywhere, a piece at a time.
                return await Blob(address).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = MaxInMemory }, cancellationToken);
            }

            var content = new byte[download.Details.ContentLength];
            await download.Content.ReadExactlyAsync(content, cancellationToken);
            return new MemoryStream(content, writable: false);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task<int> ExpireAsync(DateTimeOffset storedBefore, CancellationToken cancellationToken)
    {
        await BlobRemoval.RemoveOlderAsync(drafts, time.GetUtcNow() - LongestDraft, cancellationToken);
        return await BlobRemoval.RemoveOlderAsync(container, storedBefore, cancellationToken);
    }

    public async Task<bool> RemoveAsync(ArchiveAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return await Blob(address).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException refusal) when (BlobRemoval.IsHeld(refusal))
        {
            throw new ArchiveHeldException(removed: 0, held: 1);
        }
    }

    private async Task KeepAsync(ArchiveAddress address, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            await Blob(address).UploadAsync(content, new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                Metadata = StoredAt.Metadata(time.GetUtcNow()),
                TransferOptions = Pieces,
            }, cancellationToken);
        }
        catch (RequestFailedException refusal) when (SaysThereIsOne(refusal))
        {
            // Under this name there can be nothing but these bytes.
        }
    }

    private static bool SaysThereIsOne(RequestFailedException refusal) =>
        refusal.ErrorCode == BlobErrorCode.BlobAlreadyExists || refusal.ErrorCode == BlobErrorCode.ConditionNotMet || BlobRemoval.IsHeld(refusal);

    private BlobClient Blob(ArchiveAddress address) => container.GetBlobClient($"{address.Sha256[..2]}/{address.Sha256}");
}
