using Azure.Messaging.ServiceBus;

namespace Hub.Azure.Tests.StandIns.ServiceBus.Tests;

public sealed class SendingTests : BusTest
{
    [Fact]
    public async Task A_message_arrives_as_it_was_sent()
    {
        var sent = Message("m-1", ("borough", "camden"), ("count", 3), ("true", true));
        (sent.Subject, sent.CorrelationId, sent.ContentType, sent.To, sent.ReplyTo) = ("subject", "correlation", "application/json", "to", "reply");
        sent.Body = BinaryData.FromString("""{"name":"Zoë 😀"}""");
        await SendAsync(sent);

        var received = await ReceiveOneAsync(Everything());

        Assert.Equal(sent.Body.ToString(), received.Body.ToString());
        Assert.Equal(("m-1", "subject", "correlation", "application/json", "to", "reply"),
            (received.MessageId, received.Subject, received.CorrelationId, received.ContentType, received.To, received.ReplyTo));
        Assert.Equal(sent.ApplicationProperties.OrderBy(p => p.Key), received.ApplicationProperties.OrderBy(p => p.Key));
        Assert.Equal((1, Time.GetUtcNow(), Time.GetUtcNow().AddSeconds(60)), (received.DeliveryCount, received.EnqueuedTime, received.LockedUntil));
        Assert.NotEqual(0, received.SequenceNumber);
    }

    [Fact]
    public async Task Each_subscription_gets_what_its_filter_lets_through()
    {
        await SendAsync(
            Message("plain"),
            Message("camden", ("priority", "now"), ("borough", "camden")),
            Message("hackney", ("priority", "now"), ("borough", "hackney")),
            Message("replayed", ("replayFor", "urgent")),
            Message("replayed-elsewhere", ("priority", "now"), ("borough", "camden"), ("replayFor", "Everything")));

        Assert.Equal(["plain", "camden", "hackney", "replayed-elsewhere"], (await ReceiveAsync(Everything(), 4)).Select(m => m.MessageId));
        Assert.Equal(["camden", "replayed"], (await ReceiveAsync(Client.CreateReceiver("letters", "urgent"), 2)).Select(m => m.MessageId));
        await AssertNothingAsync(Client.CreateReceiver("parcels", "everything"));
    }

    [Fact]
    public async Task A_second_message_of_one_id_is_dropped_until_the_window_ends()
    {
        await SendAsync(Message("same"), Message("same"), Message("other"));
        await SendAsync(Message("same"));
        var receiver = Everything();
        foreach (var message in await ReceiveAsync(receiver, 2))
        {
            await receiver.CompleteMessageAsync(message);
        }

        Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        await SendAsync(Message("same"));
        await AssertNothingAsync(receiver);

        Time.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(Message("same"));
        Assert.Equal("same", (await ReceiveOneAsync(receiver)).MessageId);
    }

    [Fact]
    public async Task Messages_without_an_id_are_all_taken()
    {
        await SendAsync(Message(null), Message(null));
        await SendAsync(Message(null));

        Assert.Equal(3, (await ReceiveAsync(Everything(), 3)).Count);
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_with_the_batch_it_is_in()
    {
        var large = Message("large");
        large.Body = BinaryData.FromBytes(new byte[256 * 1024]);

        await AssertFailsAsync(ServiceBusFailureReason.MessageSizeExceeded, () => SendAsync(Message("small"), large));

        await AssertNothingAsync(Everything());
    }

    [Fact]
    public async Task A_message_just_under_the_limit_crosses_many_frames()
    {
        var large = Message("large");
        large.Body = BinaryData.FromBytes(Enumerable.Range(0, 255 * 1024).Select(i => (byte)(i % 251)).ToArray());
        await SendAsync(large);

        Assert.Equal(large.Body.ToArray(), (await ReceiveOneAsync(Everything())).Body.ToArray());
    }

    [Fact]
    public async Task A_batch_knows_the_limit_and_is_sent_whole()
    {
        await using var sender = Client.CreateSender("letters");
        using var batch = await sender.CreateMessageBatchAsync();
        var count = 0;
        while (batch.TryAddMessage(new ServiceBusMessage(new byte[20_000])))
        {
            count++;
        }

        await sender.SendMessagesAsync(batch);

        Assert.Equal(256 * 1024, batch.MaxSizeInBytes);
        Assert.Equal(count, (await ReceiveAsync(Everything(), count)).Count);
        Assert.Equal(new BusOperation("letters", BusOperationKind.Send, count), Bus.Operations[0]);
    }

    [Theory]
    [InlineData("postcards")]
    [InlineData("letters/everything")]
    public async Task A_topic_that_is_not_there_is_said_not_to_be(string topic) =>
        await AssertFailsAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => SendAsync(Client, topic, Message("m")));

    [Fact]
    public async Task A_subscription_that_is_not_there_is_said_not_to_be()
    {
        await AssertFailsAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => Client.CreateReceiver("letters", "nobody").ReceiveMessageAsync(Never));
        await AssertFailsAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => Client.CreateReceiver("letters", "nobody").PeekMessageAsync());
    }

    [Fact]
    public async Task What_it_does_not_do_it_refuses()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(new ServiceBusMessage("x") { SessionId = "s" }));
        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(new ServiceBusMessage("x") { TimeToLive = TimeSpan.FromDays(1) }));
        await Assert.ThrowsAsync<NotSupportedException>(() =>
            Client.CreateReceiver("letters", "everything", new() { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete }).ReceiveMessageAsync(Never));
        await SendAsync(Message("m"));
        var receiver = Everything();
        var message = await ReceiveOneAsync(receiver);
        await Assert.ThrowsAsync<NotSupportedException>(() => receiver.DeferMessageAsync(message));
    }
}
