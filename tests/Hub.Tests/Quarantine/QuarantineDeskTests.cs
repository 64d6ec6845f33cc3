using Hub.Auditing;
using Hub.Cases;
using Hub.Messaging;
using Hub.Notices;
using Hub.Paging;
using Hub.Quarantine;
using Hub.Testing;
using Moq;

namespace Hub.Tests.Quarantine;

public sealed class QuarantineDeskTests
{
    private static readonly SubscriptionAddress From = new("reports", "assess");
    private static readonly Actor Supervisor = new("super-1", "supervisor");
    private readonly MemoryCaseStore store = MemoryCaseStore.With(A.Case());
    private readonly Mock<IMessageBus> bus = new();
    private readonly List<Message> sent = [];

    public QuarantineDeskTests() =>
        bus.Setup(b => b.SendAsync("reports", It.IsAny<IReadOnlyList<Message>>(), default))
            .Callback((string _, IReadOnlyList<Message> messages, CancellationToken _) => sent.AddRange(messages))
            .Returns(Task.CompletedTask);

    private static string Body { get; } = new CloudEvent { Id = "m1", Type = "t", Subject = A.Case().Id.ToString(), Time = A.Moment, Data = A.Json("{}") }.ToJson();

    private QuarantineDesk Desk => new(store, new CaseEditor(store, new ManualTime(A.Moment)), bus.Object, new ManualTime(A.Moment));

    private async Task<QuarantineItem> OnlyItemAsync() => Assert.Single((await store.ListQuarantineAsync(new PageRequest(), default)).Items);

    private Task FailAsync(string messageId, string? body = null) =>
        Desk.HandleAsync(From, messageId, body ?? Body, (_, _) => throw new PermanentFailureException("test-failed", "It failed."), default);

    [Fact]
    public async Task Work_that_succeeds_sets_nothing_aside()
    {
        CloudEvent? worked = null;
        await Desk.HandleAsync(From, "m1", Body, (e, _) => Task.FromResult(worked = e), default);
        Assert.Equal("m1", worked!.Id);
        Assert.Empty(store.Commits);
    }

    [Fact]
    public async Task Work_that_fails_for_good_sets_the_message_aside_in_its_case()
    {
        await FailAsync("m1");

        var item = await OnlyItemAsync();
        Assert.Equal(("reports", "assess", "m1", Body, "test-failed", "It failed."), (item.Topic, item.Subscription, item.MessageId, item.Body, item.Code, item.Reason));
        Assert.Equal((A.Case().Id, CaseStatus.Quarantined), (item.Case, store[A.Case().Id].Status));
        Assert.Equal(["message.quarantined", "notice.raised"], store.Audit.Select(a => a.Action));
    }

    [Fact]
    public async Task A_report_held_before_anybody_was_told_is_told_to_the_supervisors_at_once()
    {
        await FailAsync("m1");

        var notice = Assert.Single(store[A.Case().Id].Notices);
        Assert.Equal((NoticeKind.ReportHeld, Recipient.Supervisors, NoticePriority.Urgent), (notice.Kind, notice.Recipient, notice.Priority));
        Assert.Equal("REF-1", notice.Content.GetProperty("reference").GetString());
        Assert.DoesNotContain("Featherstonehaugh", notice.Content.GetRawText() + notice.Reason + notice.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failing_twice_sets_aside_once()
    {
        await FailAsync("m1");
        await FailAsync("m1");
        Assert.Single(store.Commits);
    }

    [Fact]
    public async Task A_failure_that_may_pass_is_left_to_the_bus()
    {
        await Assert.ThrowsAsync<IOException>(() => Desk.HandleAsync(From, "m1", Body, (_, _) => throw new IOException(), default));
        Assert.Empty((await store.ListQuarantineAsync(new PageRequest(), default)).Items);
    }

    [Fact]
    public async Task A_case_assessed_stays_so_when_a_later_message_is_set_aside()
    {
        store.Change(A.Case().Id, c => c with { Status = CaseStatus.Assessed });
        await FailAsync("m1");
        Assert.Equal(CaseStatus.Assessed, store[A.Case().Id].Status);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"specversion":"1.0","id":"1","type":"t","subject":"no case","time":"2025-03-14T09:26:53Z"}""")]
    [InlineData("""{"specversion":"1.0","id":"1","type":"t","subject":"00000000-0000-8000-8000-000000000000","time":"2025-03-14T09:26:53Z"}""")]
    public async Task A_message_of_no_case_that_can_be_read_is_set_aside_by_itself(string body)
    {
        await FailAsync("m1", body);
        await FailAsync("m1", body);
        Assert.Equal((null, body), ((await OnlyItemAsync()).Case, (await OnlyItemAsync()).Body));
    }

    [Fact]
    public async Task A_replay_goes_to_the_one_subscription_that_failed_and_closes_the_item()
    {
        await FailAsync("m1");
        var item = await OnlyItemAsync();

        Assert.Equal(ClosureOutcome.Closed, await Desk.ReplayAsync(item.Id, Supervisor, "The directory is mended.", default));
        Assert.Equal((Body, "assess"), (sent[0].Body, sent[0].Properties[Topology.ReplayFor]));
        Assert.NotEqual("m1", sent[0].Id);
        Assert.Equal(QuarantineResolution.Replayed, (await store.ReadQuarantineAsync(item.Id, default))!.Closure!.Resolution);
        Assert.Equal(("message.replayed", Supervisor), (store.Audit[^1].Action, store.Audit[^1].By));
        Assert.Equal(ClosureOutcome.AlreadyClosed, await Desk.ReplayAsync(item.Id, Supervisor, "Again.", default));
        Assert.Single(sent);
    }

    [Fact]
    public async Task An_item_whose_replay_could_not_be_sent_stays_open()
    {
        await FailAsync("m1");
        bus.Setup(b => b.SendAsync("reports", It.IsAny<IReadOnlyList<Message>>(), default)).ThrowsAsync(new IOException());
        var item = await OnlyItemAsync();

        await Assert.ThrowsAsync<IOException>(() => Desk.ReplayAsync(item.Id, Supervisor, "x", default));
        Assert.Null((await OnlyItemAsync()).Closure);
    }

    [Fact]
    public async Task A_message_that_fails_again_and_again_can_be_replayed_each_time()
    {
        var id = new string('m', 60);
        for (var i = 0; i < 20; i++)
        {
            await FailAsync(id);
            await Desk.ReplayAsync((await OnlyItemAsync()).Id, Supervisor, "x", default);
            id = sent[^1].Id;
        }

        Assert.Equal(20, sent.Select(m => m.Id).Distinct().Count());
        Assert.All(sent, m => Assert.InRange(m.Id.Length, 1, 128)); // Service Bus takes no longer message id
    }

    [Fact]
    public async Task A_discard_sends_nothing_and_says_who_and_why()
    {
        await FailAsync("m1");
        var item = await OnlyItemAsync();

        Assert.Equal(ClosureOutcome.Closed, await Desk.DiscardAsync(item.Id, Supervisor, "A test message.", default));
        Assert.Empty(sent);
        Assert.Contains("A test message.", store.Audit[^1].Description, StringComparison.Ordinal);
        Assert.Equal(ClosureOutcome.AlreadyClosed, await Desk.DiscardAsync(item.Id, Supervisor, "x", default));
        Assert.Equal(ClosureOutcome.Unknown, await Desk.DiscardAsync("none", Supervisor, "x", default));
        Assert.Equal(ClosureOutcome.Unknown, await Desk.ReplayAsync("none", Supervisor, "x", default));
    }
}
