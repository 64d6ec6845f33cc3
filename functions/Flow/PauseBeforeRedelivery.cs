using System.Globalization;
using Hub.Messaging;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Flow;

/// <summary>
/// Under the real host a message whose function fails comes again at once: its deliveries would be used up within
/// seconds, and a store that is away for a minute would send everything to quarantine. So the call that failed keeps the
/// message, whose lock the host renews meanwhile, as long as <see cref="RetryLadder"/> says, and fails only then. (The
/// embedded host's bus waits by itself.)
/// </summary>
public sealed class PauseBeforeRedelivery(TimeProvider time) : IFunctionsWorkerMiddleware
{
    /// <summary>The longest pause. The host renews a lock for five minutes (host.json), of which the call has taken some.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (DeliveryOf(context) is > 0 and var delivery)
        {
            var pause = RetryLadder.Delay(delivery, Random.Shared.NextDouble());
            await Task.Delay(pause < Longest ? pause : Longest, time, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    /// <summary>Which delivery of a message this call is; 0 where it is of another trigger.</summary>
    private static int DeliveryOf(FunctionContext context) =>
        context.BindingContext.BindingData.TryGetValue("DeliveryCount", out var said)
            && int.TryParse(said?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var delivery) ? delivery : 0;
}
