using Azure.Messaging.ServiceBus;

namespace Hub.Azure.Tests.StandIns.ServiceBus.Tests;

public sealed class SchedulingTests : BusTest
{
    private DateTimeOffset InTwoHours => Time.GetUtcNow().AddHours(2);

    [Fact]
    public async Task A_scheduled_message_comes_at_its_time_and_not_before()
    {
        var due = InTwoHours;
        await SendAsync(Scheduled("later", due));
        await SendAsync(Scheduled("later", due.AddHours(1)));

        Time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        await AssertNothingAsync(Everything());

        Time.Advance(TimeSpan.FromSeconds(1));
        var received = Assert.Single(await ReceiveAsync(Everything(), 1));
        Assert.Equal((due, due), (received.EnqueuedTime, received.ScheduledEnqueueTime));
    }

    [Fact]
    public async Task A_message_scheduled_for_the_past_comes_at_once()
    {
        await SendAsync(Scheduled("past", Time.GetUtcNow().AddHours(-1)));

        Assert.Equal(Time.GetUtcNow(), (await ReceiveOneAsync(Everything())).EnqueuedTime);
    }

    [Fact]
    public async Task When_the_clock_moves_a_receiver_that_waits_is_given_what_fell_due_without_asking_again()
    {
        await SendAsync(Message("now"), Scheduled("later", InTwoHours));
        await using var receiver = Client.CreateReceiver("letters", "everything", new() { PrefetchCount = 10 });
        await receiver.CompleteMessageAsync(await ReceiveOneAsync(receiver));
        Bus.Operations.Clear();

        Time.Advance(TimeSpan.FromHours(2));
        await EventuallyAsync(() => Bus.Operations.Count > 0);

        Assert.Equal([new("letters/everything", BusOperationKind.Receive, 1)], Bus.Operations);
        Assert.Equal("later", (await ReceiveOneAsync(receiver)).MessageId);
    }

    [Fact]
    public async Task Scheduled_by_management_it_can_be_cancelled()
    {
        await using var sender = Client.CreateSender("letters");
        var numbers = await sender.ScheduleMessagesAsync([Message("cancelled"), Message("kept")], InTwoHours);

        await sender.CancelScheduledMessageAsync(numbers[0]);
        Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal("kept", Assert.Single(await ReceiveAsync(Everything(), 1)).MessageId);
        await AssertFailsAsync(ServiceBusFailureReason.MessageNotFound, () => sender.CancelScheduledMessageAsync(numbers[1]));
        Assert.Contains(new BusOperation("letters", BusOperationKind.Schedule, 2), Bus.Operations);
    }

    private static ServiceBusMessage Scheduled(string id, DateTimeOffset at)
    {
        var message = Message(id);
        message.ScheduledEnqueueTime = at;
        return message;
    }
}
