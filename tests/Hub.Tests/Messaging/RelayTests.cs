using Hub.Cases;
using Hub.Messaging;
using Hub.Testing;
using Moq;

namespace Hub.Tests.Messaging;

public sealed class RelayTests
{
    private readonly Mock<ICaseStore> cases = new(MockBehavior.Strict);
    private readonly Mock<IMessageBus> bus = new(MockBehavior.Strict);
    private readonly List<string> done = [];
    private readonly List<Message> sent = [];

    public RelayTests()
    {
        bus.Setup(b => b.SendAsync(It.IsAny<string>(), It.IsAny<IReadOnlyList<Message>>(), default))
            .Callback((string topic, IReadOnlyList<Message> messages, CancellationToken _) =>
            {
                done.Add($"send {messages.Count} to {topic}");
                sent.AddRange(messages);
            })
            .Returns(Task.CompletedTask);
        cases.Setup(c => c.MarkSentAsync(It.IsAny<IReadOnlyList<OutgoingEvent>>(), default))
            .Callback((IReadOnlyList<OutgoingEvent> events, CancellationToken _) => done.Add($"mark {events.Count}"))
            .Returns(Task.CompletedTask);
    }

    private Relay Relay => new(cases.Object, bus.Object);

    [Fact]
    public async Task Events_are_sent_to_their_topics_before_they_are_marked()
    {
        await Relay.SendAsync([A.Event(A.Case(), "1"), A.Event(A.Case(), "2") with { Topic = "others" }], default);
        Assert.Equal(["send 1 to letters", "send 1 to others", "mark 2"], done);
    }

    [Fact]
    public async Task Nothing_is_marked_when_any_of_it_could_not_be_sent()
    {
        bus.Setup(b => b.SendAsync("others", It.IsAny<IReadOnlyList<Message>>(), default)).ThrowsAsync(new IOException());
        await Assert.ThrowsAsync<IOException>(() => Relay.SendAsync([A.Event(A.Case(), "1"), A.Event(A.Case(), "2") with { Topic = "others" }], default));
        Assert.Equal(["send 1 to letters"], done);
    }

    [Fact]
    public async Task A_message_carries_its_event_whole()
    {
        var happened = A.Event(A.Case()) with { NotBefore = A.Moment.AddHours(1), TraceParent = "00-1-2-01", Properties = A.Message("x", ("kind", "arrest")).Properties };
        await Relay.SendAsync([happened], default);

        var message = Assert.Single(sent);
        var parsed = CloudEvent.Parse(message.Body);
        Assert.Equal((happened.Id, happened.NotBefore), (message.Id, message.NotBefore));
        Assert.Equal(("arrest", happened.Type, "00-1-2-01"), (message.Properties["kind"], message.Properties["type"], message.Properties["traceparent"]));
        Assert.Equal((happened.Id, happened.Type, happened.Case, happened.Time, "00-1-2-01"), (parsed.Id, parsed.Type, parsed.CaseId(), parsed.Time, parsed.Traceparent));
        Assert.Equal("here", parsed.Data.GetProperty("case").GetString());
        Assert.InRange(message.SizeInBytes, 1, EventSize.OfLargestMessage(happened));
    }

    [Fact]
    public async Task An_event_that_fans_out_is_a_message_each_with_properties_of_its_own()
    {
        var happened = A.Event(A.Case()) with
        {
            Properties = A.Message("x", ("kind", "arrest"), ("recipient", "none")).Properties,
            Copies = [.. Enumerable.Range(0, 40).Select(i => new EventCopy($"c{i}", A.Json($$"""{"n":{{i}}}"""), A.Message("x", ("recipient", $"yot:{i}")).Properties))],
        };
        await Relay.SendAsync([happened], default);

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"event-1.c{i}"), sent.Select(m => m.Id));
        Assert.Equal(("yot:39", "arrest"), (sent[39].Properties["recipient"], sent[39].Properties["kind"]));
        Assert.Equal(["send 40 to letters", "mark 1"], done);
    }

    [Fact]
    public async Task More_than_a_hundred_messages_go_in_several_batches()
    {
        await Relay.SendAsync([.. Enumerable.Range(0, 101).Select(i => A.Event(A.Case(), $"{i}"))], default);
        Assert.Equal(["send 100 to letters", "send 1 to letters", "mark 101"], done);
    }

    [Fact]
    public async Task A_sweep_goes_on_until_no_straggler_is_left()
    {
        var waiting = new Queue<OutgoingEvent>(Enumerable.Range(0, 250).Select(i => A.Event(A.Case(), $"{i}")));
        cases.Setup(c => c.UnsentEventsAsync(A.Moment, It.IsAny<int>(), default)).ReturnsAsync((DateTimeOffset _, int max, CancellationToken _) =>
            [.. Enumerable.Range(0, Math.Min(max, waiting.Count)).Select(_ => waiting.Dequeue())]);

        Assert.Equal(250, await Relay.SweepAsync(A.Moment, default));
        Assert.Equal(250, sent.Count);
    }

    [Fact]
    public async Task A_sweep_with_nothing_to_do_sends_and_marks_nothing()
    {
        cases.Setup(c => c.UnsentEventsAsync(A.Moment, It.IsAny<int>(), default)).ReturnsAsync([]);
        Assert.Equal(0, await Relay.SweepAsync(A.Moment, default));
        Assert.Empty(done);
    }
}
