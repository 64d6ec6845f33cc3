using Hub.Auditing;
using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Cases;
using Hub.Notices;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>Cases from the first alert to their end.</summary>
public sealed class CaseLifeTests
{
    private readonly CaseWorld world = new();

    private string? Board => world.File.Board;

    [Fact]
    public async Task A_case_goes_from_alert_to_close_with_everybody_told()
    {
        await world.JoinAsync(world.Alert());
        Assert.Equal(["decision-needed supervisors", "deported-offender jigsaw", "deported-offender jigsaw:camden"], world.Standing);
        Assert.Equal((DeportedOffenderCase.Sort, world.Facts.Lands), (Board, world.File.BoardAt));

        await world.DecidedAsync(DecisionOutcomes.NotificationOrder);
        Assert.Equal(["arrival-to-meet border-liaison", "deported-offender jigsaw", "deported-offender jigsaw:camden", "offender-returning probation"], world.Standing);

        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan(), CaseWorld.Officer);
        Assert.Contains("PC 123", Assert.Single(world.Of(NoticeKind.ArrivalToMeet)).Content.GetRawText(), StringComparison.Ordinal);

        await world.UntilAsync(world.Facts.Lands!.Value.AddMinutes(20));
        Assert.Empty(world.Of(NoticeKind.StepOverdue));
        await world.MoveAsync(MoveName.Meet, world.Meeting("done"), CaseWorld.Officer);
        await world.MoveAsync(MoveName.RecordVisor, new { reference = "V-123" }, CaseWorld.Officer);
        await world.MoveAsync(MoveName.ReferMappa, new { category = 1, level = 2 }, CaseWorld.Officer);
        Assert.Equal("mappa-coordinator", Assert.Single(world.Of(NoticeKind.MappaReferral)).Recipient);
        await world.MoveAsync(MoveName.Close, by: CaseWorld.Officer);

