using System.Threading.Channels;
using Hub.Testing;

namespace Hub.Embedded.Tests.Hosting.Support;

/// <summary>A manual clock that tells the test when somebody begins to wait on it, so that no test has to guess.</summary>
internal sealed class ObservedTime(DateTimeOffset start) : TimeProvider
{
    private readonly ManualTime inner = new(start);
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = inner.CreateTimer(callback, state, dueTime, period);
        waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>How long the next one to wait means to wait.</summary>
    public async Task<TimeSpan> NextWaitAsync() => await waits.Reader.ReadAsync().AsTask().WaitAsync(Probe.Patience);

    /// <summary>Lets every wait pass until this is done.</summary>
    public async Task<T> PassUntilAsync<T>(Task<T> done)
    {
        while (!done.IsCompleted)
        {
            await Task.WhenAny(done, waits.Reader.WaitToReadAsync().AsTask()).WaitAsync(Probe.Patience);
            if (!done.IsCompleted && waits.Reader.TryRead(out var wait))
            {
                inner.Advance(wait);
            }
        }

        return await done;
    }

    public void Advance(TimeSpan by) => inner.Advance(by);

    /// <summary>Lets the next one to wait have waited, and says how long that was.</summary>
    public async Task<TimeSpan> PassNextWaitAsync()
    {
        var wait = await NextWaitAsync();
        inner.Advance(wait);
        return wait;
    }
}
