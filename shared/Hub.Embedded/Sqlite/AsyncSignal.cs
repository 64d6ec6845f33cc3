namespace Hub.Embedded.Sqlite;

/// <summary>Wakes everybody who waits. Take <see cref="Next"/> before looking at what is waited for, so that no wake-up falls between.</summary>
internal sealed class AsyncSignal
{
    private TaskCompletionSource? waiters;

    public AsyncSignal() => SetAction = Set;

    /// <summary><see cref="Set"/>, as the one delegate that every commit hands on.</summary>
    public Action SetAction { get; }

    /// <summary>Ends at the next <see cref="Set"/>.</summary>
    public Task Next
    {
        get
        {
            if (Volatile.Read(ref waiters) is { } present)
            {
                return present.Task;
            }

            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref waiters, fresh, null) ?? fresh).Task;
        }
    }

    public void Set() => Interlocked.Exchange(ref waiters, null)?.SetResult();

    /// <summary>Returns at the signal or after a time by the given clock, whichever comes first.</summary>
    public static async Task WaitAsync(Task signal, TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(signal, Task.Delay(atMost, time, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
