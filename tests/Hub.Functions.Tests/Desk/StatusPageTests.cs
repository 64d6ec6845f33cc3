using Hub.Desk.Pages.Status;
using Hub.Functions.Desk.Status;
using Hub.Functions.Health;
using Hub.Messaging;

namespace Hub.Functions.Tests.Desk;

/// <summary>The page tells what is known, and of what is not that it is not: never a number that stands for "unknown".</summary>
public sealed class StatusPageTests
{
    [Fact]
    public async Task Counts_that_are_exact_are_shown_as_numbers() =>
        Assert.Contains(Row("everything", "1,234", "5", "0"), await PageAsync(new SubscriptionDepth("notices", "everything", 1_234, 5, 0, TestHub.Start)), StringComparison.Ordinal);

    [Fact]
    public async Task What_the_bus_cannot_count_is_not_known() =>
        Assert.Contains(Row("everything", "0", "not known", "0"), await PageAsync(new SubscriptionDepth("notices", "everything", 0, null, 0, null)), StringComparison.Ordinal);

    [Fact]
    public async Task Where_counting_stopped_there_are_at_least_so_many_and_where_none_was_seen_there_is_none()
    {
        var page = await PageAsync(
            new SubscriptionDepth("notices", "everything", 1_000, null, 0, TestHub.Start, AtLeast: true),
            new SubscriptionDepth("notices", "urgent", 3, null, 1_000, TestHub.Start, AtLeast: true));

        Assert.Contains(Row("everything", "at least 1,000", "not known", "0"), page, StringComparison.Ordinal);
        Assert.Contains(Row("urgent", "at least 3", "not known", "at least 1,000"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bus_that_does_not_answer_is_no_empty_one()
    {
        var page = await PageAsync();

        Assert.Contains("the message bus does not answer", page, StringComparison.Ordinal);
        Assert.Contains("In quarantine not known", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_open_to_all_and_says_what_waits()
    {
        await using var hub = await TestHub.StartAsync();

        var page = Rendered.TextOf(await hub.Anonymous.GetStringAsync("/status"));

        Assert.Contains("Running; nothing needs attention.", page, StringComparison.Ordinal);
        foreach (var topic in HubTopology.Topology.Topics)
        {
            Assert.All(topic.Subscriptions, s => Assert.Contains($"{topic.Name}/{s.Name} ", page, StringComparison.Ordinal));
        }
    }

    private static string Row(string subscription, string active, string scheduled, string dead) => $"notices/{subscription} {active} {scheduled} {dead}";

    private static async Task<string> PageAsync(params SubscriptionDepth[] queues) => Rendered.TextOf(await Rendered.PageAsync<StatusPage>(StatusFunction.ModelOf(new HealthReport
    {
        Status = queues.Length == 0 ? "unreachable" : "healthy",
        Live = true,
        Ready = true,
        Time = TestHub.Start,
        Nominals = 1,
        RegisterMark = 1,
        RegisterWaiting = 0,
        Unseen = [],
        Queues = queues,
    })));
}
