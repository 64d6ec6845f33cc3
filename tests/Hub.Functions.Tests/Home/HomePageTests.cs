using Hub.Functions.Health;
using Hub.Functions.Home;
using Hub.Messaging;

namespace Hub.Functions.Tests.Home;

/// <summary>The page tells what is known, and of what is not that it is not: never a number that stands for "unknown".</summary>
public sealed class HomePageTests
{
    [Fact]
    public void Counts_that_are_exact_are_shown_as_numbers() =>
        Assert.Contains(Row("everything", "1,234", "5", "0"), Page(new SubscriptionDepth("notices", "everything", 1_234, 5, 0, TestHub.Start)), StringComparison.Ordinal);

    [Fact]
    public void What_the_bus_cannot_count_is_not_known() =>
        Assert.Contains(Row("everything", "0", "not known", "0"), Page(new SubscriptionDepth("notices", "everything", 0, null, 0, null)), StringComparison.Ordinal);

    [Fact]
    public void Where_counting_stopped_there_are_at_least_so_many_and_where_none_was_seen_there_is_none()
    {
        var page = Page(
            new SubscriptionDepth("notices", "everything", 1_000, null, 0, TestHub.Start, AtLeast: true),
            new SubscriptionDepth("notices", "urgent", 3, null, 1_000, TestHub.Start, AtLeast: true));

        Assert.Contains(Row("everything", "at least 1,000", "not known", "0"), page, StringComparison.Ordinal);
        Assert.Contains(Row("urgent", "at least 3", "not known", "at least 1,000"), page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bus_that_does_not_answer_is_no_empty_one()
    {
        var page = Page();

        Assert.Contains("Not known: the message bus does not answer.", page, StringComparison.Ordinal);
        Assert.Contains("<dt>In quarantine</dt><dd>not known</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_open_to_all_and_says_what_waits()
    {
        await using var hub = await TestHub.StartAsync();

        var page = await hub.Anonymous.GetStringAsync("/");

        Assert.Contains("Running; nothing needs attention.", page, StringComparison.Ordinal);
        foreach (var topic in HubTopology.Topology.Topics)
        {
            Assert.All(topic.Subscriptions, s => Assert.Contains($"<th scope=\"row\">{topic.Name}/{s.Name}</th>", page, StringComparison.Ordinal));
        }
    }

    private static string Row(string subscription, string active, string scheduled, string dead) =>
        $"<th scope=\"row\">notices/{subscription}</th><td>{active}</td><td>{scheduled}</td><td>{dead}</td>";

    private static string Page(params SubscriptionDepth[] queues) => HomePage.Html(new HealthReport
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
    });
}
