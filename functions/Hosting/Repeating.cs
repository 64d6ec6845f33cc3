using Microsoft.Extensions.Logging;

namespace Hub.Functions.Hosting;

/// <summary>Work that goes on for as long as the hub runs.</summary>
internal static class Repeating
{
    /// <summary>How long is waited after something went wrong, and for changes of which nobody here is told.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Does something again and again until told to stop, whatever goes wrong.</summary>
    public static async Task RunAsync(string what, Func<CancellationToken, Task> once, TimeProvider time, ILogger log, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await once(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Nothing that goes wrong may end it: a register that stands still misses people in silence.
                log.LogError(e, "{What} failed; trying again", what);
                await PauseAsync(time, stopping);
            }
        }
    }

    public static async Task PauseAsync(TimeProvider time, CancellationToken stopping) =>
        await Task.Delay(LookAgain, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
