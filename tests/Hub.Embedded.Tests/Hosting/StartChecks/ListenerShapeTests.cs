using Hub.Embedded.Hosting;
using Hub.Embedded.Tests.Hosting.Support;
using Hub.Messaging;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting.StartChecks;

public class ListenerShapeTests
{
    [Fact]
    public Task A_topic_nobody_declared_stops_the_start() => RefusalWithBus("Nobody declared the topic 'letters'", typeof(UnknownTopic));

    [Fact]
    public Task A_subscription_nobody_declared_stops_the_start() => RefusalWithBus("Nobody declared the subscription 'file' of the topic 'reports'", typeof(UnknownSubscription));

    [Fact]
    public Task A_queue_stops_the_start() => RefusalWithBus("has no queues", typeof(Queue));

    [Fact]
    public Task A_retry_attribute_on_a_message_function_stops_the_start() => RefusalWithBus("retry attribute does not work here", typeof(RetriesMessages));

    [Fact]
    public Task Batches_of_messages_stop_the_start() => RefusalWithBus("IsBatched", typeof(Batches));

    [Fact]
    public Task Settling_by_hand_stops_the_start() => RefusalWithBus("AutoCompleteMessages = false", typeof(SettlesByHand));

    [Fact]
    public Task A_setting_that_is_not_there_stops_the_start() => RefusalWithBus("The setting %Topic% is not there", typeof(MissingSetting));

    [Fact]
    public Task A_schedule_that_cannot_be_parsed_stops_the_start() => Refusal.Says("Write six fields", typeof(BadSchedule));

    [Fact]
    public Task A_timer_without_timer_info_stops_the_start() => Refusal.Says("Take TimerInfo", typeof(TimerOfText));

    [Fact]
    public Task A_change_feed_nobody_registered_stops_the_start() => Refusal.Says("No change feed of hub/cases is registered", typeof(Relays));

    [Fact]
    public async Task Changes_of_another_type_stop_the_start()
    {
        var refusal = await TestHost.RefusalOf(s => s.AddSingleton<IChangeFeed>(new ScriptedFeed()), typeof(RelaysOthers));
        Assert.Contains("Take IReadOnlyList<Change>", Assert.Single(refusal.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(NoContainer))]
    [InlineData(typeof(BadContainer))]
    public Task A_blob_path_without_a_container_stops_the_start(Type function) => RefusalWithBus("does not name a container", function);

    [Fact]
    public Task A_blob_of_a_type_it_cannot_become_stops_the_start() => RefusalWithBus("Take Stream, string or byte[]", typeof(BlobOfUri));

    [Fact]
    public Task A_bus_nobody_registered_stops_the_start() => Refusal.Says("needs an IMessageBus", typeof(Listens));

    [Fact]
    public Task Receipts_nobody_registered_stop_the_start() => Refusal.Says("needs an IBlobReceipts", typeof(TakesBlobs));

    [Fact]
    public Task Two_functions_on_one_subscription_stop_the_start() => RefusalWithBus("each message would reach only one of them", typeof(Listens), typeof(ListensToo));

    [Fact]
    public Task A_moment_that_never_comes_stops_the_start() => Refusal.Says("never comes", typeof(February));

    private static Task RefusalWithBus(string words, params Type[] functions) =>
        Refusal.Says(words, s => s.AddSingleton<IMessageBus>(new ScriptedBus()).AddSingleton<IBlobReceipts>(new MemoryReceipts()), functions);

    public sealed class Listens
    {
        [Function("Listens")]
        public void Run([ServiceBusTrigger("reports", "assess")] string body) { }
    }

    public sealed class ListensToo
    {
        [Function("ListensToo")]
        public void Run([ServiceBusTrigger("reports", "assess")] string body) { }
    }

    public sealed class TakesBlobs
    {
        [Function("TakesBlobs")]
        public void Run([BlobTrigger("feeds/{name}")] Stream content) { }
    }

    public sealed class February
    {
        [Function("February")]
        public void Run([TimerTrigger("0 0 0 30 2 *")] TimerInfo timer) { }
    }

    public sealed class UnknownTopic
    {
        [Function("UnknownTopic")]
        public void Run([ServiceBusTrigger("letters", "assess")] string body) { }
    }

    public sealed class UnknownSubscription
    {
        [Function("UnknownSubscription")]
        public void Run([ServiceBusTrigger("reports", "file/$DeadLetterQueue")] string body) { }
    }

    public sealed class Queue
    {
        [Function("Queue")]
        public void Run([ServiceBusTrigger("reports")] string body) { }
    }

    public sealed class RetriesMessages
    {
        [Function("RetriesMessages")]
        [FixedDelayRetry(3, "00:00:01")]
        public void Run([ServiceBusTrigger("reports", "assess")] string body) { }
    }

    public sealed class Batches
    {
        [Function("Batches")]
        public void Run([ServiceBusTrigger("reports", "assess", IsBatched = true)] string[] bodies) { }
    }

    public sealed class SettlesByHand
    {
        [Function("SettlesByHand")]
        public void Run([ServiceBusTrigger("reports", "assess", AutoCompleteMessages = false)] string body) { }
    }

    public sealed class MissingSetting
    {
        [Function("MissingSetting")]
        public void Run([ServiceBusTrigger("%Topic%", "assess")] string body) { }
    }

    public sealed class BadSchedule
    {
        [Function("BadSchedule")]
        public void Run([TimerTrigger("every five minutes")] TimerInfo timer) { }
    }

    public sealed class TimerOfText
    {
        [Function("TimerOfText")]
        public void Run([TimerTrigger("0 0 * * * *")] string timer) { }
    }

    public sealed class Relays
    {
        [Function("Relays")]
        public void Run([CosmosDBTrigger("hub", "cases")] IReadOnlyList<Change> changes) { }
    }

    public sealed class RelaysOthers
    {
        [Function("RelaysOthers")]
        public void Run([CosmosDBTrigger("hub", "cases")] IReadOnlyList<string> changes) { }
    }

    public sealed class NoContainer
    {
        [Function("NoContainer")]
        public void Run([BlobTrigger("{name}")] Stream content) { }
    }

    public sealed class BadContainer
    {
        [Function("BadContainer")]
        public void Run([BlobTrigger("../{name}")] Stream content) { }
    }

    public sealed class BlobOfUri
    {
        [Function("BlobOfUri")]
        public void Run([BlobTrigger("feeds/{name}")] Uri content) { }
    }
}
