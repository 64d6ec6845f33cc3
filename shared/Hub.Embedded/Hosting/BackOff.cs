namespace Hub.Embedded.Hosting;

/// <summary>How long to wait after failures in a row: doubling, with a cap.</summary>
internal sealed class BackOff(TimeSpan first, TimeSpan cap)
{
    private int failures;

    public TimeSpan Next() => TimeSpan.FromTicks(Math.Min(cap.Ticks, first.Ticks << Math.Min(failures++, 20)));

    public void Reset() => failures = 0;
}