        Assert.Equal((CaseState.Closed, null, null, null), (world.State.State, world.State.NextLook, Board, world.File.BoardAt));
        Assert.Equal(
            ["research-complete", "decide", "plan", "meet", "record-visor", "refer-mappa", "close"],
            world.State.Moves.Select(m => m.Move));
        Assert.Null(AuditChain.FirstBreak(await world.Store.ReadAuditAsync(world.Id, default), world.File.AuditHead));
    }

    [Fact]
    public async Task No_further_action_tells_nobody_to_meet_anybody_and_needs_nothing_more_to_close()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync(DecisionOutcomes.NoFurtherAction);

        Assert.DoesNotContain(world.Notices, n => n.Kind is NoticeKind.ArrivalToMeet or NoticeKind.OffenderReturning);
        Assert.Equal(["The senior officer must have decided to manage the person on return; no further action, or nothing yet, is decided."],
            await world.MissingAsync(MoveName.Plan, CaseWorld.Plan()));
        await world.MoveAsync(MoveName.Close);

        Assert.False(world.State.IsOpen);
    }

    [Fact]
    public async Task A_decision_changed_to_no_further_action_takes_back_what_others_were_asked()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());

        await world.MoveAsync(MoveName.Decide, new { outcome = DecisionOutcomes.NoFurtherAction });

        Assert.Equal(["deported-offender jigsaw", "deported-offender jigsaw:camden"], world.Standing);
        Assert.Equal(
            ["border-liaison", "probation"],
            world.File.Notices.Where(n => n.Kind == NoticeKind.NoticeWithdrawn).Select(n => n.Recipient).Order());
        Assert.Equal(CaseState.Planned, world.State.State);
    }

    [Fact]
    public async Task Whoever_lands_at_Gatwick_is_met_by_Sussex_who_sees_what_police_see()
    {
        await world.JoinAsync(world.Alert(port: "LGW"));
        Assert.Contains("deported-offender force:sussex", world.Standing);
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan(port: "Gatwick", officers: []));

        Assert.DoesNotContain(world.Notices, n => n.Recipient == Recipient.BorderLiaison);
        var notice = Assert.Single(world.Of(NoticeKind.ArrivalToMeet));
        Assert.Equal("force:sussex", notice.Recipient);
        Assert.True(notice.Content.TryGetProperty("convictions", out _));
        Assert.Equal("sussex", world.State.Moves[^1].Details!.Value.GetProperty("force").GetString());

        Assert.Equal(["$.force unknown-force"], world.Read(MoveName.Transfer, new { force = "metropolitan" }).Errors);
        await world.MoveAsync(MoveName.Transfer, new { force = "sussex" });
        Assert.False(world.State.IsOpen);
    }

    [Fact]
    public async Task Who_was_not_on_the_flight_has_no_clock_until_another_arrival_is_known()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        await world.UntilAsync(world.Facts.Lands!.Value.AddHours(1));

        await world.MoveAsync(MoveName.NotOnFlight, by: CaseWorld.Officer);
        Assert.Equal((CaseState.Decided, null, Start(24)), (world.State.State, world.Facts.Lands, world.State.NextLook));
        Assert.Contains(world.File.Notices, n => n.Kind == NoticeKind.NoticeWithdrawn && n.Recipient == Recipient.BorderLiaison);

        await world.JoinAsync(world.Alert(sender: "charity"));
        Assert.Null(world.Facts.Lands);

        await world.JoinAsync(world.Alert("2026-11-20T18:00", flight: "BA11"));
        Assert.Equal(CaseWorld.Lands("2026-11-20T18:00").Earliest, world.Facts.Lands);
        Assert.Equal(world.Facts.Lands!.Value.AddHours(-72), world.State.NextLook);
        Assert.Contains("arrival-to-meet border-liaison", world.Standing);

        DateTimeOffset? Start(int hours) => world.Time.GetUtcNow().AddHours(hours);
    }

    [Fact]
    public async Task Who_landed_and_was_missed_stays_with_everybody_until_found()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        Assert.Equal(["The person has not landed yet by what is known of the arrival."], await world.MissingAsync(MoveName.Missed));
        await world.UntilAsync(world.Facts.Lands!.Value.AddHours(1));

        await world.MoveAsync(MoveName.Missed, by: CaseWorld.Officer);
        Assert.Equal(["jigsaw", "jigsaw:camden", "supervisors"], world.Of(NoticeKind.ArrivalMissed).Select(n => n.Recipient).Order());
        Assert.All(world.Of(NoticeKind.ArrivalMissed), n => Assert.Equal(NoticePriority.Urgent, n.Priority));
        Assert.NotNull(world.State.NextLook);

        await world.ForAsync(TimeSpan.FromDays(2));
        await world.MoveAsync(MoveName.Meet, world.Meeting());
        Assert.Equal("met", world.State.State);
        Assert.Empty(world.Of(NoticeKind.ArrivalMissed));
    }

    [Fact]
    public async Task Housing_is_asked_for_whom_it_is_for_and_the_highest_risk_is_not_closed_without()
    {
        var alert = world.Alert();
        await world.JoinAsync(alert);
        await world.DecidedAsync();
        Assert.Single(await world.MissingAsync(MoveName.ReferHousing, new { needs = "A hostel." }));

        await world.JoinAsync(alert with { Alert = alert.Alert with { IntendedAddress = null, NoFixedAbode = true, RiskLevel = RiskLevel.VeryHigh } });
        Assert.DoesNotContain(world.Notices, n => n.Recipient == Recipient.Jigsaw("camden"));
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        await world.UntilAsync(world.Facts.Lands!.Value);
        await world.MoveAsync(MoveName.Meet, world.Meeting());
        await world.MoveAsync(MoveName.RecordVisor, new { reference = "V-1" });
        await world.MoveAsync(MoveName.ReferMappa, new { category = 1, level = 3 });
        Assert.Equal(["The housing referral is missing: the person has no fixed abode, and the risk is the highest."], await world.MissingAsync(MoveName.Close));

        await world.MoveAsync(MoveName.ReferHousing, new { needs = "A hostel." });
        Assert.Equal(["housing", "probation"], world.Of(NoticeKind.HousingReferral).Select(n => n.Recipient).Order());
        await world.MoveAsync(MoveName.Close);
    }
}
