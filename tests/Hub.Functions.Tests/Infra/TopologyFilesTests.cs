using System.Text.Json;
using System.Xml;
using Hub.Functions.Commands;
using Hub.Functions.Tests.House;
using Hub.Messaging;

namespace Hub.Functions.Tests.Infra;

public sealed class TopologyFilesTests
{
    [Fact]
    public void What_is_deployed_is_what_the_code_declares()
    {
        foreach (var (path, text) in TopologyFiles.All(HubTopology.Topology))
        {
            var kept = File.ReadAllText(Path.Combine(Repository.Root, "infra", path)).ReplaceLineEndings("\n");

            Assert.True(text == kept, $"infra/{path} is not what the code declares. Run: dotnet run --project functions -- infra --write infra");
        }
    }

    [Fact]
    public void Each_topic_and_subscription_is_deployed_with_its_own_times_counts_and_filter()
    {
        using var file = Read(TopologyFiles.ServiceBus);
        var topics = file.RootElement.GetProperty("topics").EnumerateArray().ToDictionary(t => Said(t, "name"));

        Assert.Equal(HubTopology.Topology.Topics.Select(t => t.Name), topics.Keys);
        foreach (var topic in HubTopology.Topology.Topics)
        {
            Assert.Equal(topic.DuplicateWindow, Span(topics[topic.Name], "duplicateWindow"));
            var subscriptions = topics[topic.Name].GetProperty("subscriptions").EnumerateArray().ToDictionary(s => Said(s, "name"));
            Assert.Equal(topic.Subscriptions.Select(s => s.Name), subscriptions.Keys);
            foreach (var subscription in topic.Subscriptions)
            {
                var deployed = subscriptions[subscription.Name];
                Assert.Equal(subscription.LockDuration, Span(deployed, "lockDuration"));
                Assert.Equal(subscription.MaxDeliveryCount, deployed.GetProperty("maxDeliveryCount").GetInt32());
                Assert.Equal(SqlFilter.Of(subscription), Said(deployed, "filter"));
                Assert.EndsWith($" OR replayFor = '{subscription.Name}'", Said(deployed, "filter"), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void What_is_deployed_keeps_within_Service_Bus_own_bounds()
    {
        // learn.microsoft.com, "Service Bus quotas": a lock at most 5 minutes, duplicates remembered 20 seconds to 7 days.
        Assert.All(HubTopology.Topology.Topics, topic =>
        {
            Assert.InRange(topic.DuplicateWindow, TimeSpan.FromSeconds(20), TimeSpan.FromDays(7));
            Assert.All(topic.Subscriptions, s =>
            {
                Assert.InRange(s.LockDuration, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));
                Assert.InRange(s.MaxDeliveryCount, 1, 2000);
                Assert.InRange(SqlFilter.Of(s).Length, 1, SqlFilter.MaxLength);
            });
        });
    }

    [Fact]
    public void The_emulator_has_the_same_topics_and_filters_within_its_own_bounds()
    {
        using var file = Read(TopologyFiles.Emulator);
        var topics = file.RootElement.GetProperty("UserConfig").GetProperty("Namespaces").EnumerateArray().Single().GetProperty("Topics").EnumerateArray().ToList();

        Assert.Equal(HubTopology.Topology.Topics.Select(t => t.Name), topics.Select(t => Said(t, "Name")));
        var emulated = topics.SelectMany(t => t.GetProperty("Subscriptions").EnumerateArray(), (t, s) => (Topic: t, Subscription: s)).ToList();
        Assert.Equal(
            HubTopology.Topology.Topics.SelectMany(t => t.Subscriptions, (t, s) => $"{t.Name}/{s.Name}: {SqlFilter.Of(s)}"),
            emulated.Select(e => $"{Said(e.Topic, "Name")}/{Said(e.Subscription, "Name")}: {Said(e.Subscription.GetProperty("Rules").EnumerateArray().Single().GetProperty("Properties").GetProperty("SqlFilter"), "SqlExpression")}"));
        Assert.All(topics, t => Assert.InRange(Span(t.GetProperty("Properties"), "DuplicateDetectionHistoryTimeWindow"), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)));
        Assert.All(emulated, e =>
        {
            var properties = e.Subscription.GetProperty("Properties");
            Assert.InRange(Span(properties, "LockDuration"), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
            Assert.InRange(Span(properties, "DefaultMessageTimeToLive"), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1));
            Assert.InRange(properties.GetProperty("MaxDeliveryCount").GetInt32(), 1, 10);
        });
    }

    private static JsonDocument Read(string path) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "infra", path)));

    private static string Said(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static TimeSpan Span(JsonElement element, string name) => XmlConvert.ToTimeSpan(Said(element, name));
}
