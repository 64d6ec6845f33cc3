using Hub.Embedded.Hosting;
using Hub.Embedded.Tests.Hosting.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting;

public class ChangeFeedTriggerTests
{
    private readonly ScriptedFeed feed = new();
    private readonly ObservedTime time = new(new(2026, 11, 22, 9, 57, 30, TimeSpan.Zero));

    [Fact]
    public async Task Changes_come_in_batches_until_all_are_done()
    {
        feed.Add("a", "b", "c");
        await using var host = await Start(typeof(Relays));
        Assert.Equal("a b", await host.Probe.NextAsync());
        Assert.Equal("c", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task A_change_made_later_is_handed_over_when_it_comes()
    {
        await using var host = await Start(typeof(Relays));
        feed.Add("late");
        Assert.Equal("late", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task A_function_that_fails_has_the_same_changes_again_ever_more_slowly()
    {
        feed.Add("a");
        await using var host = await Start(typeof(Fails));
        Assert.Equal("a", await host.Probe.NextAsync());
        Assert.Equal(TimeSpan.FromSeconds(1), await time.PassNextWaitAsync());
        Assert.Equal("a", await host.Probe.NextAsync());
        Assert.Equal(TimeSpan.FromSeconds(2), await time.PassNextWaitAsync());
        Assert.Equal("a", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task A_retry_attribute_says_how_long_to_wait()
    {
        feed.Add("a");
        await using var host = await Start(typeof(Retries));
        Assert.Equal(TimeSpan.FromSeconds(7), await time.PassNextWaitAsync());
        Assert.Equal(TimeSpan.FromSeconds(7), await time.PassNextWaitAsync());
    }

    [Fact]
    public async Task Changes_that_nobody_marks_done_do_not_make_it_spin()
    {
        feed.Add("a");
        await using var host = await Start(typeof(Forgets));
        Assert.Equal("seen", await host.Probe.NextAsync());
        Assert.Equal(TimeSpan.FromSeconds(9), await time.PassNextWaitAsync());
        Assert.Equal("seen", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task A_call_has_256_changes_at_most_unless_it_says_otherwise()
    {
        await using var host = await Start(typeof(Forgets));
        Assert.Equal(256, await feed.Reads.Reader.ReadAsync().AsTask().WaitAsync(Probe.Patience));
    }

    private Task<TestHost> Start(Type function) => TestHost.StartAsync(
        services => services.AddSingleton(feed).AddSingleton<IChangeFeed>(feed).AddSingleton<TimeProvider>(time), function);

    public sealed class Relays(ScriptedFeed feed, Probe probe)
    {
        [Function("Relays")]
        public void Run([CosmosDBTrigger("hub", "cases", MaxItemsPerInvocation = 2)] IReadOnlyList<Change> changes)
        {
            feed.Done(changes);
            probe.Saw(string.Join(' ', changes.Select(c => c.Id)));
        }
    }

    public sealed class Fails(Probe probe)
    {
        [Function("Fails")]
        public Task Run([CosmosDBTrigger("hub", "cases")] IReadOnlyList<Change> changes)
        {
            probe.Saw(changes[0].Id);
            throw new InvalidOperationException();
        }
    }

    public sealed class Retries
    {
        [Function("Retries")]
        [FixedDelayRetry(-1, "00:00:07")]
        public Task Run([CosmosDBTrigger("hub", "cases")] IReadOnlyList<Change> changes) => throw new InvalidOperationException();
    }

    public sealed class Forgets(Probe probe)
    {
        [Function("Forgets")]
        public void Run([CosmosDBTrigger("hub", "cases", FeedPollDelay = 9000)] IReadOnlyList<Change> changes) => probe.Saw("seen");
    }
}
