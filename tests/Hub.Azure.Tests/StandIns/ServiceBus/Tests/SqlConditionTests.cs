using Hub.Messaging;
using Microsoft.Azure.Amqp.Framing;

namespace Hub.Azure.Tests.StandIns.ServiceBus.Tests;

public sealed class SqlConditionTests
{
    // Names and values made to trip a careless writer or reader of SQL.
    private static readonly string[] Names = ["type", "borough", "in", "sys", "sys.Label", "user.x", "a b", "x]y", "[", "'", "Type", "naïve", "1st", "replayFor"];
    private static readonly string[] Values = ["", "'", "''", "a','b", "camden", "Camden", "x) OR (type IS NULL", "😀", " ", "null", "it's"];

    [Theory]
    [InlineData("a = 'x'", true)]
    [InlineData("a = 'X'", false)]
    [InlineData("a <> 'y'", true)]
    [InlineData("a = b", false)]
    [InlineData("'x' = a", true)]
    [InlineData("missing = 'x'", false)]
    [InlineData("missing <> 'x'", false)]
    [InlineData("NOT missing = 'x'", false)]
    [InlineData("NOT (a = 'y')", true)]
    [InlineData("missing = 'x' OR a = 'x'", true)]
    [InlineData("missing = 'x' AND a = 'x'", false)]
    [InlineData("NOT (missing = 'x' AND a = 'y')", true)]
    [InlineData("a = 'y' AND a = 'y' OR a = 'x'", true)]
    [InlineData("a = 'x' OR a = 'y' AND a = 'y'", true)]
    [InlineData("(a = 'x' OR a = 'y') AND a = 'y'", false)]
    [InlineData("a IN ('y', 'x')", true)]
    [InlineData("a NOT IN ('y','z')", true)]
    [InlineData("missing NOT IN ('y')", false)]
    [InlineData("a in ('x') and not b is null", true)]
    [InlineData("missing IS NULL", true)]
    [InlineData("a IS NOT NULL", true)]
    [InlineData("EXISTS(a) AND NOT EXISTS ( missing )", true)]
    [InlineData("quote = 'it''s'", true)]
    [InlineData("[quote] = 'it''s'", true)]
    [InlineData("user.a = 'x'", true)]
    [InlineData("sys.Label = 'subject' AND sys.MessageId = 'id'", true)]
    [InlineData("sys.To IS NULL", true)]
    [InlineData("number = 'x'", false)]
    public void It_says_what_Service_Bus_would(string text, bool passes)
    {
        var message = Message(new() { ["a"] = "x", ["b"] = "z", ["quote"] = "it's", ["number"] = 1 });
        message.Properties.Subject = "subject";
        message.Properties.MessageId = "id";

        Assert.Equal(passes, SqlCondition.Parse(text).Passes(message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a =")]
    [InlineData("a = 'x")]
    [InlineData("[a = 'x'")]
    [InlineData("a = 'x' b = 'y'")]
    [InlineData("(a = 'x'")]
    [InlineData("a = 'x')")]
    [InlineData("a IN ()")]
    [InlineData("a IN 'x'")]
    [InlineData("a LIKE 'x%'")]
    [InlineData("a > 'x'")]
    [InlineData("a = 1")]
    [InlineData("a = TRUE")]
    [InlineData("a == 'x'")]
    [InlineData("'x' IS NULL")]
    [InlineData("sys.Nonsense = 'x'")]
    [InlineData("other.a = 'x'")]
    [InlineData("a = 'x'; DROP")]
    public void What_it_does_not_know_it_refuses(string text) => Assert.Throws<FormatException>(() => SqlCondition.Parse(text));

    [Fact]
    public void The_hub_s_own_filters_are_understood() =>
        Assert.All(HubTopology.Topology.Topics.SelectMany(t => t.Subscriptions), s => SqlCondition.Parse(SqlFilter.Of(s)));

    [Fact]
    public void The_text_deployed_lets_through_what_the_topology_says()
    {
        var random = new Random(20250314);
        var (reached, missed) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var subscription = new SubscriptionDeclaration { Name = Pick(Values), Filter = AnyFilter() };
            var topic = new TopicDeclaration("t", TimeSpan.FromHours(1), [subscription]);
            var properties = Some(Names, 4).ToDictionary(name => name, _ => Pick(Values));

            var expected = Topology.Reached(topic, properties).Any();

            var text = SqlFilter.Of(subscription);
            Assert.True(expected == SqlCondition.Parse(text).Passes(Message(properties.ToDictionary(p => p.Key, p => (object?)p.Value))), text);
            _ = expected ? reached++ : missed++;
        }

        Assert.InRange(reached, 2_000, 18_000);

        SubscriptionFilter AnyFilter() => Some(Names, 2).Aggregate(SubscriptionFilter.All, (filter, name) => filter.And(name, [.. Some(Values, 6)]));
        IEnumerable<string> Some(string[] of, int max) => of.OrderBy(_ => random.Next()).Take(random.Next(max + 1)).ToList();
        string Pick(string[] of) => of[random.Next(of.Length)];
    }

    private static MessageContent Message(Dictionary<string, object?> properties) => new()
    {
        Properties = new Properties(),
        ApplicationProperties = properties,
        Annotations = new Dictionary<string, object?>(),
        Body = [],
    };
}
