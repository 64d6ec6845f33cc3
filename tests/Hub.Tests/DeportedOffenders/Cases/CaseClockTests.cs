using Hub.Auditing;
using Hub.DeportedOffenders.Cases;
using Hub.Notices;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>Who is warned when, and what a changed flight does to it.</summary>
public sealed class CaseClockTests
{
    private CaseWorld world = new();

    private DateTimeOffset Lands => world.Facts.Lands!.Value;

    private string[] Warned => [.. world.Notices.Where(n => n.Kind is NoticeKind.ArrivalNear or NoticeKind.StepOverdue).Select(n => $"{n.Kind} {n.Recipient} {string.Join(",", Missing(n))} {n.Priority}").Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Missing(Notice notice) => notice.Content.GetProperty("missing").EnumerateArray().Select(m => m.GetString()!.Split(' ')[^1]);

    [Fact]
    public void Data_and_code_name_the_same_steps_and_known_kinds()
    {
        Assert.Equal(ClockTable.Default.Steps.Keys, CaseSteps.Names.Order(StringComparer.Ordinal));
        var tells = ClockTable.Default.Strikes.SelectMany(s => s.Tells).ToList();
        Assert.Equal(ClockTable.Default.Steps.Keys, tells.SelectMany(t => t.Steps).Distinct().Order(StringComparer.Ordinal));
        Assert.All(tells, t => Assert.Contains((t.Kind, t.To), new[] { (NoticeKind.ArrivalNear, Recipient.CentralJigsaw), (NoticeKind.StepOverdue, Recipient.Supervisors) }));
        Assert.All(Enum.GetValues<StrikeAnchor>(), of => Assert.Contains(ClockTable.Default.Strikes, s => s.Of == of && s.EveryHours > 0));
    }

    [Fact]
    public async Task Each_margin_warns_of_what_is_missing_then()
    {
        await world.JoinAsync(world.Alert());
        await world.UntilAsync(Lands.AddHours(-72).AddSeconds(-1));
        Assert.Empty(Warned);

        await world.UntilAsync(Lands.AddHours(-72));
        Assert.Equal(["arrival-near jigsaw decision,plan Normal", "step-overdue supervisors decision Normal"], Warned);

        await world.DecidedAsync();
        Assert.Equal(["arrival-near jigsaw decision,plan Normal"], Warned);
        await world.UntilAsync(Lands.AddHours(-24));
        Assert.Equal(["arrival-near jigsaw plan Normal", "step-overdue supervisors plan Normal"], Warned);
        await world.UntilAsync(Lands.AddHours(-6));
        Assert.Equal(["arrival-near jigsaw plan Urgent", "step-overdue supervisors plan Urgent"], Warned);

        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        Assert.Empty(Warned);
        await world.UntilAsync(Lands.AddHours(6));
        Assert.Equal(["step-overdue supervisors missed Urgent"], Warned);
        await world.MoveAsync(MoveName.Meet, world.Meeting());
        Assert.Empty(Warned);
        await world.UntilAsync(Lands.AddHours(72));
        Assert.Equal(["step-overdue supervisors record,referral Normal"], Warned);
        Assert.DoesNotContain(world.File.Notices, n => n.Kind == NoticeKind.NoticeWithdrawn);
    }

    [Fact]
    public async Task What_is_overdue_is_said_again_every_week_until_the_case_is_closed()
    {
        await world.JoinAsync(world.Alert());
        await world.UntilAsync(Lands.AddHours(72));
        var said = new HashSet<string>();
        for (var week = 1; week <= 4; week++)
        {
            await world.ForAsync(TimeSpan.FromDays(7));
            Assert.True(said.Add(Assert.Single(world.Of(NoticeKind.StepOverdue)).Id));
        }

        await world.DecidedAsync(DecisionOutcomes.NoFurtherAction);
        await world.ForAsync(TimeSpan.FromDays(7));
        Assert.Equal(["step-overdue supervisors do Normal"], Warned);
        await world.MoveAsync(MoveName.Close);
        Assert.Empty(Warned);
        Assert.DoesNotContain(world.Store.Events, e => e.Type == HubTopology.ArrivalLookDue && e.NotBefore == world.State.NextLook);
    }

    [Fact]
    public async Task A_changed_flight_moves_every_clock_and_ends_the_plan()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        await world.UntilAsync(Lands.AddHours(-24));
        Assert.NotEmpty(Warned);
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        var old = world.State.NextLook!.Value;

        await world.JoinAsync(world.Alert("2026-11-15T21:40", flight: "BA11"));

        Assert.Equal((CaseState.Decided, Lands.AddHours(-72)), (world.State.State, world.State.NextLook));
        Assert.Equal((MoveName.ArrivalChanged, Actor.Hub), (world.State.Moves[^1].Move, world.State.Moves[^1].By));
        Assert.Empty(Warned);
        Assert.Equal(Lands, Assert.Single(world.Of(NoticeKind.ArrivalToMeet)).Due);
        Assert.All(world.Of(NoticeKind.DeportedOffender), n => Assert.Contains("BA11", n.Reason, StringComparison.Ordinal));

        var before = world.File.AuditHead;
        await world.Cases.LookAsync(world.Id, old, default);
        Assert.Equal(before, world.File.AuditHead);
        await world.UntilAsync(Lands.AddHours(-24));
        Assert.Equal(["arrival-near jigsaw plan Normal", "step-overdue supervisors plan Normal"], Warned);
    }

