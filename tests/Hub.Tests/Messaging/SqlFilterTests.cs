using Hub.Messaging;

namespace Hub.Tests.Messaging;

public sealed class SqlFilterTests
{
    [Fact]
    public void A_filter_is_its_terms_unless_the_message_is_replayed() => Assert.Equal(
        "(NOT EXISTS(replayFor) AND kind IN ('a','b') AND priority IN ('now')) OR replayFor = 'deliver'",
        Of("deliver", SubscriptionFilter.Where("priority", "now").And("kind", "a", "b")));

    [Fact]
    public void A_subscription_to_everything_is_spared_what_is_replayed_for_another() =>
        Assert.Equal("(NOT EXISTS(replayFor)) OR replayFor = 'all'", Of("all", SubscriptionFilter.All));

    [Fact]
    public void A_term_that_no_value_meets_leaves_only_what_is_replayed() =>
        Assert.Equal("replayFor = 'nobody'", Of("nobody", SubscriptionFilter.Where("kind")));

    [Fact]
    public void Quotes_are_doubled() =>
        Assert.Equal("(NOT EXISTS(replayFor) AND name IN ('o''neill')) OR replayFor = 'x''s'", Of("x's", SubscriptionFilter.Where("name", "o'neill")));

    [Theory]
    [InlineData("plain_1", "plain_1")]
    [InlineData("in", "[in]")]
    [InlineData("Exists", "[Exists]")]
    [InlineData("sys.Label", "[sys.Label]")]
    [InlineData("1st", "[1st]")]
    [InlineData("_x", "[_x]")]
    [InlineData("a b", "[a b]")]
    [InlineData("a]b", "[a]]b]")]
    [InlineData("naïve", "[naïve]")]
    public void Names_that_are_no_plain_words_are_delimited(string name, string written) =>
        Assert.Equal($"(NOT EXISTS(replayFor) AND {written} IN ('x')) OR replayFor = 's'", Of("s", SubscriptionFilter.Where(name, "x")));

    [Fact]
    public void A_text_longer_than_Service_Bus_takes_is_refused() =>
        Assert.Contains("1,024", Assert.Throws<ArgumentException>(() => Of("s", SubscriptionFilter.Where("kind", new string('x', 1000)))).Message);

    [Fact]
    public void Every_filter_of_the_hub_can_be_deployed() =>
        Assert.All(HubTopology.Topology.Topics.SelectMany(t => t.Subscriptions), s => Assert.InRange(SqlFilter.Of(s).Length, 1, SqlFilter.MaxLength));

    private static string Of(string name, SubscriptionFilter filter) => SqlFilter.Of(new() { Name = name, Filter = filter });
}
