using Hub.Testing;

namespace Hub.Embedded.Tests;

public sealed class ManualTimeTests
{
    private readonly ManualTime time = new(A.Moment);

    [Fact]
    public void Timers_fire_in_order_each_at_its_own_moment()
    {
        var fired = new List<TimeSpan>();
        using var periodic = time.CreateTimer(_ => fired.Add(time.GetUtcNow() - A.Moment), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var once = time.CreateTimer(_ => fired.Add(time.GetUtcNow() - A.Moment), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);

        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([2, 3, 4], fired.Select(f => f.TotalSeconds));
        Assert.Equal(A.Moment.AddSeconds(5), time.GetUtcNow());
    }

    [Fact]
    public void The_clock_never_goes_back_though_a_timer_moved_it_further()
    {
        using var timer = time.CreateTimer(_ => time.Advance(TimeSpan.FromMinutes(1)), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(A.Moment.AddSeconds(61), time.GetUtcNow());
    }

    [Fact]
    public async Task A_test_can_await_that_somebody_waits()
    {
        var waits = time.SomebodyWaitsAsync();
        Assert.False(waits.IsCompleted);

        var delay = Task.Delay(TimeSpan.FromSeconds(1), time);

        await waits;
        await time.SomebodyWaitsAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        await delay;
        Assert.False(time.SomebodyWaitsAsync().IsCompleted);
    }
}
