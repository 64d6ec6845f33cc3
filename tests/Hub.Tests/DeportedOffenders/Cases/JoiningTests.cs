using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Messaging;
using Hub.Notices;
using Hub.Testing;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>Which case an alert comes into, and what becomes of a case whose alerts go.</summary>
public sealed class JoiningTests
{
    private readonly CaseWorld world = new();

    private CaseId Second => DeportedOffenderCase.IdOf(world.Nominal.Id, 2);

    [Fact]
    public async Task Two_senders_of_one_person_have_one_case_and_the_same_again_changes_nothing()
    {
        var alert = world.Alert();
        Assert.Equal(world.Id, await world.JoinAsync(alert));
        Assert.Equal(world.Id, await world.JoinAsync(world.Alert(sender: "charity")));
        var head = world.File.AuditHead;

        await world.JoinAsync(alert);
        await world.StandAsync(alert, AlertStanding.Live);

        Assert.Equal((head, 2), (world.File.AuditHead, world.State.Revision));
        Assert.Equal("Rape", Assert.Single(world.Facts.Convictions).Offence);
    }

    [Fact]
    public async Task Two_alerts_at_once_open_one_case()
    {
        var other = world.Alert(sender: "charity");
        world.Store.Meanwhile = () => Assert.True(world.Cases.JoinAsync(world.Nominal, other, default).IsCompletedSuccessfully);
        await world.JoinAsync(world.Alert());

        Assert.Equal(2, world.State.Alerts.Length);
        Assert.Null(await world.Cases.ReadAsync(Second, default));
    }

    [Fact]
    public async Task Who_comes_back_after_the_case_was_closed_has_another_that_knows_of_the_first()
    {
        var first = world.Alert();
        await world.JoinAsync(first);
        await world.DecidedAsync(DecisionOutcomes.NoFurtherAction);
        await world.MoveAsync(MoveName.Close);
        Assert.Equal(world.Id, await world.JoinAsync(first));

        Assert.Equal(Second, await world.JoinAsync(world.Alert("2027-03-01T10:00")));
        Assert.Equal(world.Id.ToString(), world.Store.Audit.Single(a => a.Action == "case.opened" && a.About.ContainsKey("before")).About["before"]);
        Assert.All(world.Store[Second].Notices.Where(n => n.Kind == NoticeKind.DeportedOffender), n => Assert.Equal(world.Id.ToString(), n.Content.GetProperty("before").GetString()));

        var notices = world.File.Notices.Select(n => (n.Id, n.State)).ToList();
        await world.StandAsync(first, AlertStanding.Withdrawn);
        Assert.Equal(AlertStanding.Withdrawn, Assert.Single(world.State.Alerts).Standing);
        Assert.Equal(notices, world.File.Notices.Select(n => (n.Id, n.State)));
    }

    [Fact]
    public async Task A_case_closed_while_an_alert_is_on_its_way_gets_a_next()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync(DecisionOutcomes.NoFurtherAction);
        world.Store.Meanwhile = () => Assert.True(world.MoveAsync(MoveName.Close).IsCompletedSuccessfully);

        Assert.Equal(Second, await world.JoinAsync(world.Alert("2027-03-01T10:00")));
    }

    [Fact]
    public async Task A_case_left_without_an_alert_is_a_senior_officers_to_close()
    {
        var alert = world.Alert();
        await world.JoinAsync(alert);
        await world.DecidedAsync();
        Assert.Equal(["An alert still counts. Decide that there is no further action instead."], await world.MissingAsync(MoveName.CloseUnfounded));

        await world.StandAsync(alert, AlertStanding.NotThisPerson);

        Assert.Equal(["decision-needed supervisors"], world.Standing);
        Assert.Equal(["border-liaison", "jigsaw", "jigsaw:camden", "probation"], world.File.Notices.Where(n => n.Kind == NoticeKind.NoticeWithdrawn).Select(n => n.Recipient).Order());
        Assert.NotNull(world.State.NextLook);
        await world.ForAsync(TimeSpan.FromHours(72));
        Assert.Contains("step-overdue supervisors", world.Standing);
        Assert.IsType<MoveOutcome.NotYours>(await world.TryAsync(MoveName.CloseUnfounded, by: CaseWorld.Officer));
        await world.MoveAsync(MoveName.CloseUnfounded);
        Assert.Empty(world.Standing);
    }

    [Fact]
    public async Task An_alert_that_comes_back_counts_again_with_all_that_was_done()
    {
        var alert = world.Alert();
        await world.JoinAsync(alert);
        await world.DecidedAsync();
        await world.StandAsync(alert, AlertStanding.NotThisPerson);

        await world.JoinAsync(alert);

        Assert.Equal(["arrival-to-meet border-liaison", "deported-offender jigsaw", "deported-offender jigsaw:camden", "offender-returning probation"], world.Standing);
    }

    [Fact]
    public async Task More_alerts_than_anybody_can_read_are_set_aside_for_a_person()
    {
        for (var i = 0; i < DeportedOffenderCase.MaxLiveAlerts; i++)
        {
            await world.JoinAsync(world.Alert());
        }

        var refused = await Assert.ThrowsAsync<PermanentFailureException>(() => world.JoinAsync(world.Alert()));
        Assert.Equal("too-many-alerts", refused.Code);
        Assert.Equal(DeportedOffenderCase.MaxLiveAlerts, world.State.Alerts.Length);

        await world.StandAsync(world.State.Alerts[0], AlertStanding.Withdrawn);
        await world.JoinAsync(world.Alert());
    }

    [Fact]
    public async Task What_is_no_case_of_a_deported_offender_is_none()
    {
        world.Store.Add(A.Case());
        Assert.Null(await world.Cases.ReadAsync(A.Case().Id, default));
        Assert.IsType<MoveOutcome.Unknown>(await world.Cases.MoveAsync(A.Case().Id, new MoveRequest(MoveName.Close, 1, "Why.", null), CaseWorld.Senior, Hub.Identity.Role.Supervisor, default));
        await Assert.ThrowsAsync<PermanentFailureException>(() => world.Cases.LookAsync(A.Case().Id, CaseWorld.Start, default));
    }
}
