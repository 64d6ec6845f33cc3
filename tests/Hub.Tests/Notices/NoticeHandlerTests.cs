using Hub.Messaging;
using Hub.Notices;
using Hub.Testing;

namespace Hub.Tests.Notices;

/// <summary>Delivery, the clock and acknowledgement, each told the same thing more than once.</summary>
public sealed class NoticeHandlerTests
{
    private static readonly DateTimeOffset Due = A.Moment.AddHours(23);

    private static async Task<NoticeFlow> RaisedAsync()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due));
        return flow;
    }

    [Fact]
    public async Task A_notice_delivered_twice_was_delivered_once()
    {
        var flow = await RaisedAsync();
        await flow.Delivery.DeliverAsync(flow.Event(HubTopology.NoticeRaised), default);
        flow.Time.Advance(TimeSpan.FromMinutes(1));
        await flow.Delivery.DeliverAsync(flow.Event(HubTopology.NoticeRaised), default);

        Assert.Equal((NoticeState.Delivered, A.Moment), (flow.Notices[0].State, flow.Notices[0].DeliveredAt));
        Assert.Equal(["notice.raised", "notice.delivered"], flow.Actions);
    }

    [Fact]
    public async Task A_delivery_after_the_acknowledgement_takes_nothing_back()
    {
        var flow = await RaisedAsync();
        await flow.Acknowledgement.AcknowledgeAsync(flow.Notices[0].Id, NoticeFlow.Officer, default);
        await flow.Delivery.DeliverAsync(flow.Event(HubTopology.NoticeRaised), default);

        Assert.Equal((NoticeState.Acknowledged, A.Moment), (flow.Notices[0].State, flow.Notices[0].DeliveredAt));
    }

    [Fact]
    public async Task An_acknowledgement_in_time_stops_the_clock()
    {
        var flow = await RaisedAsync();
        flow.Time.Advance(TimeSpan.FromHours(23));
        var notice = await flow.Acknowledgement.AcknowledgeAsync(flow.Notices[0].Id, NoticeFlow.Officer, default);
        await flow.StrikeAsync(HubTopology.NoticeWarnDue);
        await flow.StrikeAsync(HubTopology.NoticeDue);

        Assert.Equal((Due, NoticeFlow.Officer, false), (notice!.AcknowledgedAt, notice.AcknowledgedBy, notice.AcknowledgedLate));
        Assert.Equal((null, null), (flow.Notices[0].WarnedAt, flow.Notices[0].BreachedAt));
        Assert.Single(flow.Notices);
    }

    [Fact]
    public async Task The_first_acknowledgement_counts()
    {
        var flow = await RaisedAsync();
        await flow.Acknowledgement.AcknowledgeAsync(flow.Notices[0].Id, NoticeFlow.Officer, default);
        flow.Time.Advance(TimeSpan.FromDays(2));
        var again = await flow.Acknowledgement.AcknowledgeAsync(flow.Notices[0].Id, new("officer-8", "yotOfficer"), default);

        Assert.Equal((A.Moment, NoticeFlow.Officer), (again!.AcknowledgedAt, again.AcknowledgedBy));
    }

    [Fact]
    public async Task A_late_acknowledgement_is_recorded_as_late_and_as_a_breach_even_before_the_clock_struck()
    {
        var flow = await RaisedAsync();
        flow.Time.Advance(TimeSpan.FromHours(24.5));
        var notice = await flow.Acknowledgement.AcknowledgeAsync(flow.Notices[0].Id, NoticeFlow.Officer, default);
        await flow.StrikeAsync(HubTopology.NoticeDue);

        Assert.True(notice!.AcknowledgedLate);
        Assert.Equal(Due, flow.Notices[0].BreachedAt);
        Assert.Equal("Acknowledged for yot:camden, 1 h 30 min late.", flow.Store.Audit[^1].Description);
    }

    [Theory]
    [InlineData("no-id")]
    [InlineData("00000000000080008000000000000000-1234567812345678")]
    public async Task What_names_no_notice_is_not_acknowledged(string id) =>
        Assert.Null(await (await RaisedAsync()).Acknowledgement.AcknowledgeAsync(id, NoticeFlow.Officer, default));

    [Fact]
    public async Task A_warning_is_given_once_and_says_how_long_is_left()
    {
        var flow = await RaisedAsync();
        flow.Time.Advance(TimeSpan.FromHours(21.25));
        await flow.StrikeAsync(HubTopology.NoticeWarnDue);
        await flow.StrikeAsync(HubTopology.NoticeWarnDue);

        Assert.Equal((A.Moment.AddHours(21.25), NoticePriority.Urgent), (flow.Of(NoticeKind.Arrest).WarnedAt, flow.Of(NoticeKind.Arrest).Priority));
        Assert.Equal("Not acknowledged by yot:camden with 1 h 45 min left.", flow.Store.Audit.Single(a => a.Action == "notice.warned").Description);
    }

    [Fact]
    public async Task The_desk_is_warned_while_there_is_time()
    {
        var flow = await RaisedAsync();
        flow.Time.Advance(TimeSpan.FromHours(19));
        await flow.StrikeAsync(HubTopology.NoticeWarnDue, flow.Of(NoticeKind.Arrest).Id);
        await flow.StrikeAsync(HubTopology.NoticeWarnDue, flow.Of(NoticeKind.Arrest).Id);

        var warning = flow.Of(NoticeKind.DeadlineNear);
        Assert.Equal(("ppd:camden", NoticePriority.Urgent, (DateTimeOffset?)null), (warning.Recipient, warning.Priority, warning.Due));
        Assert.Equal(flow.Of(NoticeKind.Arrest).Id, warning.Content.GetProperty("notice").GetString());
        Assert.Equal(2, flow.Store.Events.Count(e => e.Type == HubTopology.NoticeRaised));
    }

    [Fact]
    public async Task A_breach_escalates_once_to_the_desk()
    {
        var flow = await RaisedAsync();
        flow.Time.Advance(TimeSpan.FromHours(23));
        await flow.StrikeAsync(HubTopology.NoticeDue, flow.Of(NoticeKind.Arrest).Id);
        await flow.StrikeAsync(HubTopology.NoticeDue, flow.Of(NoticeKind.Arrest).Id);
        await flow.StrikeAsync(HubTopology.NoticeWarnDue, flow.Of(NoticeKind.Arrest).Id);

        Assert.Equal((Due, null), (flow.Of(NoticeKind.Arrest).BreachedAt, flow.Of(NoticeKind.Arrest).WarnedAt));
        Assert.Equal("ppd:camden", flow.Of(NoticeKind.DeadlineBreached).Recipient);
        Assert.Equal(["notice.raised", "notice.breached", "notice.raised"], flow.Actions);
        Assert.Equal(2, flow.Store.Events.Count(e => e.Type == HubTopology.NoticeRaised));
    }

    [Fact]
    public async Task Two_breaches_that_one_desk_must_chase_are_chased_both()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due), NoticeFlow.Draft("ppd:camden", Due, NoticeKind.AgeConflict));
        foreach (var notice in flow.Notices.ToList())
        {
            await flow.StrikeAsync(HubTopology.NoticeDue, notice.Id);
        }

        Assert.Equal(2, flow.Notices.Count(n => n.Kind == NoticeKind.DeadlineBreached));
    }

    [Fact]
    public async Task A_notice_that_nobody_chases_is_breached_without_another()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due, escalateTo: null));
        await flow.StrikeAsync(HubTopology.NoticeDue);
        Assert.NotNull(Assert.Single(flow.Notices).BreachedAt);
    }

    [Fact]
    public async Task A_change_made_meanwhile_by_others_is_kept()
    {
        var flow = await RaisedAsync();
        var officer = flow.Notices[0] with { State = NoticeState.Acknowledged, AcknowledgedAt = A.Moment, AcknowledgedBy = NoticeFlow.Officer };
        flow.Store.Meanwhile = () => flow.Store.Change(flow.File.Id, c => c with { Notices = [officer] });
        await flow.StrikeAsync(HubTopology.NoticeDue);

        Assert.Equal(officer, Assert.Single(flow.Notices));
    }

    [Theory]
    [InlineData("unknown-event-type", "hub.notice.raised.v2", null, null)]
    [InlineData("message-unreadable", null, null, "{}")]
    [InlineData("message-unreadable", null, null, "[]")]
    [InlineData("message-unreadable", null, null, """{"notice":7}""")]
    [InlineData("message-unreadable", null, null, """{"notice":"\ud800"}""")]
    [InlineData("message-unreadable", null, "no-case", null)]
    [InlineData("case-unknown", null, "00000000-0000-8000-8000-000000000000", null)]
    [InlineData("notice-unknown", null, null, """{"notice":"00000000000080008000000000000000-1234567812345678"}""")]
    public async Task An_event_that_can_never_be_worked_on_fails_for_good(string code, string? type, string? subject, string? data)
    {
        var flow = await RaisedAsync();
        CloudEvent Odd(string right)
        {
            var happened = flow.Event(type ?? right);
            return happened with { Subject = subject ?? happened.Subject, Data = data is null ? happened.Data : A.Json(data) };
        }

        Assert.Equal(code, (await Assert.ThrowsAsync<PermanentFailureException>(() => flow.Delivery.DeliverAsync(Odd(HubTopology.NoticeRaised), default))).Code);
        Assert.Equal(code, (await Assert.ThrowsAsync<PermanentFailureException>(() => flow.Clock.OnTimeAsync(Odd(HubTopology.NoticeDue), default))).Code);
    }
}
