using Hub.Testing;
using Hub.Time;

namespace Hub.Azure.Tests.Messaging;

public sealed class KeptReadingTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly ManualTime time = new(A.Moment);
    private readonly KeptReading<int> kept;
    private int readings;

    public KeptReadingTests() => kept = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), time);

    public void Dispose() => kept.Dispose();

    [Fact]
    public async Task A_reading_is_kept_for_a_moment()
    {
        Assert.Equal(1, await kept.ReadAsync(CountAsync, None));
        time.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        Assert.Equal(1, await kept.ReadAsync(CountAsync, None));

        time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(2, await kept.ReadAsync(CountAsync, None));
    }

    [Fact]
    public async Task A_reading_that_failed_is_not_kept()
    {
        await Assert.ThrowsAsync<IOException>(() => kept.ReadAsync(_ => throw new IOException(), None));

        Assert.Equal(1, await kept.ReadAsync(CountAsync, None));
    }

    [Fact]
    public async Task Who_goes_away_leaves_the_reading_to_the_others()
    {
        var answer = new TaskCompletionSource<int>();
        using var impatient = new CancellationTokenSource();
        var gone = kept.ReadAsync(token => answer.Task.WaitAsync(token), impatient.Token);
        var waiting = kept.ReadAsync(CountAsync, None);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        answer.SetResult(7);

        Assert.Equal(7, await waiting);
    }

    [Fact]
    public async Task A_reading_that_takes_too_long_is_called_off()
    {
        var begun = new TaskCompletionSource();
        var reading = kept.ReadAsync(
            async token =>
            {
                var endless = Task.Delay(Timeout.InfiniteTimeSpan, token);
                begun.SetResult();
                await endless;
                return 0;
            },
            None);
        await begun.Task;

        time.Advance(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private Task<int> CountAsync(CancellationToken cancellationToken) => Task.FromResult(++readings);
}
