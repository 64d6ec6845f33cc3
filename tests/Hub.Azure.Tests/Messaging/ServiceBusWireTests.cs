using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using Hub.Azure.Messaging;
using Hub.Azure.Tests.Messaging.Faults;
using Hub.Azure.Tests.StandIns.ServiceBus;
using Hub.Messaging;
using Hub.Testing;

namespace Hub.Azure.Tests.Messaging;

/// <summary>What goes over the wire, seen by somebody who speaks to Service Bus without the hub.</summary>
public sealed class ServiceBusWireTests : BusFaultTests
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task A_hop_costs_three_operations()
    {
        await Hub.SendAsync(Letters, [A.Message()], None);
        await TakeAsync(1);

        Assert.Equal([BusOperationKind.Send, BusOperationKind.Receive, BusOperationKind.Complete], StandIn.Operations.Select(o => o.Kind));
        Assert.All(StandIn.Operations, o => Assert.Equal(1, o.Messages));
    }

    [Fact]
    public async Task Messages_sent_together_are_one_operation()
    {
        await Hub.SendAsync(Letters, [.. Enumerable.Range(0, 100).Select(i => A.Message($"m-{i}"))], None);

        Assert.Equal(new BusOperation(Letters, BusOperationKind.Send, 100), Assert.Single(StandIn.Operations));
    }

    [Fact]
    public async Task A_trace_goes_along_under_both_names_and_comes_out_under_its_own()
    {
        await using var client = new ServiceBusClient(StandIn.ConnectionString);
        var message = A.Message("m-1", ("traceparent", Trace));
        await Hub.SendAsync(Letters, [message], None);
        await using var onlooker = client.CreateReceiver(Letters, "everything");

        var onTheWire = await onlooker.PeekMessageAsync();
        var received = Assert.Single(await TakeAsync(1));

        Assert.Equal("application/json", onTheWire.ContentType);
        Assert.Equal((Trace, Trace), (onTheWire.ApplicationProperties["traceparent"], onTheWire.ApplicationProperties["Diagnostic-Id"]));
        Assert.Equal(message.Properties, received.Message.Properties);
    }

    [Fact]
    public async Task A_trace_that_somebody_else_began_is_joined()
    {
        await SendForeignAsync(new ServiceBusMessage("{}") { MessageId = "m-1", ApplicationProperties = { ["Diagnostic-Id"] = Trace, ["tries"] = 3 } });

        var properties = Assert.Single(await TakeAsync(1)).Message.Properties;

        Assert.Equal([KeyValuePair.Create("traceparent", Trace), KeyValuePair.Create("tries", "3")], properties);
    }

    [Fact]
    public void A_message_in_a_form_the_hub_never_sends_is_read_so_that_quarantine_can_have_it()
    {
        var sequence = Foreign(AmqpMessageBody.FromSequence([[1, 2]]));

        Assert.Equal("", sequence.Message.Body);
        Assert.Throws<PermanentFailureException>(() => CloudEvent.Parse(sequence.Message.Body));
        Assert.Equal("text", Foreign(AmqpMessageBody.FromValue("text")).Message.Body);
        Assert.NotEmpty(sequence.Message.Id);
    }

    [Fact]
    public async Task A_scheduled_message_never_comes_before_its_time_though_the_wire_counts_milliseconds()
    {
        var time = A.Moment.AddMilliseconds(5).AddTicks(1);
        await Hub.SendAsync(Letters, [A.Message() with { NotBefore = time }], None);

        Time.Advance(TimeSpan.FromMilliseconds(5));
        await AssertNothingLeftAsync();

        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(Assert.Single(await TakeAsync(1)).EnqueuedAt >= time);
    }

    [Fact]
    public async Task Counting_ends_at_a_thousand_and_says_so()
    {
        await Hub.SendAsync(Letters, [.. Enumerable.Range(0, 1_000).Select(i => A.Message($"m-{i}"))], None);
        Assert.Equal(new(Letters, "everything", 1_000, null, 0, A.Moment), Assert.Single(await Hub.DepthsAsync(None)));

        await Hub.SendAsync(Letters, [A.Message("one more")], None);

        Assert.Equal(new(Letters, "everything", 1_000, null, 0, A.Moment, AtLeast: true), Assert.Single(await Impatient.DepthsAsync(None)));
    }

    [Fact]
    public async Task Counting_large_messages_ends_sooner_and_says_so()
    {
        await Hub.SendAsync(Letters, [.. Enumerable.Range(0, 60).Select(i => A.Message($"m-{i}") with { Body = new string('x', 100_000) })], None);

        var depth = Assert.Single(await Hub.DepthsAsync(None));

        Assert.True(depth.AtLeast);
        Assert.InRange(depth.Active, 40, 59);
    }

    [Fact]
    public async Task Asking_often_costs_no_more_than_asking_once()
    {
        await Hub.SendAsync(Letters, [A.Message()], None);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Hub.DepthsAsync(None)));

        Assert.InRange(StandIn.Operations.Count(o => o.Kind == BusOperationKind.Peek), 1, 4);
    }

    private static ReceivedMessage Foreign(AmqpMessageBody body) =>
        WireMessage.Read(ServiceBusReceivedMessage.FromAmqpMessage(new AmqpAnnotatedMessage(body) { Header = { DeliveryCount = 0 } }, BinaryData.FromBytes(Guid.NewGuid().ToByteArray())), Everything);

    private async Task SendForeignAsync(ServiceBusMessage message)
    {
        await using var client = new ServiceBusClient(StandIn.ConnectionString);
        await using var sender = client.CreateSender(Letters);
        await sender.SendMessageAsync(message);
    }
}
