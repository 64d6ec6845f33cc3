using Hub.DeportedOffenders.Cases;
using Hub.Identity;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>Moves that are refused, overtaken, or asked twice.</summary>
public sealed class MoveTests
{
    private readonly CaseWorld world = new();

    [Fact]
    public async Task A_decision_without_the_rank_is_refused_with_who_may()
    {
        await world.JoinAsync(world.Alert());
        var refused = Assert.IsType<MoveOutcome.NotYours>(await world.TryAsync(MoveName.Decide, new { outcome = DecisionOutcomes.ManageWithoutOrder }, CaseWorld.Officer));
        Assert.Equal("Only a supervisor or senior officer may do this.", refused.Words);
        Assert.DoesNotContain(world.Cases.Open(world.State, Role.JigsawOfficer), m => m.Move == MoveName.Decide);
        Assert.Empty(world.Cases.Open(world.State, Role.PpdOfficer));
    }

    [Fact]
    public async Task Nothing_is_skipped()
    {
        await world.JoinAsync(world.Alert());
        Assert.Equal(["A research note is missing: write down what was found out, or that nothing was."], await world.MissingAsync(MoveName.ResearchComplete));
        Assert.Equal(
            ["The case is received and being researched; for this it must be researched, waiting for the senior officer's decision; or decided; or decided, with the return planned; or landed and not met."],
            await world.MissingAsync(MoveName.Decide, new { outcome = DecisionOutcomes.ManageWithoutOrder }));
        Assert.Equal(
            ["The senior officer's decision is missing.", "The meeting is missing: the person was not met, and nobody decided to go on without.", "The ViSOR record is missing.", "The MAPPA referral is missing."],
            await world.MissingAsync(MoveName.Close));
        Assert.Equal(1, world.State.Revision);
        var open = world.Cases.Open(world.State, Role.Supervisor);
        Assert.Equal([MoveName.ResearchComplete, MoveName.Close, MoveName.CloseUnfounded], open.Select(m => m.Move));
        Assert.Equal(4, open.Single(m => m.Move == MoveName.Close).Missing.Length);
    }

    [Fact]
    public async Task A_notification_order_needs_a_sexual_conviction_abroad()
    {
        var alert = world.Alert();
        await world.JoinAsync(alert with { Alert = alert.Alert with { Convictions = [alert.Alert.Convictions[0] with { Sexual = false }] } });
        await world.NoteAsync();
        await world.MoveAsync(MoveName.ResearchComplete);

        Assert.Contains("s.97", Assert.Single(await world.MissingAsync(MoveName.Decide, new { outcome = DecisionOutcomes.NotificationOrder })), StringComparison.Ordinal);
        await world.MoveAsync(MoveName.Decide, new { outcome = DecisionOutcomes.ManageWithoutOrder });
    }

    [Fact]
    public async Task The_same_asked_again_on_what_came_of_it_is_made_once_and_after_something_else_twice()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync(DecisionOutcomes.NotificationOrder);
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        Assert.Single(world.State.Moves, m => m.Move == MoveName.Plan);

