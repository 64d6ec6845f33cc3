namespace Hub.Messaging;

/// <summary>
/// How long a message waits between two deliveries: a second, then doubling to five minutes, give or take a fifth.
/// Ten deliveries are over within a quarter of an hour, well inside the shortest duty of 24 hours, so that a message
/// which cannot be worked on reaches quarantine, and a person, while there is time.
/// </summary>
public static class RetryLadder
{
    /// <summary>The wait after the first delivery.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait, before jitter.</summary>
    public static readonly TimeSpan Cap = TimeSpan.FromMinutes(5);

    /// <summary>The share of a wait by which it may be shorter or longer, so that messages that failed together do not come back together.</summary>
    public const double Jitter = 0.2;

    /// <summary>The wait after a delivery failed.</summary>
    /// <param name="deliveryCount">Which delivery it was; 1 is the first.</param>
    /// <param name="random">Where in the jitter it falls, from 0 (shortest) to 1 (longest).</param>
    public static TimeSpan Delay(int deliveryCount, double random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(deliveryCount, 1);
        var doubled = First * Math.Pow(2, Math.Min(deliveryCount - 1, 30));
        return (doubled < Cap ? doubled : Cap) * (1 - Jitter + (2 * Jitter * random));
    }
}
