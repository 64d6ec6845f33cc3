using Hub.DeportedOffenders.Cases;
using Hub.Notices;
using Hub.Testing.DeportedOffenders;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>Two records turn out to be one person, or one record two.</summary>
public sealed class MergingTests : IDisposable
{
    private readonly MergingWorld it = new();

    public void Dispose() => it.Dispose();

    [Fact]
    public async Task The_case_of_a_provisional_record_goes_on_untouched_as_the_case_of_the_real_one()
    {
        await it.OpenAsync();
        await it.DecideAsync();
        await it.PlanAsync();
        var (before, told) = (it.State, it.Told());

        it.Merge();
        await it.FollowAsync();

        var after = it.State;
        Assert.Equal(("N-1", it.Provisional, it.Id, CaseState.Planned), (after.Nominal, after.OpenedFor, after.Id, after.State));
        Assert.Equal((before.NextLook, before.OpenedAt, before.Moves.Length, before.Notes.Length), (after.NextLook, after.OpenedAt, after.Moves.Length, after.Notes.Length));
        Assert.Equal(told, it.Told());
        Assert.DoesNotContain(it.File.Notices, n => n.Kind == NoticeKind.NoticeWithdrawn);
        Assert.Equal(["A P#1"], await it.LiveAsync());
        var alert = it.World.Store[it.State.Alerts[0].Report].Match!;
        Assert.Equal(("N-1", it.Provisional), (it.World.NominalOf(it.State.Alerts[0].Report), alert.Named));
        Assert.Contains("merged into another", after.Changes[^1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_alert_on_the_real_record_joins_that_same_case()
    {
        await it.OpenAsync();
        await it.DecideAsync();
        it.Merge();
        await it.FollowAsync();

        var later = await it.SendOtherAsync("B");

        Assert.Equal("N-1", it.World.NominalOf(later));
        Assert.Equal(["A P#1", "B P#1"], await it.LiveAsync());
        Assert.Equal(CaseState.Decided, it.State.State);
    }

    [Fact]
    public async Task An_alert_judged_before_cases_heard_of_the_merge_stays_in_its_case()
    {
        await it.OpenAsync();
        await it.DecideAsync();
        var told = it.Told();
        it.Merge();

        await it.World.AssessAsync(it.State.Alerts[0].Report, type: HubTopology.ReportChanged);
        Assert.Equal(["A P#1"], await it.LiveAsync());
        Assert.Equal(told, it.Told());

        await it.FollowAsync();
        Assert.Equal(("N-1", told.Length), (it.State.Nominal, it.Told().Length));
        Assert.Null(await it.World.CaseOfAsync("N-1"));
    }

    [Fact]
    public async Task Of_two_open_cases_the_one_with_work_goes_on_and_the_other_says_where()
    {
        await it.OpenAsync();
        await it.OpenOtherAsync();
        await it.NoteAsync();

        it.Merge();
        await it.FollowAsync();

        Assert.Equal(["A P#1", "B P#1"], await it.LiveAsync());
        var emptied = (await it.World.CaseOfAsync("N-1"))!;
        Assert.Equal((it.Id, AlertStanding.InAnotherCase), (emptied.GoesOnIn, emptied.Alerts[0].Standing));
        var decision = Assert.Single(it.World.Store[it.Other].Notices, n => n.Kind == NoticeKind.DecisionNeeded && n.IsOpen);
        Assert.Contains($"the alerts go to case {it.Id}", decision.Reason, StringComparison.Ordinal);
        await it.MoveAsync(MoveName.CloseUnfounded, new { }, it.Other);
    }

    [Fact]
    public async Task Of_two_cases_worked_on_the_one_further_on_goes_on()
    {
        await it.OpenAsync();
        await it.OpenOtherAsync();
        await it.NoteAsync();
        await it.DecideAsync(it.Other);

        it.Merge();
        await it.FollowAsync();

        Assert.Equal(["A N#1", "B N#1"], await it.LiveAsync());
        Assert.Equal((it.Other, null), (it.State.GoesOnIn, (await it.World.CaseOfAsync("N-1"))!.GoesOnIn));

        // Work on the one that was left does not turn it round.
        await it.MoveAsync(MoveName.ResearchComplete, new { });
        await it.MoveAsync(MoveName.Decide, new { outcome = DecisionOutcomes.ManageWithoutOrder });
        await it.SendOtherAsync("C");
        Assert.Equal(["A N#1", "B N#1", "C N#1"], await it.LiveAsync());
    }

    [Fact]
    public async Task Of_two_cases_nobody_has_touched_the_survivors_own_goes_on()
    {
        await it.OpenAsync();
        await it.OpenOtherAsync();

        it.Merge();
        await it.FollowAsync();

        Assert.Equal(["A N#1", "B N#1"], await it.LiveAsync());
    }

    [Fact]
    public async Task A_case_decided_on_for_no_further_action_keeps_its_alert_and_swallows_no_other()
    {
        await it.OpenAsync();
        await it.OpenOtherAsync();
        await it.DecideAsync(it.Other, DecisionOutcomes.NoFurtherAction);

        it.Merge();
        await it.FollowAsync();

        Assert.Equal(["A P#1", "B N#1"], await it.LiveAsync());
        Assert.Null((await it.World.CaseOfAsync("N-1"))!.GoesOnIn);
        await it.SendOtherAsync("C");
        Assert.Contains("C P#1", await it.LiveAsync());
    }

    [Fact]
    public async Task A_closed_case_of_the_record_merged_away_is_the_case_before_the_next()
    {
        await it.OpenAsync();
        await it.DecideAsync(outcome: DecisionOutcomes.NoFurtherAction);
        await it.MoveAsync(MoveName.Close, new { });
        it.Merge();
        await it.FollowAsync();

        await it.SendOtherAsync("B");

        Assert.Equal(["A P#1", "B N#1"], await it.LiveAsync());
        Assert.Equal(it.Id, (await it.World.CaseOfAsync("N-1"))!.Before);
    }

    [Fact]
    public async Task A_case_goes_back_with_its_record_and_what_matched_the_other_opens_a_case_of_its_own()
    {
        await it.OpenAsync();
        await it.DecideAsync();
        it.Merge();
        await it.FollowAsync();
        await it.SendOtherAsync("B");

        it.Split();
        await it.FollowAsync();

        Assert.Equal(["A P#1", "B N#1"], await it.LiveAsync());
        Assert.Equal((it.Provisional, null, CaseState.Decided), (it.State.Nominal, it.State.OpenedFor, it.State.State));
        Assert.Equal("N-1", (await it.World.CaseOfAsync("N-1"))!.Nominal);
        Assert.Equal(it.Provisional, it.World.NominalOf(it.State.Alerts[0].Report));
        Assert.Null(it.World.Register[it.Provisional].Ended);
    }

    [Fact]
    public async Task Two_cases_made_one_are_two_again_after_a_split()
    {
        await it.OpenAsync();
        await it.OpenOtherAsync();
        await it.DecideAsync();
        it.Merge();
        await it.FollowAsync();
        Assert.Equal(["A P#1", "B P#1"], await it.LiveAsync());

        it.Split();
        await it.FollowAsync();

        Assert.Equal(["A P#1", "B N#1"], await it.LiveAsync());
        Assert.Equal((null, null), (it.State.GoesOnIn, (await it.World.CaseOfAsync("N-1"))!.GoesOnIn));
        Assert.Contains(it.World.Store[it.Other].Notices, n => n.Kind == NoticeKind.DeportedOffender && n.IsOpen);
    }

    [Fact]
    public async Task A_merge_of_a_merge_takes_the_case_along_and_gives_it_back()
    {
        await it.OpenAsync();
        it.Merge();
        await it.FollowAsync();
        it.World.Register["N-2"] = it.World.Register["N-1"] with { Id = "N-2" };

        it.Merge("N-1", "N-2");
        await it.FollowAsync();
        Assert.Equal(("N-2", it.Provisional), (it.State.Nominal, it.State.OpenedFor));

        it.World.Register["N-1"] = it.World.Register["N-1"] with { MergedInto = null, Ended = null };
        await it.FollowAsync();
        Assert.Equal(("N-1", "N-1"), (it.State.Nominal, it.World.NominalOf(it.State.Alerts[0].Report)));
        Assert.Equal(["A P#1"], await it.LiveAsync());
    }

    [Fact]
    public async Task A_record_ended_by_its_feed_leaves_the_case_going_on()
    {
        await it.OpenAsync();
        await it.DecideAsync();
        it.Merge();
        await it.FollowAsync();
        var (before, told) = (it.State, it.Told());

        it.World.Register["N-1"] = it.World.Register["N-1"] with { Ended = it.World.Time.GetUtcNow() };
        await it.FollowAsync();
        await it.World.AssessAsync(before.Alerts[0].Report, type: HubTopology.ReportChanged);

        Assert.Equal((true, before.NextLook, "N-1"), (it.State.IsOpen, it.State.NextLook, it.State.Nominal));
        Assert.Equal(told, it.Told());
        Assert.Equal(["A P#1"], await it.LiveAsync());
        await it.PlanAsync();
    }

    [Fact]
    public async Task Closing_a_case_leaves_the_provisional_record_in_screening()
    {
        await it.OpenAsync();
        await it.DecideAsync(outcome: DecisionOutcomes.NoFurtherAction);

        await it.MoveAsync(MoveName.Close, new { });
        await it.FollowAsync();

        Assert.Equal((true, null), (it.World.Register[it.Provisional].Provisional, it.World.Register[it.Provisional].Ended));
    }

    [Fact]
    public async Task A_provisional_record_merged_away_is_not_written_any_more()
    {
        await it.OpenAsync();
        it.Merge();
        await it.FollowAsync();
        var (away, real) = (it.World.Register[it.Provisional], it.World.Register["N-1"]);

        await it.World.SendAsync(AlertJson.Withdrawing("A", "W"));
        await it.FollowAsync();
        Assert.Equal(["A Withdrawn"], await it.World.StandingsAsync(it.Provisional));
        Assert.Same(away, it.World.Register[it.Provisional]);
        Assert.Same(real, it.World.Register["N-1"]);
    }
}
