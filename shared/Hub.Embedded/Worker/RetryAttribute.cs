namespace Microsoft.Azure.Functions.Worker;

/// <summary>How often a timer or change-feed function is tried again; -1: for ever.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    public int MaxRetryCount { get; set; }

    private protected static TimeSpan ParseInterval(string text, string parameter) =>
        TimeSpan.TryParse(text, out var interval) && interval >= TimeSpan.Zero
            ? interval
            : throw new ArgumentOutOfRangeException(parameter, text, "Not an interval such as 00:00:05.");
}
