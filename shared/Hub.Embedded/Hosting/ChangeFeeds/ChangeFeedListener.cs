using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Hub.Embedded.Hosting.Invocation;
using Hub.Json;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting.ChangeFeeds;

/// <summary>Hands the pending changes of one container to a function, one batch after the other, until they are marked done.</summary>
internal sealed class ChangeFeedListener(ChangeFeedFunction function, FunctionRunner runner, TimeProvider time, ILogger logger) : IListener
{
    private readonly BackOff backOff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    private int retries;
    private byte[]? handled;

    public string Function => function.Function.Name;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await NextAsync(stopping);
                backOff.Reset();
                retries = 0;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The outermost boundary: changes not worked on are still pending and are read again.
                logger.LogError("{Function} failed with {Error}; its changes will come again", Function, e.GetType().FullName);
                logger.LogDebug(e, "{Function} failed", Function);
                await Task.Delay(Pause(), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task NextAsync(CancellationToken stopping)
    {
        var changes = await function.Feed.ReadAsync(function.MaxItems, stopping);
        if (changes.Count == 0)
        {
            handled = null;
            await function.Feed.WaitAsync(function.PollDelay, stopping);
            return;
        }

        var oldest = Oldest(changes);
        if (handled is not null && oldest.AsSpan().SequenceEqual(handled))
        {
            // Worked on without an error and yet not marked done: asking again at once would only spin.
            handled = null;
            await Task.Delay(function.PollDelay, time, stopping);
            return;
        }

        await runner.RunAsync(function.Function, new TriggerInput
        {
            Value = changes,
            BindingData = ImmutableDictionary<string, object?>.Empty,
            RetryCount = retries,
            MaxRetryCount = function.Retry?.MaxRetryCount ?? -1,
        });
        await function.Feed.DoneAsync(changes, stopping);
        handled = oldest;
    }

    // When an attribute's retries are used up they begin anew: changes are never left out.
    private TimeSpan Pause()
    {
        handled = null;
        if (function.Retry is null)
        {
            retries++;
            return backOff.Next();
        }

        if (function.Retry.Delay(retries) is not { } delay)
        {
            retries = 0;
            return backOff.Next();
        }

        retries++;
        return delay;
    }

    /// <summary>Changes come oldest first, so the first tells whether the last batch is still there.</summary>
    private byte[] Oldest(ICollection changes) =>
        JsonSerializer.SerializeToUtf8Bytes(changes.Cast<object>().First(), function.Feed.ItemType, HubJson.Options);
}