        await world.NoteAsync("note-2");
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        Assert.Equal(2, world.State.Moves.Count(m => m.Move == MoveName.Plan));
    }

    [Fact]
    public async Task Nobody_is_met_before_they_land_and_an_order_must_be_served_or_declined()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync(DecisionOutcomes.NotificationOrder);
        Assert.StartsWith("A return plan is missing", (await world.MissingAsync(MoveName.Meet, world.Meeting()))[0], StringComparison.Ordinal);
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        Assert.StartsWith("The meeting is before the landing", Assert.Single(await world.MissingAsync(MoveName.Meet, world.Meeting())), StringComparison.Ordinal);

        await world.UntilAsync(world.Facts.Lands!.Value.AddMinutes(-90));
        Assert.StartsWith("A notification order was decided on", Assert.Single(await world.MissingAsync(MoveName.Meet, world.Meeting("notApplicable"))), StringComparison.Ordinal);
        await world.MoveAsync(MoveName.Meet, world.Meeting());
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_wins_and_the_other_is_told_why()
    {
        await world.JoinAsync(world.Alert());
        await world.NoteAsync();
        await world.MoveAsync(MoveName.ResearchComplete, by: CaseWorld.Officer);
        var revision = world.State.Revision;
        world.Store.Meanwhile = () => Assert.IsType<MoveOutcome.Made>(world.TryAsync(MoveName.Decide, new { outcome = DecisionOutcomes.NoFurtherAction }).Result);

        var told = Assert.IsType<MoveOutcome.Changed>(await world.TryAsync(
            MoveName.Decide, new { outcome = DecisionOutcomes.ManageWithoutOrder }, CaseWorld.Senior with { Id = "dsu-1" }, revision));

        Assert.Equal(revision + 1, told.Revision);
        Assert.Equal("The senior officer decides: no further action is taken. (dci-2, Sunday 1 November 2026 at 9:00am)", Assert.Single(told.Words));
        Assert.Single(world.State.Moves, m => m.Move == MoveName.Decide);
    }

    [Fact]
    public async Task The_same_asked_twice_is_made_once_and_another_is_made_after_it()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        var revision = world.State.Revision;
        await world.TryAsync(MoveName.Plan, CaseWorld.Plan(), CaseWorld.Officer, revision);
        await world.TryAsync(MoveName.Plan, CaseWorld.Plan(), CaseWorld.Officer, revision);
        Assert.Equal(revision + 1, world.State.Revision);

        Assert.IsType<MoveOutcome.Made>(await world.TryAsync(MoveName.Plan, CaseWorld.Plan(officers: ["PC 9"]), CaseWorld.Officer, revision));
        Assert.Equal(revision + 2, world.State.Revision);
    }

    [Fact]
    public async Task An_alert_that_came_meanwhile_is_read_first_and_a_revision_never_had_is_none()
    {
        await world.JoinAsync(world.Alert());
        await world.NoteAsync();
        await world.JoinAsync(world.Alert(sender: "charity"));
        var told = Assert.IsType<MoveOutcome.Changed>(await world.TryAsync(MoveName.ResearchComplete, by: CaseWorld.Officer, revision: 2));
        Assert.StartsWith("An alert came in. (hub,", Assert.Single(told.Words), StringComparison.Ordinal);
        Assert.IsType<MoveOutcome.Changed>(await world.TryAsync(MoveName.ResearchComplete, revision: 99));
    }

    [Fact]
    public async Task Notes_are_added_once_and_to_a_closed_case_not()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync(DecisionOutcomes.NoFurtherAction);
        await world.NoteAsync();
        Assert.Single(world.State.Notes);
        await world.MoveAsync(MoveName.Close);
        Assert.IsType<MoveOutcome.NotAllowed>(await world.NoteAsync("note-2"));
        Assert.Equal(["The case is closed. A new alert opens another."], await world.MissingAsync(MoveName.Decide, new { outcome = DecisionOutcomes.NoFurtherAction }));
    }

    [Fact]
    public async Task A_body_is_read_with_every_error_at_once()
    {
        await world.JoinAsync(world.Alert());
        Assert.Equal(["$ unknown-move"], world.Read("forget").Errors);
        Assert.Equal(["$ unknown-move"], world.Read(MoveName.ArrivalChanged).Errors);
        Assert.Equal(["$.outcome not-one-of"], world.Read(MoveName.Decide, new { outcome = "shrug" }).Errors);
        Assert.Equal(
            ["$.flight required", "$.port unknown-port", "$.lands arrival-past", "$.meeting required"],
            world.Read(MoveName.Plan, new { port = "CDG", lands = "2026-10-31" }).Errors);
        Assert.Equal(["$.officers required"], world.Read(MoveName.Plan, CaseWorld.Plan(officers: [])).Errors);
        Assert.Equal(["$.officers too-many"], world.Read(MoveName.Plan, CaseWorld.Plan(officers: [.. Enumerable.Range(0, 11).Select(n => $"PC {n}")])).Errors);
        Assert.Equal(
            ["$.metAt in-future", "$.metBy required", "$.debriefed required", "$.requirementsServed required", "$.photograph not-one-of", "$.fingerprints required", "$.dna required", "$.place required"],
            world.Read(MoveName.Meet, new { metAt = "2026-11-02T00:00:00Z", photograph = "notApplicable" }).Errors);
        Assert.Equal(
            ["$.debriefed required", "$.photograph wrong-type", "$.dna not-one-of"],
            world.Read(MoveName.Meet, new { metAt = "2026-11-01T00:00:00Z", metBy = new[] { "PC 1" }, place = "Gate", debriefed = " ", requirementsServed = "notApplicable", photograph = true, fingerprints = "done", dna = "1" }).Errors);
        Assert.Equal(["$.category out-of-range", "$.level required"], world.Read(MoveName.ReferMappa, new { category = 4 }).Errors);
        Assert.Equal(["$.revision out-of-range"], world.Read(MoveName.Close, revision: 0).Errors);
    }
}
