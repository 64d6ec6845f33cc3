using Hub.Notices;
using Hub.Testing;

namespace Hub.Tests.Notices;

public sealed class NoticeReconciliationTests
{
    private static readonly DateTimeOffset Planned = A.Moment.AddDays(3);
    private static readonly DateTimeOffset Due = Planned.AddHours(10);
    private static readonly NoticeDraft ForLater = NoticeFlow.Draft(due: Due, notBefore: Planned);
    private static readonly NoticeDraft ForNow = NoticeFlow.Draft(due: Due);

    private static async Task<NoticeFlow> WithAsync(NoticeDraft draft)
    {
        var flow = new NoticeFlow();
        await flow.ReconcileAsync(draft);
        await flow.PassAsync();
        return flow;
    }

    [Fact]
    public async Task What_is_missing_is_raised_and_what_nobody_asks_for_is_withdrawn()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft("yot:kent"), NoticeFlow.Draft("yot:brent", notBefore: Planned), NoticeFlow.Draft("yot:camden"), NoticeFlow.Draft("yot:kent", kind: NoticeKind.AgeConflict));
        await flow.ReconcileAsync(NoticeFlow.Draft("yot:camden"), NoticeFlow.Draft("yot:barnet"), NoticeFlow.Draft("yot:barnet") with { About = "another" });

        Assert.Equal(
            ["arrest yot:kent Withdrawn", "arrest yot:camden Raised", "age-conflict yot:kent Raised", "arrest yot:barnet Raised", "arrest yot:barnet Raised"],
            flow.Notices.Where(n => n.Recipient != "yot:brent").Select(n => $"{n.Kind} {n.Recipient} {n.State}"));
        Assert.Equal((NoticeState.Withdrawn, "The facts changed."), (flow.Of(NoticeKind.Arrest, "yot:brent").State, flow.Of(NoticeKind.Arrest, "yot:brent").WithdrawnBecause));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_in_any_state()
    {
        var flow = await WithAsync(ForLater);
        await flow.ReconcileAsync(ForLater, ForLater with { Title = "Of two for one notice, the first counts" });
        await flow.PassAsync(Planned - A.Moment);
        await flow.ReconcileAsync(ForLater);
        await flow.Acknowledgement.AcknowledgeAsync(flow.Notices[0].Id, NoticeFlow.Officer, default);
        await flow.ReconcileAsync(ForLater);

        Assert.Equal(["notice.planned", "notice.raised", "notice.delivered", "notice.acknowledged"], flow.Actions);
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(24)]
    public async Task A_planned_notice_is_moved_and_comes_at_the_new_moment_only(int hours)
    {
        var flow = await WithAsync(ForLater with { Due = Due.AddDays(3) });
        var moved = ForLater with { NotBefore = Planned.AddHours(hours), Due = Due.AddDays(3).AddHours(hours) };
        await flow.ReconcileAsync(moved);
        Assert.Equal((moved.NotBefore, moved.Due), (flow.Notices[0].PlannedFor, flow.Notices[0].Due));
        await flow.PassAsync(TimeSpan.FromDays(4.2));

        Assert.Equal((moved.NotBefore, moved.NotBefore), (Assert.Single(flow.Notices).RaisedAt, flow.Notices[0].DeliveredAt));
        Assert.Equal(["notice.planned", "notice.moved", "notice.raised", "notice.delivered"], flow.Actions);
        Assert.Equal(2, flow.Arrived.Count(e => e.Type == HubTopology.NoticePlanned));
        Assert.StartsWith("Now planned for 2025-03-1", flow.Store.Audit[1].Description, StringComparison.Ordinal);
        Assert.EndsWith("The facts changed.", flow.Store.Audit[1].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_away_and_back_it_is_raised_once()
    {
        var flow = await WithAsync(ForLater);
        await flow.ReconcileAsync(ForLater with { NotBefore = Planned.AddHours(1) });
        await flow.ReconcileAsync(ForLater);
        await flow.PassAsync(Planned.AddHours(2) - A.Moment);

        Assert.Equal(["notice.planned", "notice.moved", "notice.moved", "notice.raised", "notice.delivered"], flow.Actions);
        Assert.Equal(Planned, flow.Notices[0].RaisedAt);
    }

    [Fact]
    public async Task A_planned_notice_with_another_due_time_keeps_its_moment_and_gets_the_other_clock()
    {
        var flow = await WithAsync(ForLater);
        await flow.ReconcileAsync(ForLater with { Due = Due.AddHours(1) });
        await flow.PassAsync(Due.AddHours(1) - A.Moment);

        Assert.Single(flow.Arrived, e => e.Type == HubTopology.NoticePlanned);
        Assert.Equal((Planned, Due.AddHours(-3), Due.AddHours(1)), (flow.Of(NoticeKind.Arrest).RaisedAt, flow.Of(NoticeKind.Arrest).WarnedAt, flow.Of(NoticeKind.Arrest).BreachedAt));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-60)]
    public async Task A_planned_notice_that_is_now_wanted_at_once_is_raised_and_not_again_later(int? minutes)
    {
        var flow = await WithAsync(ForLater);
        await flow.ReconcileAsync(ForLater with { NotBefore = minutes is { } m ? A.Moment.AddMinutes(m) : null, Reason = "Lands early." });
        await flow.PassAsync(Planned.AddHours(1) - A.Moment);

        Assert.Equal((A.Moment, (DateTimeOffset?)Planned, "Lands early."), (Assert.Single(flow.Notices).RaisedAt, flow.Notices[0].PlannedFor, flow.Notices[0].Reason));
        Assert.Equal(["notice.planned", "notice.raised", "notice.delivered"], flow.Actions);
    }

    [Fact]
    public async Task A_planned_notice_that_says_something_else_is_changed_where_it_is()
    {
        var flow = await WithAsync(ForLater);
        var drafts = new[] { ForLater with { Content = A.Json("""{"age":15}""") }, ForLater with { Title = "Other" }, ForLater with { Reason = "Other." }, ForLater with { Priority = NoticePriority.Urgent } };
        foreach (var draft in drafts)
        {
            await flow.ReconcileAsync(draft);
        }

        Assert.Equal(["notice.planned", .. drafts.Select(_ => "notice.changed")], flow.Actions);
        Assert.Equal((NoticePriority.Urgent, "Lives there."), (Assert.Single(flow.Notices).Priority, flow.Notices[0].Reason));
        await flow.PassAsync(Planned - A.Moment);
        Assert.Equal(NoticeState.Delivered, Assert.Single(flow.Notices).State);
    }

    public static TheoryData<string> Differences => ["due", "title", "reason"];

    private static NoticeDraft Differing(string what) => what switch
    {
        "due" => ForNow with { Due = Due.AddHours(1) },
        "title" => ForNow with { Title = "Other" },
        _ => ForNow with { Reason = "Other." },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task A_delivered_notice_that_differs_is_withdrawn_with_a_word_and_raised_anew(string what)
    {
        var flow = await WithAsync(ForNow);
        await flow.ReconcileAsync(Differing(what));
        await flow.ReconcileAsync(Differing(what));
        await flow.PassAsync();

        Assert.Equal(["arrest Withdrawn", "notice-withdrawn Delivered", "arrest Delivered"], flow.Notices.Select(n => $"{n.Kind} {n.State}"));
        Assert.Equal((Differing(what).Due, Differing(what).Title, Differing(what).Reason), (flow.Notices[2].Due, flow.Notices[2].Title, flow.Notices[2].Reason));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task A_notice_on_its_way_that_differs_is_replaced_without_a_word(string what)
    {
        var flow = new NoticeFlow();
        await flow.ReconcileAsync(ForNow);
        await flow.ReconcileAsync(Differing(what));
        await flow.PassAsync();

        Assert.Equal(["arrest Withdrawn", "arrest Delivered"], flow.Notices.Select(n => $"{n.Kind} {n.State}"));
    }

    [Fact]
    public async Task A_delivered_notice_whose_time_moves_on_is_withdrawn_and_planned_anew()
    {
        var flow = await WithAsync(ForNow);
        await flow.ReconcileAsync(ForLater with { Due = Due.AddDays(1) });

        Assert.Equal(["arrest Withdrawn", "notice-withdrawn Raised", "arrest Planned"], flow.Notices.Select(n => $"{n.Kind} {n.State}"));
    }

    [Fact]
    public async Task A_delivered_notice_of_other_content_alone_stays()
    {
        var flow = await WithAsync(ForNow);
        await flow.ReconcileAsync(ForLater with { Content = A.Json("""{"age":15}"""), Priority = NoticePriority.Urgent });

        Assert.Equal(["notice.raised", "notice.delivered"], flow.Actions);
    }

    [Fact]
    public async Task An_acknowledged_notice_stays_while_it_is_asked_for_however_it_differs()
    {
        var flow = await WithAsync(ForNow);
        await flow.Acknowledgement.AcknowledgeAsync(flow.Notices[0].Id, NoticeFlow.Officer, default);
        await flow.ReconcileAsync(ForLater with { Due = null, Title = "Other" });
        Assert.Equal(NoticeState.Acknowledged, Assert.Single(flow.Notices).State);

        await flow.ReconcileAsync();
        Assert.Equal(["arrest Withdrawn", "notice-withdrawn Raised"], flow.Notices.Select(n => $"{n.Kind} {n.State}"));
    }

    [Fact]
    public async Task Six_delivered_notices_breached_and_chased_are_replaced_in_one_commit()
    {
        string[] teams = ["barnet", "brent", "camden", "hackney", "islington", "kent"];
        var flow = new NoticeFlow();
        await flow.ReconcileAsync([.. teams.Select(t => NoticeFlow.Draft($"yot:{t}", Due))]);
        await flow.PassAsync(Due - A.Moment);
        await flow.ReconcileAsync([.. teams.Select(t => NoticeFlow.Draft($"yot:{t}", Due.AddDays(1)))]);

        var commit = flow.Store.Commits[^1];
        Assert.Equal((42, 3), (commit.Notices.Length, commit.Events.Length));
        Assert.Equal(18, flow.Notices.Count(n => n.State == NoticeState.Withdrawn));
        await flow.PassAsync();
        Assert.Equal(6, flow.Notices.Count(n => n is { Kind: NoticeKind.Arrest, State: NoticeState.Delivered }));
    }

    [Fact]
    public async Task A_draft_of_a_kind_not_gone_over_is_a_fault_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new NoticeFlow().ReconcileAsync(NoticeFlow.Draft(kind: NoticeKind.AgeConflict)));
}
