namespace Hub.Time;

/// <summary>
/// A reading that costs something, made once for all who ask at the same time and kept for a moment, so that whoever
/// asks often costs no more. A reading that failed is not kept.
/// </summary>
/// <param name="fresh">For how long a reading is good enough; zero: only for those who ask while it is made.</param>
/// <param name="longest">How long it may take.</param>
/// <param name="time">The clock of both.</param>
public sealed class KeptReading<T>(TimeSpan fresh, TimeSpan longest, TimeProvider time) : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource closed = new();
    private Task<T>? reading;
    private long begun;

    public Task<T> ReadAsync(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        Task<T> current;
        lock (gate)
        {
            var kept = reading is { IsCompleted: false } || (reading is { IsCompletedSuccessfully: true } && time.GetElapsedTime(begun) < fresh);
            if (!kept)
            {
                begun = time.GetTimestamp();
                reading = MakeAsync(read);
            }

            current = reading!;
        }

        return current.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        closed.Cancel();
        closed.Dispose();
    }

    // Not ended by any one of those who wait for it.
    private async Task<T> MakeAsync(Func<CancellationToken, Task<T>> read)
    {
        using var late = new CancellationTokenSource(longest, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, closed.Token);
        await Task.Yield();
        return await read(ended.Token);
    }
}
