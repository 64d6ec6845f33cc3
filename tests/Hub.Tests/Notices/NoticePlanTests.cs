using Hub.Messaging;
using Hub.Notices;
using Hub.Testing;

namespace Hub.Tests.Notices;

public sealed class NoticePlanTests
{
    private static readonly DateTimeOffset Planned = A.Moment.AddDays(3).AddTicks(7);
    private static readonly DateTimeOffset Due = Planned.AddHours(10);

    private static async Task<NoticeFlow> PlannedAsync()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due, notBefore: Planned));
        return flow;
    }

    [Fact]
    public async Task A_notice_for_later_is_planned_and_nothing_else_happens_yet()
    {
        var flow = await PlannedAsync();

        var notice = Assert.Single(flow.Notices);
        Assert.Equal((NoticeState.Planned, (DateTimeOffset?)Planned, null, Due), (notice.State, notice.PlannedFor, notice.RaisedAt, notice.Due));
        Assert.Equal("arrest notice for yot:camden planned for 2025-03-17 09:26Z, due 2025-03-17 19:26Z. Lives there.", Assert.Single(flow.Store.Audit).Description);
        var scheduled = Assert.Single(flow.Store.Events);
        Assert.Equal((HubTopology.NoticePlanned, HubTopology.Notices, (DateTimeOffset?)Planned), (scheduled.Type, scheduled.Topic, scheduled.NotBefore));
    }

    [Fact]
    public async Task At_its_moment_it_is_raised_with_the_clock_of_one_raised_directly()
    {
        var planned = await PlannedAsync();
        await planned.PassAsync(Planned - A.Moment - TimeSpan.FromTicks(1));
        Assert.Equal(NoticeState.Planned, planned.Notices[0].State);

        planned.Time.Advance(TimeSpan.FromTicks(1));
        await planned.StrikeAsync(planned.Store.Events.Single());

        var direct = new NoticeFlow();
        direct.Time.Advance(Planned - A.Moment);
        await direct.RaiseAsync(NoticeFlow.Draft(due: Due));
        Assert.Equal((NoticeState.Raised, Planned), (planned.Notices[0].State, planned.Notices[0].RaisedAt));
        Assert.Equal(["notice.planned", "notice.raised"], planned.Actions);
        Assert.Equal(direct.Store.Audit[0].Description, planned.Store.Audit[1].Description);
        Assert.Equal(Sorts(direct.Store.Events), Sorts(planned.Store.Events.Skip(1)));

        static IEnumerable<string> Sorts(IEnumerable<OutgoingEvent> events) =>
            events.Select(e => $"{e.Type} {e.NotBefore:O} {e.Copies.Single().Data} {string.Join(' ', e.Copies.Single().Properties.Values)}");
    }

    [Fact]
    public async Task A_planned_notice_runs_the_whole_way_once_though_every_message_comes_twice()
    {
        var flow = await PlannedAsync();
        await flow.PassAsync(TimeSpan.FromDays(4));
        var commits = flow.Store.Commits.Count;
        await flow.RepeatAsync();

        Assert.Equal(
            ["notice.planned", "notice.raised", "notice.delivered", "notice.warned", "notice.raised", "notice.delivered", "notice.breached", "notice.raised", "notice.delivered"],
            flow.Actions);
        Assert.Equal((Planned, Due.AddHours(-4), Due), (flow.Of(NoticeKind.Arrest).DeliveredAt, flow.Of(NoticeKind.Arrest).WarnedAt, flow.Of(NoticeKind.Arrest).BreachedAt));
        Assert.Equal(commits, flow.Store.Commits.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_draft_for_no_later_moment_is_raised_at_once(int? ticks)
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(notBefore: ticks is { } t ? A.Moment.AddTicks(t) : null));

        Assert.Equal((NoticeState.Raised, A.Moment, (DateTimeOffset?)null), (flow.Notices[0].State, flow.Notices[0].RaisedAt, flow.Notices[0].PlannedFor));
        Assert.Equal([HubTopology.NoticeRaised], flow.Store.Events.Select(e => e.Type));
    }

    [Fact]
    public async Task Those_planned_for_one_moment_share_an_event_and_those_for_now_are_raised_beside_them()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(
            NoticeFlow.Draft(notBefore: Planned),
            NoticeFlow.Draft("yot:kent"),
            NoticeFlow.Draft("yot:brent", notBefore: Planned),
            NoticeFlow.Draft("yot:barnet", notBefore: Planned.AddTicks(1)));

        Assert.Equal(
            [(HubTopology.NoticeRaised, 1), (HubTopology.NoticePlanned, 2), (HubTopology.NoticePlanned, 1)],
            flow.Store.Events.Select(e => (e.Type, e.Copies.Length)));
        await flow.PassAsync(TimeSpan.FromDays(4));
        Assert.All(flow.Notices, n => Assert.Equal(NoticeState.Delivered, n.State));
    }

    [Fact]
    public async Task Planning_the_same_again_changes_nothing()
    {
        var flow = await PlannedAsync();
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due, notBefore: Planned), NoticeFlow.Draft(due: Due));
        Assert.Single(flow.Store.Commits);
    }

    [Fact]
    public async Task A_planned_notice_is_not_acknowledged_delivered_warned_of_or_breached()
    {
        var flow = await PlannedAsync();
        var planned = flow.Notices[0];
        var answer = await flow.Acknowledgement.AcknowledgeAsync(planned.Id, NoticeFlow.Officer, default);
        await flow.Delivery.DeliverAsync(flow.Event(HubTopology.NoticeRaised), default);
        await flow.StrikeAsync(HubTopology.NoticeWarnDue);
        await flow.StrikeAsync(HubTopology.NoticeDue);

        Assert.Equal(planned, answer);
        Assert.Equal(planned, Assert.Single(flow.Notices));
        Assert.Single(flow.Store.Commits);
    }

    [Fact]
    public async Task A_plan_that_comes_after_the_notice_was_due_is_late_and_says_so()
    {
        var flow = await PlannedAsync();
        flow.Time.Advance(TimeSpan.FromDays(5));
        await flow.PassAsync();

        Assert.Equal(Due, flow.Of(NoticeKind.Arrest).BreachedAt);
        Assert.Contains("raised only after it was due", flow.Of(NoticeKind.DeadlineBreached).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","plannedFor":"soon" """)]
    [InlineData(""","plannedFor":7""")]
    public async Task A_message_that_names_no_moment_fails_for_good(string moment)
    {
        var flow = await PlannedAsync();
        var happened = flow.Event(HubTopology.NoticePlanned) with { Data = A.Json($$"""{"notice":"{{flow.Notices[0].Id}}"{{moment}}}""") };

        Assert.Equal("message-unreadable", (await Assert.ThrowsAsync<PermanentFailureException>(() => flow.Clock.OnTimeAsync(happened, default))).Code);
    }
}
