using Hub.Auditing;
using Hub.Cases;
using Hub.Notices;
using Hub.Places;
using Hub.Testing;

namespace Hub.Tests.Notices;

public sealed class NoticeRaisingTests
{
    private static readonly DateTimeOffset Due = A.Moment.AddHours(23);

    [Fact]
    public async Task A_notice_is_raised_with_an_event_to_deliver_it_and_two_to_keep_its_clock()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due));

        var notice = Assert.Single(flow.Notices);
        Assert.Equal((NoticeState.Raised, A.Moment, Due), (notice.State, notice.RaisedAt, notice.Due));
        Assert.Equal(["notice.raised"], flow.Actions);
        Assert.Equal(
            [(HubTopology.NoticeRaised, null), (HubTopology.NoticeWarnDue, Due.AddHours(-4)), (HubTopology.NoticeDue, Due)],
            flow.Store.Events.Select(e => (e.Type, e.NotBefore)));
        Assert.All(flow.Store.Events, e =>
        {
            Assert.Equal(("notices", flow.File.Id), (e.Topic, e.Case));
            Assert.Equal(["camden", "arrest", "normal", "yot:camden"], Assert.Single(e.Copies).Properties.Values);
            Assert.Equal(notice.Id, Assert.Single(e.Copies).Data.GetProperty("notice").GetString());
        });
    }

    [Fact]
    public async Task A_notice_without_a_due_time_has_no_clock()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft());
        Assert.Equal([HubTopology.NoticeRaised], flow.Store.Events.Select(e => e.Type));
    }

    [Fact]
    public async Task Raising_the_same_again_changes_nothing()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due), NoticeFlow.Draft(due: Due));
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due));

        Assert.Single(flow.Notices);
        Assert.Equal(["notice.raised"], flow.Actions);
        Assert.All(flow.Store.Events, e => Assert.Single(e.Copies));
        Assert.Single(flow.Store.Commits);
    }

    [Fact]
    public async Task The_events_of_one_case_have_ids_of_their_own_however_many_are_raised_at_one_moment()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due), NoticeFlow.Draft("yot:kent", Due.AddMilliseconds(1)), NoticeFlow.Draft("yot:brent", A.Moment));
        await flow.RaiseAsync(NoticeFlow.Draft("yot:barnet", Due));

        var ids = flow.Store.Commits.SelectMany(c => c.Events).Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(9, ids.Count);
    }

    [Fact]
    public void Raising_on_the_same_case_gives_the_same_events()
    {
        Assert.Equal(Ids(), Ids());

        static IEnumerable<string> Ids()
        {
            var edit = new CaseEdit(A.Case(), Actor.Hub, A.Moment);
            NoticeRaising.Raise(edit, [NoticeFlow.Draft(due: Due), NoticeFlow.Draft("yot:kent", Due)]);
            return [.. edit.ToCommit().Events.Select(e => e.Id)];
        }
    }

    [Fact]
    public async Task A_report_that_comes_after_its_notice_was_due_is_breached_on_arrival_and_says_so()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(due: A.Moment));

        var late = flow.Of(NoticeKind.Arrest);
        Assert.Equal((A.Moment, NoticePriority.Urgent), (late.BreachedAt, late.Priority));
        Assert.Equal(["notice.raised", "notice.breached", "notice.raised"], flow.Actions);
        Assert.Contains("reached the hub after", flow.Store.Audit[1].Description, StringComparison.Ordinal);
        var chase = flow.Of(NoticeKind.DeadlineBreached);
        Assert.Equal(("ppd:camden", NoticePriority.Urgent), (chase.Recipient, chase.Priority));
        Assert.Contains("reached the hub after", chase.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(flow.Store.Events, e => e.NotBefore is not null);
    }

    [Fact]
    public async Task A_notice_raised_late_for_a_report_that_came_in_time_does_not_blame_the_sender()
    {
        var flow = new NoticeFlow();
        flow.Time.Advance(TimeSpan.FromDays(2));
        await flow.RaiseAsync(NoticeFlow.Draft(due: Due));

        Assert.Equal(Due, flow.Of(NoticeKind.Arrest).BreachedAt);
        Assert.DoesNotContain("reached the hub after", flow.Store.Audit[1].Description, StringComparison.Ordinal);
        Assert.DoesNotContain("reached the hub after", flow.Of(NoticeKind.DeadlineBreached).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_late_notices_that_one_desk_must_chase_are_chased_both()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync(NoticeFlow.Draft(due: A.Moment), NoticeFlow.Draft("yot:kent", A.Moment));

        Assert.Equal(
            flow.Notices.Where(n => n.Kind == NoticeKind.Arrest).Select(n => n.Id).Order(),
            flow.Notices.Where(n => n.Kind == NoticeKind.DeadlineBreached).Select(n => n.Content.GetProperty("notice").GetString()!).Order());
    }

    [Fact]
    public async Task Forty_recipients_with_a_clock_fit_one_commit_of_three_events()
    {
        var flow = new NoticeFlow();
        await flow.RaiseAsync([.. AuthorityDirectory.Default.All.Take(40).Select(a => NoticeFlow.Draft(Recipient.Yot(a.Id), Due))]);

        var commit = Assert.Single(flow.Store.Commits);
        Assert.InRange(commit.ItemCount, 80, CommitLimits.MaxItems);
        Assert.Equal(3, commit.Events.Length);
        Assert.All(commit.Events, e => Assert.Equal(40, e.Copies.Select(c => c.Key).Distinct().Count()));
    }

    [Fact]
    public void No_two_notices_of_one_case_share_an_id()
    {
        string[] kinds = [NoticeKind.Arrest, NoticeKind.ChildAtRisk, NoticeKind.MissingChildLocated, NoticeKind.CarePlanArrest, NoticeKind.ResidenceUnknown, NoticeKind.MatchReview, NoticeKind.AgeConflict, NoticeKind.DeadlineBreached];
        var recipients = AuthorityDirectory.Default.All
            .SelectMany(a => new[] { Recipient.Yot(a.Id), Recipient.Ppd(a.Id), Recipient.ChildrensServices(a.Id) })
            .Append(Recipient.Compass)
            .ToList();
        var ids = kinds.SelectMany(kind => recipients.Select(recipient => NoticeId.For(A.Case().Id, kind, recipient))).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(NoticeId.TryGetCase(id, out var found) && found == A.Case().Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zz345678901234567890123456789012-1234567812345678")]
    [InlineData("12345678901234567890123456789012_12345678")]
    public void What_is_no_notice_id_names_no_case(string? id) => Assert.False(NoticeId.TryGetCase(id, out _));
}
