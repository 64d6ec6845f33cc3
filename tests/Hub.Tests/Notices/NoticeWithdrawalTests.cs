using Hub.Notices;
using Hub.Testing;

namespace Hub.Tests.Notices;

public sealed class NoticeWithdrawalTests
{
    private static readonly DateTimeOffset Due = A.Moment.AddHours(23);

    private static async Task<NoticeFlow> RaisedAsync(NoticeDraft? draft = null)
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(draft ?? NoticeFlow.Draft(due: Due));
        return flow;
    }

    [Fact]
    public async Task A_notice_on_its_way_is_withdrawn_without_a_word_and_is_not_delivered()
    {
        var flow = await RaisedAsync();
        await flow.WithdrawAsync(flow.Notices[0]);
        await flow.PassAsync(TimeSpan.FromDays(2));

        var notice = Assert.Single(flow.Notices);
        Assert.Equal((NoticeState.Withdrawn, A.Moment, "It was a mistake."), (notice.State, notice.WithdrawnAt, notice.WithdrawnBecause));
        Assert.Equal((null, null, null), (notice.DeliveredAt, notice.WarnedAt, notice.BreachedAt));
        Assert.Equal(["notice.raised", "notice.withdrawn"], flow.Actions);
        Assert.Equal("arrest notice for yot:camden withdrawn. It was a mistake.", flow.Store.Audit[^1].Description);
    }

    [Fact]
    public async Task A_planned_notice_is_withdrawn_without_a_word_and_never_raised()
    {
        var flow = await RaisedAsync(NoticeFlow.Draft(due: Due, notBefore: A.Moment.AddHours(1)));
        await flow.WithdrawAsync(flow.Notices[0]);
        await flow.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal((NoticeState.Withdrawn, null), (Assert.Single(flow.Notices).State, flow.Notices[0].RaisedAt));
        Assert.Equal(["notice.planned", "notice.withdrawn"], flow.Actions);
        Assert.Single(flow.Arrived);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_has_it_in_the_inbox_is_told_to_disregard_it(bool acknowledged)
    {
        var flow = await RaisedAsync();
        await flow.PassAsync();
        if (acknowledged)
        {
            await flow.Acknowledgement.AcknowledgeAsync(flow.Notices[0].Id, NoticeFlow.Officer, default);
        }

        await flow.WithdrawAsync(flow.Notices[0]);
        await flow.PassAsync(TimeSpan.FromDays(2));

        var withdrawn = flow.Of(NoticeKind.Arrest);
        Assert.Equal((NoticeState.Withdrawn, (DateTimeOffset?)A.Moment, null), (withdrawn.State, withdrawn.DeliveredAt, withdrawn.BreachedAt));
        var told = flow.Of(NoticeKind.NoticeWithdrawn);
        Assert.Equal(("yot:camden", NoticePriority.Urgent, NoticeState.Delivered, (DateTimeOffset?)null), (told.Recipient, told.Priority, told.State, told.Due));
        Assert.Equal(("Disregard: Child arrested", "A notice you have no longer holds. It was a mistake."), (told.Title, told.Reason));
        Assert.Equal($$"""{"notice":"{{withdrawn.Id}}","kind":"arrest","why":"It was a mistake."}""", told.Content.ToString());
        Assert.Equal(2, flow.Notices.Count);
    }

    [Fact]
    public async Task Withdrawing_twice_does_nothing_more()
    {
        var flow = await RaisedAsync();
        await flow.PassAsync();
        var asRead = flow.Notices[0];
        await flow.EditAsync(edit =>
        {
            NoticeWithdrawal.Withdraw(edit, asRead, "First.");
            NoticeWithdrawal.Withdraw(edit, asRead, "Second.");
        });
        await flow.WithdrawAsync(asRead, "Third.");

        Assert.Equal("First.", flow.Of(NoticeKind.Arrest).WithdrawnBecause);
        Assert.Equal(["notice.raised", "notice.delivered", "notice.withdrawn", "notice.raised"], flow.Actions);
    }

    [Fact]
    public async Task Delivered_while_it_is_being_withdrawn_it_is_withdrawn_and_its_recipient_told()
    {
        var flow = await RaisedAsync();
        flow.Store.Meanwhile = () => flow.Delivery.DeliverAsync(flow.Event(HubTopology.NoticeRaised), default).GetAwaiter().GetResult();
        await flow.WithdrawAsync(flow.Notices[0]);

        Assert.Equal(["notice.raised", "notice.delivered", "notice.withdrawn", "notice.raised"], flow.Actions);
        Assert.Equal(NoticeState.Withdrawn, flow.Of(NoticeKind.Arrest).State);
        Assert.Equal(NoticeState.Raised, flow.Of(NoticeKind.NoticeWithdrawn).State);
    }

    [Fact]
    public async Task Withdrawn_while_it_is_being_delivered_it_stays_withdrawn()
    {
        var flow = await RaisedAsync();
        flow.Store.Meanwhile = () => flow.WithdrawAsync(flow.Notices[0]).GetAwaiter().GetResult();
        await flow.PassAsync();

        Assert.Equal((NoticeState.Withdrawn, null), (Assert.Single(flow.Notices).State, flow.Notices[0].DeliveredAt));
    }

    [Fact]
    public async Task Withdrawn_while_it_is_being_raised_as_planned_it_stays_withdrawn()
    {
        var flow = await RaisedAsync(NoticeFlow.Draft(notBefore: A.Moment.AddHours(1)));
        flow.Store.Meanwhile = () => flow.WithdrawAsync(flow.Notices[0]).GetAwaiter().GetResult();
        await flow.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal((NoticeState.Withdrawn, null), (Assert.Single(flow.Notices).State, flow.Notices[0].RaisedAt));
    }

    [Fact]
    public async Task An_acknowledgement_of_a_withdrawn_notice_is_answered_with_the_notice_as_it_is()
    {
        var flow = await RaisedAsync();
        await flow.WithdrawAsync(flow.Notices[0]);
        var withdrawn = flow.Notices[0];

        Assert.Equal(withdrawn, await flow.Acknowledgement.AcknowledgeAsync(withdrawn.Id, NoticeFlow.Officer, default));
        Assert.Equal(["notice.raised", "notice.withdrawn"], flow.Actions);
    }

    [Fact]
    public async Task Escalations_still_open_are_withdrawn_with_it_and_one_acknowledged_stays()
    {
        var flow = await RaisedAsync();
        await flow.PassAsync(TimeSpan.FromHours(20));
        await flow.Acknowledgement.AcknowledgeAsync(flow.Of(NoticeKind.DeadlineNear).Id, NoticeFlow.Officer, default);
        await flow.PassAsync(TimeSpan.FromHours(4));
        await flow.WithdrawAsync(flow.Of(NoticeKind.Arrest));

        Assert.Equal(NoticeState.Acknowledged, flow.Of(NoticeKind.DeadlineNear).State);
        Assert.Equal((NoticeState.Withdrawn, "It was a mistake."), (flow.Of(NoticeKind.DeadlineBreached).State, flow.Of(NoticeKind.DeadlineBreached).WithdrawnBecause));
        Assert.Equal(["yot:camden", "ppd:camden"], flow.Notices.Where(n => n.Kind == NoticeKind.NoticeWithdrawn).Select(n => n.Recipient));
    }

    [Fact]
    public async Task Escalations_over_other_notices_stay()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due), NoticeFlow.Draft("yot:kent", Due));
        await flow.PassAsync(TimeSpan.FromHours(24));
        var kent = flow.Of(NoticeKind.Arrest, "yot:kent");
        await flow.WithdrawAsync(flow.Of(NoticeKind.Arrest, "yot:camden"));

        Assert.Equal(2, flow.Notices.Count(n => n.Kind is NoticeKind.DeadlineNear or NoticeKind.DeadlineBreached && n.IsOpen));
        Assert.All(flow.Notices.Where(n => n.Kind is NoticeKind.DeadlineNear or NoticeKind.DeadlineBreached && n.IsOpen), n => Assert.Equal(kent.Id, n.Content.GetProperty("notice").GetString()));
    }

    [Fact]
    public async Task It_keeps_its_content_unless_another_is_given()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(), NoticeFlow.Draft("yot:kent"));
        await flow.WithdrawAsync(flow.Notices[0]);
        await flow.WithdrawAsync(flow.Notices[1], content: A.Json("""{"redacted":true}"""));

        Assert.Equal(["""{"age":14}""", """{"redacted":true}"""], flow.Notices.Select(n => n.Content.ToString()));
    }

    [Fact]
    public async Task After_a_withdrawal_the_same_draft_makes_a_new_notice_and_once_more_nothing()
    {
        var flow = await RaisedAsync();
        for (var turn = 2; turn <= 3; turn++)
        {
            await flow.WithdrawAsync(flow.Notices[^1]);
            await flow.RaiseAsync(NoticeFlow.Draft(due: Due), NoticeFlow.Draft(due: Due));
            await flow.RaiseAsync(NoticeFlow.Draft(due: Due));

            Assert.Equal(turn, flow.Notices.Select(n => n.Id).Distinct().Count());
            Assert.Equal(NoticeId.For(flow.File.Id, NoticeKind.Arrest, "yot:camden", null, turn), Assert.Single(flow.Notices, n => n.IsOpen).Id);
        }

        await flow.PassAsync();
        Assert.Equal([NoticeState.Withdrawn, NoticeState.Withdrawn, NoticeState.Delivered], flow.Notices.Select(n => n.State));
    }

    [Fact]
    public async Task A_notice_raised_again_and_withdrawn_again_is_disregarded_again()
    {
        var flow = await RaisedAsync();
        await flow.PassAsync();
        await flow.WithdrawAsync(flow.Of(NoticeKind.Arrest));
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due));
        await flow.PassAsync();
        await flow.WithdrawAsync(flow.Notices[^1]);

        Assert.Equal(2, flow.Notices.Count(n => n.Kind == NoticeKind.NoticeWithdrawn));
    }
}
