using System.Collections.Immutable;
using Hub.Embedded.Hosting.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting.Timers;

/// <summary>Calls a function when its time has come; what falls due while it runs is left out, never doubled.</summary>
internal sealed class TimerListener(TimerFunction timer, FunctionRunner runner, TimeProvider time, ILogger logger) : IListener
{
    // A wait cannot be longer than 49 days, and a short one notices when somebody sets the clock.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private DateTimeOffset last;

    public string Function => timer.Function.Name;

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            if (timer.RunOnStartup)
            {
                await CallAsync(stopping);
            }

            while (true)
            {
                await WaitUntilAsync(timer.Schedule.Next(time.GetUtcNow()), stopping);
                await CallAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop between two calls.
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        while (due - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < LongestWait ? left : LongestWait, time, stopping);
        }
    }

    private async Task CallAsync(CancellationToken stopping)
    {
        for (var retries = 0; ; retries++)
        {
            if (await TryAsync(retries))
            {
                return;
            }

            if (timer.Retry?.Delay(retries) is not { } delay)
            {
                return;
            }

            await Task.Delay(delay, time, stopping);
        }
    }

    private async Task<bool> TryAsync(int retries)
    {
        var now = time.GetUtcNow();
        var info = new TimerInfo
        {
            ScheduleStatus = new() { Last = last.UtcDateTime, Next = timer.Schedule.Next(now).UtcDateTime, LastUpdated = last.UtcDateTime },
        };
        last = now;
        try
        {
            await runner.RunAsync(timer.Function, new TriggerInput
            {
                Value = info,
                BindingData = ImmutableDictionary<string, object?>.Empty,
                RetryCount = retries,
                MaxRetryCount = timer.Retry?.MaxRetryCount ?? 0,
            });
            return true;
        }
        catch (Exception e)
        {
            // The outermost boundary: a timer that fails goes off again at its next time.
            logger.LogError("{Function} failed with {Error}", Function, e.GetType().FullName);
            logger.LogDebug(e, "{Function} failed", Function);
            return false;
        }
    }
}