    [Fact]
    public async Task An_alert_that_says_less_than_the_plan_or_the_same_leaves_it()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());

        await world.JoinAsync(world.Alert("2026-11-10", flight: null));
        await world.JoinAsync(world.Alert(lands: null, port: null, flight: null, sender: "charity"));
        await world.JoinAsync(world.Alert(flight: "BA 009", sender: "charity"));

        Assert.Equal(CaseState.Planned, world.State.State);
    }

    [Fact]
    public async Task A_plan_made_against_an_alert_counts_until_a_newer_one()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan("2026-11-12T10:00", flight: "BA11"));
        await world.NoteAsync("note-2");

        Assert.Equal((CaseState.Planned, CaseWorld.Lands("2026-11-12T10:00").Earliest), (world.State.State, world.Facts.Lands));
    }

    [Theory]
    [InlineData("2026-11-03T15:00", "arrival-near jigsaw decision,plan Normal", "step-overdue supervisors decision Normal")]
    [InlineData("2026-11-01T14:00", "arrival-near jigsaw decision,plan Urgent", "step-overdue supervisors decision,plan Urgent")]
    [InlineData("2026-11-01T08:00", "arrival-near jigsaw decision,plan Urgent", "step-overdue supervisors decision,plan Urgent")]
    [InlineData("2026-10-31T08:00", "arrival-near jigsaw decision,plan Urgent", "step-overdue supervisors decision,missed Urgent")]
    public async Task A_late_alert_warns_once_of_the_latest_margin_passed(string lands, params string[] warned)
    {
        await world.JoinAsync(world.Alert(lands));

        Assert.Equal(warned, Warned);
        Assert.Equal(world.File.Notices.Length, world.Notices.Count());
        Assert.True(world.State.NextLook > world.Time.GetUtcNow());
    }

    [Fact]
    public async Task Without_a_date_somebody_must_find_it_out()
    {
        await world.JoinAsync(world.Alert(lands: null));
        Assert.Equal(CaseWorld.Start.AddHours(24), Assert.Single(world.Of(NoticeKind.DecisionNeeded)).Due);
        await world.ForAsync(TimeSpan.FromHours(24));
        Assert.Equal(["arrival-near jigsaw lands Normal"], Warned);
        await world.ForAsync(TimeSpan.FromHours(48));
        Assert.Equal(["arrival-near jigsaw lands Normal", "step-overdue supervisors lands,decision Normal"], Warned);

        await world.JoinAsync(world.Alert("2026-12-10"));
        Assert.Empty(Warned);
        Assert.Equal(new DateTimeOffset(2026, 12, 7, 0, 0, 0, TimeSpan.Zero), world.State.NextLook);
    }

    [Fact]
    public async Task Margins_are_hours_that_pass_also_over_the_change_of_the_clocks()
    {
        world = new CaseWorld(new DateTimeOffset(2026, 10, 22, 6, 0, 0, TimeSpan.Zero));
        await world.JoinAsync(world.Alert("2026-10-26T06:15"));
        Assert.Equal(new DateTimeOffset(2026, 10, 23, 6, 15, 0, TimeSpan.Zero), world.State.NextLook);

        world = new CaseWorld(new DateTimeOffset(2026, 10, 20, 6, 0, 0, TimeSpan.Zero));
        await world.JoinAsync(world.Alert("2026-10-25T01:30"));
        Assert.Equal(new DateTimeOffset(2026, 10, 22, 0, 30, 0, TimeSpan.Zero), world.State.NextLook);
    }

    [Fact]
    public async Task Of_what_senders_say_the_earliest_landing_counts_and_the_difference_is_told()
    {
        await world.JoinAsync(world.Alert("2026-11-12T10:00", flight: "BA11", sender: "charity"));
        await world.JoinAsync(world.Alert());
        Assert.Equal(CaseWorld.Lands(CaseWorld.InNineDays).Earliest, world.Facts.Lands);
        Assert.Single(world.Facts.Differences);
        Assert.Single(world.Of(NoticeKind.AlertDisputed));

        await world.JoinAsync(world.Alert(sender: "charity"));
        Assert.Empty(world.Facts.Differences);
        Assert.Empty(world.Of(NoticeKind.AlertDisputed));
    }

    [Fact]
    public async Task A_clock_that_strikes_twice_or_too_early_says_nothing_twice()
    {
        await world.JoinAsync(world.Alert());
        var moment = world.State.NextLook!.Value;
        await world.Cases.LookAsync(world.Id, moment, default);
        var after = world.File.AuditHead;
        await world.Cases.LookAsync(world.Id, moment, default);

        Assert.Equal(after, world.File.AuditHead);
        Assert.Equal(2, Warned.Length);
        Assert.Equal(Lands.AddHours(-24), world.State.NextLook);
    }
}
