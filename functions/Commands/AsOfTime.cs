namespace Hub.Functions.Commands;

/// <summary>A clock that runs as the real one does, from another moment on.</summary>
internal sealed class AsOfTime(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan ahead = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    /// <summary>The clock that starts at a moment, or the real one.</summary>
    public static TimeProvider From(DateTimeOffset? start) => start is { } moment ? new AsOfTime(moment) : System;
}
