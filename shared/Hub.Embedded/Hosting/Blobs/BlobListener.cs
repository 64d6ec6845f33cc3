using Hub.Embedded.Hosting.Invocation;
using Hub.Messaging;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting.Blobs;

/// <summary>
/// Calls a function for each blob of a folder, once for each version of it. A file is left alone until two looks
/// found it unchanged and nobody holds it open for writing.
/// </summary>
internal sealed class BlobListener(BlobFunction function, BlobFolder folder, IBlobReceipts receipts, FunctionRunner runner, TimeProvider time, ILogger logger) : IListener
{
    /// <summary>Tries before a blob is given up, as on the real host.</summary>
    public const int MaxAttempts = 5;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    // A copy that stalls for longer than this between two writes is read half, and again when it grows.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, string> seen = [];
    private readonly Dictionary<string, string> finished = [];

    public string Function => function.Function.Name;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var bell = new FolderBell(folder.Path, time);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var unsettled = await LookAsync(stopping);
                await (unsettled ? Task.Delay(Settling, time, stopping) : bell.WaitAsync(Poll, stopping));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The outermost boundary: a folder or receipts out of reach now are looked at again.
                logger.LogError("{Function} cannot look into its folder: {Error}", Function, e.GetType().FullName);
                logger.LogDebug(e, "{Function} cannot look into its folder", Function);
                await Task.Delay(Poll, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Works on what is ready; true when there is something to look at again soon.</summary>
    private async Task<bool> LookAsync(CancellationToken stopping)
    {
        var unsettled = false;
        var blobs = folder.List();
        Forget(blobs);
        foreach (var blob in blobs.Where(b => finished.GetValueOrDefault(b.Path) != b.Version))
        {
            stopping.ThrowIfCancellationRequested();
            var settled = seen.GetValueOrDefault(blob.Path) == blob.Version;
            seen[blob.Path] = blob.Version;
            unsettled |= !settled || !await WorkOnAsync(blob, stopping);
        }

        return unsettled;
    }

    /// <summary>False when somebody still writes it.</summary>
    private async Task<bool> WorkOnAsync(FoundBlob blob, CancellationToken stopping)
    {
        var receipt = await receipts.FindAsync(Function, blob.Path, stopping);
        var attempts = receipt?.Version == blob.Version ? receipt.Attempts : 0;
        if (attempts >= MaxAttempts || (attempts > 0 && receipt!.Done))
        {
            finished[blob.Path] = blob.Version;
            return true;
        }

        if (attempts > 0 && time.GetUtcNow() < receipt!.At + RetryLadder.Delay(attempts, random: 0.5))
        {
            return true;
        }

        await using var content = blob.TryOpen();
        if (content is null)
        {
            return false;
        }

        await TryAsync(blob, content, attempts + 1);
        return true;
    }

    private async Task TryAsync(FoundBlob blob, FileStream content, int attempt)
    {
        string? error = null;
        try
        {
            var data = new Dictionary<string, object?>(blob.Values, StringComparer.OrdinalIgnoreCase) { ["BlobTrigger"] = blob.Path };
            await runner.RunAsync(function.Function, new TriggerInput { Value = content, BindingData = data, RetryCount = attempt - 1, MaxRetryCount = MaxAttempts - 1 });
            finished[blob.Path] = blob.Version;
        }
        catch (OperationCanceledException) when (runner.CancellationToken.IsCancellationRequested)
        {
            // The host stops: this try does not count.
            return;
        }
        catch (Exception e)
        {
            // The outermost boundary: whatever a function throws is one of the blob's tries.
            error = e.GetType().FullName;
            logger.LogError("{Function} failed on a blob, try {Attempt} of {MaxAttempts}: {Error}", Function, attempt, MaxAttempts, error);
            logger.LogDebug(e, "{Function} failed on {Path}", Function, blob.Path);
        }

        // Not cut short by a stop: a blob worked on must not come again.
        await receipts.RecordAsync(new(Function, blob.Path, blob.Version, attempt, error is null, time.GetUtcNow(), error), CancellationToken.None);
        if (error is not null && attempt == MaxAttempts)
        {
            logger.LogError("{Function} gives up a blob after {MaxAttempts} tries; see its receipt, and write the blob anew to have it tried again", Function, MaxAttempts);
        }
    }

    private void Forget(IReadOnlyList<FoundBlob> present)
    {
        var paths = present.Select(b => b.Path).ToHashSet();
        foreach (var gone in seen.Keys.Where(p => !paths.Contains(p)).ToList())
        {
            seen.Remove(gone);
            finished.Remove(gone);
        }
    }
}
