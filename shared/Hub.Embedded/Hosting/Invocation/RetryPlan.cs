using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Hosting.Invocation;

/// <summary>What a retry attribute asks for.</summary>
/// <param name="MaxRetryCount">How often to try again; -1: for ever.</param>
/// <param name="Shortest">The first wait.</param>
/// <param name="Longest">The longest wait; where it is longer than the first, waits double.</param>
internal sealed record RetryPlan(int MaxRetryCount, TimeSpan Shortest, TimeSpan Longest)
{
    /// <summary>What the method's attribute says, or null where it has none.</summary>
    public static RetryPlan? Of(MethodInfo method) => method.GetCustomAttribute<RetryAttribute>() switch
    {
        FixedDelayRetryAttribute a => new(a.MaxRetryCount, Interval(a.DelayInterval), Interval(a.DelayInterval)),
        ExponentialBackoffRetryAttribute a => new(a.MaxRetryCount, Interval(a.MinimumInterval), Interval(a.MaximumInterval)),
        _ => null,
    };

    /// <summary>The wait before the next retry, or null when retries are used up.</summary>
    /// <param name="retries">Retries made so far.</param>
    public TimeSpan? Delay(int retries)
    {
        if (MaxRetryCount >= 0 && retries >= MaxRetryCount)
        {
            return null;
        }

        var doubled = Shortest * Math.Pow(2, Math.Min(retries, 30));
        return doubled < Longest ? doubled : Longest;
    }

    private static TimeSpan Interval(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
