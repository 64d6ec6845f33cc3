using Hub.Embedded.Tests.Hosting.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting;

public class TimerTriggerTests
{
    private readonly ObservedTime time = new(new(2026, 11, 22, 9, 57, 30, TimeSpan.Zero));

    [Fact]
    public async Task A_timer_runs_when_its_time_has_come_and_again_at_the_next()
    {
        await using var host = await Start(typeof(EveryFiveMinutes));
        Assert.Equal(TimeSpan.FromSeconds(150), await time.PassNextWaitAsync());
        Assert.Equal((default(DateTime), At(10, 5)), await host.Probe.NextAsync());
        Assert.Equal(TimeSpan.FromMinutes(5), await time.PassNextWaitAsync());
        Assert.Equal((At(10, 0), At(10, 10)), await host.Probe.NextAsync());
    }

    [Fact]
    public async Task A_schedule_of_five_fields_has_no_seconds()
    {
        await using var host = await Start(typeof(FiveFields));
        Assert.Equal(TimeSpan.FromSeconds(150), await time.PassNextWaitAsync());
        Assert.Equal("ran", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task A_schedule_can_be_a_setting()
    {
        await using var host = await TestHost.StartAsync(Services, o => o with { Settings = new Dictionary<string, string> { ["Timers__SWEEP"] = "0 58 * * * *" } }, typeof(BySetting));
        Assert.Equal(TimeSpan.FromSeconds(30), await time.NextWaitAsync());
    }

    [Fact]
    public async Task A_timer_can_run_at_the_start_besides()
    {
        await using var host = await Start(typeof(AtTheStart));
        Assert.Equal("ran", await host.Probe.NextAsync());
        Assert.Equal(TimeSpan.FromSeconds(150), await time.NextWaitAsync());
    }

    [Fact]
    public async Task A_timer_that_fails_runs_again_at_its_next_time()
    {
        await using var host = await Start(typeof(Fails));
        await time.PassNextWaitAsync();
        Assert.Equal("failing", await host.Probe.NextAsync());
        Assert.Equal(TimeSpan.FromMinutes(5), await time.PassNextWaitAsync());
        Assert.Equal("failing", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task A_retry_attribute_has_it_tried_again_before_that()
    {
        await using var host = await Start(typeof(Retries));
        await time.PassNextWaitAsync();
        Assert.Equal("try 0 of 2", await host.Probe.NextAsync());
        Assert.Equal(TimeSpan.FromSeconds(10), await time.PassNextWaitAsync());
        Assert.Equal("try 1 of 2", await host.Probe.NextAsync());
        Assert.Equal(TimeSpan.FromSeconds(10), await time.PassNextWaitAsync());
        Assert.Equal("try 2 of 2", await host.Probe.NextAsync());
        Assert.Equal(TimeSpan.FromSeconds(280), await time.NextWaitAsync());
    }

    [Fact]
    public async Task Waits_between_retries_double_up_to_the_longest()
    {
        await using var host = await Start(typeof(RetriesSlower));
        await time.PassNextWaitAsync();
        foreach (var seconds in (int[])[1, 2, 4, 5, 5])
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), await time.PassNextWaitAsync());
        }
    }

    [Fact]
    public async Task A_timer_does_not_overlap_itself()
    {
        await using var host = await Start(typeof(Slow));
        await time.PassNextWaitAsync();
        Assert.Equal("started", await host.Probe.NextAsync());
        time.Advance(TimeSpan.FromMinutes(12));
        Assert.True(host.Probe.SawNothingMore);
        host.Probe.Gate.SetResult();
        Assert.Equal(TimeSpan.FromMinutes(3), await time.NextWaitAsync());
    }

    private Task<TestHost> Start(Type function) => TestHost.StartAsync(Services, function);

    private void Services(IServiceCollection services) => services.AddSingleton<TimeProvider>(time);

    private static DateTime At(int hour, int minute) => new(2026, 11, 22, hour, minute, 0, DateTimeKind.Utc);

    public sealed class EveryFiveMinutes(Probe probe)
    {
        [Function("EveryFiveMinutes")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => probe.Saw((timer.ScheduleStatus!.Last, timer.ScheduleStatus.Next));
    }

    public sealed class FiveFields(Probe probe)
    {
        [Function("FiveFields")]
        public void Run([TimerTrigger("*/5 * * * *")] TimerInfo timer) => probe.Saw("ran");
    }

    public sealed class BySetting(Probe probe)
    {
        [Function("BySetting")]
        public void Run([TimerTrigger("%Timers:Sweep%")] TimerInfo timer) => probe.Saw("ran");
    }

    public sealed class AtTheStart(Probe probe)
    {
        [Function("AtTheStart")]
        public void Run([TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer) => probe.Saw("ran");
    }

    public sealed class Fails(Probe probe)
    {
        [Function("Fails")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
        {
            probe.Saw("failing");
            throw new InvalidOperationException();
        }
    }

    public sealed class Retries(Probe probe)
    {
        [Function("Retries")]
        [FixedDelayRetry(2, "00:00:10")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, FunctionContext context)
        {
            probe.Saw($"try {context.RetryContext.RetryCount} of {context.RetryContext.MaxRetryCount}");
            throw new InvalidOperationException();
        }
    }

    public sealed class RetriesSlower
    {
        [Function("RetriesSlower")]
        [ExponentialBackoffRetry(-1, "00:00:01", "00:00:05")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => throw new InvalidOperationException();
    }

    public sealed class Slow(Probe probe)
    {
        [Function("Slow")]
        public async Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
        {
            probe.Saw("started");
            await probe.Gate.Task;
        }
    }
}
