namespace Microsoft.Azure.Functions.Worker;

public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        if (ParseInterval(minimumInterval, nameof(minimumInterval)) > ParseInterval(maximumInterval, nameof(maximumInterval)))
        {
            throw new ArgumentException("The shortest interval is longer than the longest.", nameof(minimumInterval));
        }

        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    public string MinimumInterval { get; }

    public string MaximumInterval { get; }
}
