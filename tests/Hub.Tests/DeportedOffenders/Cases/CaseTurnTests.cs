using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Cases;
using Hub.Notices;
using Hub.Persons;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>What comes after officers believed they were done: a case is not lost by it.</summary>
public sealed class CaseTurnTests
{
    private readonly CaseWorld world = new();

    [Theory]
    [InlineData(CaseState.Decided)]
    [InlineData(CaseState.Planned)]
    public async Task An_alert_after_no_further_action_was_decided_is_a_senior_officers_to_decide_on(string from)
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        if (from == CaseState.Planned)
        {
            await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        }

        await world.MoveAsync(MoveName.Decide, new { outcome = DecisionOutcomes.NoFurtherAction });
        Assert.Empty(world.Of(NoticeKind.DecisionNeeded));

        await world.JoinAsync(world.Alert(sender: "charity", flight: "BA11"));

        Assert.Equal(("researched", "decision-lapsed"), (world.State.State, world.State.Moves[^1].Move));
        Assert.Equal("hub", world.State.Moves[^1].By.Id);
        Assert.Contains("An alert came in after no further action was decided", Assert.Single(world.Of(NoticeKind.DecisionNeeded)).Reason, StringComparison.Ordinal);
        Assert.Contains("The senior officer's decision is missing.", await world.MissingAsync(MoveName.Close, by: CaseWorld.Officer));
        await world.MoveAsync(MoveName.Decide, new { outcome = DecisionOutcomes.NoFurtherAction });
        await world.MoveAsync(MoveName.Close, by: CaseWorld.Officer);
        Assert.False(world.State.IsOpen);
    }

    [Fact]
    public async Task An_alert_after_another_decision_leaves_it()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();

        await world.JoinAsync(world.Alert(sender: "charity"));

        Assert.Equal(CaseState.Decided, world.State.State);
        Assert.Empty(world.Of(NoticeKind.DecisionNeeded));
    }

    [Theory]
    [InlineData("met")]
    [InlineData("recorded")]
    [InlineData("referred")]
    public async Task Who_was_never_met_and_is_said_to_come_again_is_planned_for_again(string until)
    {
        await UnmetAsync();
        if (until != "met")
        {
            await world.MoveAsync(MoveName.RecordVisor, new { reference = "V-123" });
        }

        if (until == "referred")
        {
            await world.MoveAsync(MoveName.ReferMappa, new { category = 1, level = 2 });
        }

        Assert.Equal(until, world.State.State);

        await world.JoinAsync(world.Alert("2026-11-20T18:00", flight: "BA11"));

        Assert.Equal((CaseState.Decided, MoveName.ArrivalChanged), (world.State.State, world.State.Moves[^1].Move));
        Assert.Equal(CaseWorld.Lands("2026-11-20T18:00").Earliest, world.Facts.Lands);
        Assert.Equal(world.Facts.Lands!.Value.AddHours(-72), world.State.NextLook);
        Assert.Contains("arrival-to-meet border-liaison", world.Standing);
        Assert.Empty(world.Of(NoticeKind.ArrivalMissed));
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan("2026-11-20T18:00", flight: "BA11"));
        await world.UntilAsync(world.Facts.Lands!.Value.AddHours(1));
        await world.MoveAsync(MoveName.Meet, world.Meeting());
        Assert.Equal("met", world.State.State);
    }

    [Fact]
    public async Task Whoever_looks_for_somebody_is_not_told_to_stop_as_the_case_goes_on_without()
    {
        await UnmetAsync();

        Assert.Equal(["jigsaw", "jigsaw:camden", "supervisors"], world.Of(NoticeKind.ArrivalMissed).Select(n => n.Recipient).Order());
        Assert.DoesNotContain(world.File.Notices, n => n.Kind == NoticeKind.NoticeWithdrawn && n.Title.Contains("not met", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_force_that_takes_a_case_over_is_told_and_chased()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();

        await world.MoveAsync(MoveName.Transfer, new { force = "kent" });

        Assert.False(world.State.IsOpen);
        var told = Assert.Single(world.Of(NoticeKind.DeportedOffender), n => n.Recipient == "force:kent");
        Assert.Equal((NoticeState.Delivered, Recipient.Supervisors, world.Time.GetUtcNow().AddHours(24)), (told.State, told.EscalateTo, told.Due!.Value));
        Assert.True(told.Content.TryGetProperty("convictions", out _));
        await world.ForAsync(TimeSpan.FromHours(25));
        Assert.Contains(world.File.Notices, n => n.Kind == NoticeKind.DeadlineBreached && n.Recipient == Recipient.Supervisors);
    }

    [Fact]
    public async Task Housing_hears_that_nothing_is_needed_any_more_once_an_address_is_known()
    {
        await world.JoinAsync(Homeless(world.Alert()));
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.ReferHousing, new { needs = "A hostel." });
        Assert.Equal(["housing", "probation"], world.Of(NoticeKind.HousingReferral).Select(n => n.Recipient).Order());

        await world.ForAsync(TimeSpan.FromHours(1));
        await world.JoinAsync(world.Alert());

        Assert.Empty(world.Of(NoticeKind.HousingReferral));
        Assert.Equal(["housing", "probation"], world.File.Notices.Where(n => n.Kind == NoticeKind.NoticeWithdrawn).Select(n => n.Recipient).Order());
    }

    [Fact]
    public async Task The_hour_one_sender_knows_is_told_where_another_or_the_plan_says_only_the_day()
    {
        await world.JoinAsync(world.Alert("2026-11-10"));
        await world.JoinAsync(world.Alert("2026-11-10T18:00", sender: "charity"));
        await world.JoinAsync(world.Alert("2026-11-10T06:15", sender: "authority"));
        Assert.Equal(CaseWorld.Lands("2026-11-10T06:15"), world.Facts.Arrival!.Lands);

        foreach (var alert in world.State.Alerts.Skip(1))
        {
            await world.StandAsync(alert, AlertStanding.Withdrawn);
        }

        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan("2026-11-10"));
        Assert.Equal(CaseWorld.Lands("2026-11-10"), world.Facts.Arrival!.Lands);

        await world.JoinAsync(world.Alert("2026-11-10T23:40"));

        Assert.Equal((CaseState.Planned, CaseWorld.Lands("2026-11-10T23:40")), (world.State.State, world.Facts.Arrival!.Lands));
        Assert.Equal(world.Facts.Lands!.Value.AddHours(-72), world.State.NextLook);
        Assert.Contains("23:40", Assert.Single(world.Of(NoticeKind.ArrivalToMeet)).Content.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_central_team_is_asked_which_borough_where_the_address_does_not_tell()
    {
        var alert = world.Alert();
        await world.JoinAsync(alert with { Alert = alert.Alert with { IntendedAddress = new Address { Postcode = "NW5 2HS" } } });

        var told = Assert.Single(world.Of(NoticeKind.DeportedOffender));
        Assert.Equal(Recipient.CentralJigsaw, told.Recipient);
        Assert.EndsWith("Which borough the address is in cannot be told from the alerts: find out, and tell that team.", told.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_met_and_is_deported_again_before_the_case_is_closed_has_another_case()
    {
        await MetAsync();

        var again = await world.JoinAsync(world.Alert("2026-12-20T18:00", flight: "BA11"));
        var late = await world.JoinAsync(world.Alert(sender: "charity"));

        Assert.Equal(DeportedOffenderCase.IdOf("N-1", 2), again);
        var state = (await world.Cases.ReadAsync(again, default))!;
        Assert.Equal((CaseState.Received, CaseWorld.Lands("2026-12-20T18:00")), (state.State, world.Cases.Facts(state).Arrival!.Lands));
        Assert.Equal(world.Cases.Facts(state).Lands!.Value.AddHours(-72), state.NextLook);
        Assert.Equal(world.Id, late);
        Assert.Equal((2, 1), (world.State.Alerts.Length, state.Alerts.Length));
    }

    [Fact]
    public async Task Whom_to_meet_is_nobodys_to_answer_for_once_they_were_met()
    {
        await MetAsync();
        await world.UntilAsync(CaseWorld.Lands("2026-11-12T00:00").Earliest);

        Assert.Empty(world.Of(NoticeKind.ArrivalToMeet));
        Assert.DoesNotContain(world.File.Notices, n => n.Kind is NoticeKind.NoticeWithdrawn or NoticeKind.DeadlineBreached && n.Recipient is Recipient.BorderLiaison);
    }

    [Fact]
    public async Task While_senders_name_two_ports_nobody_at_either_stands_down()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());

        await world.JoinAsync(world.Alert("2026-11-05T06:15", port: "LGW", flight: "EZY1", sender: "charity"));

        Assert.Equal(CaseState.Decided, world.State.State);
        var meet = world.Of(NoticeKind.ArrivalToMeet).OrderBy(n => n.Recipient, StringComparer.Ordinal).ToArray();
        Assert.Equal([Recipient.BorderLiaison, Recipient.Force("sussex")], meet.Select(n => n.Recipient));
        Assert.Equal([CaseWorld.Lands(CaseWorld.InNineDays).Earliest, CaseWorld.Lands("2026-11-05T06:15").Earliest], meet.Select(n => n.Due!.Value));
        Assert.All(meet, n => Assert.Contains("It is not settled: others say", n.Reason, StringComparison.Ordinal));
        Assert.DoesNotContain(world.File.Notices, n => n.Kind == NoticeKind.NoticeWithdrawn);

        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan("2026-11-05T06:15", "LGW", "EZY1"));

        Assert.Equal(Recipient.Force("sussex"), Assert.Single(world.Of(NoticeKind.ArrivalToMeet)).Recipient);
        Assert.Equal(Recipient.BorderLiaison, Assert.Single(world.File.Notices, n => n.Kind == NoticeKind.NoticeWithdrawn).Recipient);
    }

    private async Task MetAsync()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        await world.UntilAsync(world.Facts.Lands!.Value.AddHours(-1));
        await world.MoveAsync(MoveName.Meet, world.Meeting());
    }

    private async Task UnmetAsync()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        await world.UntilAsync(world.Facts.Lands!.Value.AddHours(1));
        await world.MoveAsync(MoveName.Missed);
        await world.MoveAsync(MoveName.ProceedUnmet);
    }

    private static JoinedAlert Homeless(JoinedAlert alert) =>
        alert with { Alert = alert.Alert with { NoFixedAbode = true, IntendedAddress = null, RiskLevel = RiskLevel.VeryHigh } };
}
