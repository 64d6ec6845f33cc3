using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Hub.Azure.Archive;

/// <summary>A lease on one blob, renewed until it is disposed.</summary>
internal sealed class BlobHold : IAsyncDisposable
{
    /// <summary>The longest a blob is held for somebody who died: the longest lease that ends by itself.</summary>
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    private readonly BlobLeaseClient lease;
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;

    private BlobHold(BlobLeaseClient lease, ETag version, TimeProvider time)
    {
        this.lease = lease;
        ETag = version;
        renewing = RenewAsync(time);
    }

    public string LeaseId => lease.LeaseId;

    /// <summary>Of the blob when it was taken: nobody else can change it since.</summary>
    public ETag ETag { get; }

    /// <exception cref="RequestFailedException"><c>BlobNotFound</c>, or <c>LeaseAlreadyPresent</c>: somebody else holds it.</exception>
    public static async Task<BlobHold> TakeAsync(BlobClient blob, TimeProvider time, CancellationToken cancellationToken)
    {
        var lease = blob.GetBlobLeaseClient();
        var taken = await lease.AcquireAsync(Duration, cancellationToken: cancellationToken);
        return new(lease, taken.Value.ETag, time);
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        ended.Dispose();
        try
        {
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
        catch (RequestFailedException)
        {
            // The blob went, or the lease did; else it ends by itself within the minute.
        }
    }

    private async Task RenewAsync(TimeProvider time)
    {
        while (true)
        {
            await Task.Delay(Duration / 3, time, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await lease.RenewAsync(cancellationToken: ended.Token);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
            catch (RequestFailedException lost) when (lost.ErrorCode == BlobErrorCode.BlobNotFound || lost.Status is 409 or 412)
            {
                return;
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException)
            {
                // Tried again twice before the lease ends.
            }
        }
    }
}
