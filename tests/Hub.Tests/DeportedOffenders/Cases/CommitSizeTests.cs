using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Cases;
using Hub.Notices;
using Hub.Persons;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>The largest changes there are fit one commit: 100 items, 2 MB.</summary>
public sealed class CommitSizeTests
{
    private readonly CaseWorld world = new();

    private int Largest => world.Store.Commits.Max(c => c.ItemCount);

    [Fact]
    public async Task A_changed_flight_fits_when_everything_was_raised_delivered_and_let_run_out()
    {
        await world.JoinAsync(Big(world.Alert("2026-11-11T10:00", "LGW", "BA8", "charity"), noFixedAbode: false));
        await world.JoinAsync(Big(world.Alert(port: "LGW"), noFixedAbode: true));
        await world.UntilAsync(world.Facts.Lands!.Value.AddHours(-80));
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.ReferHousing, new { needs = "A hostel." });
        await world.JoinAsync(Big(world.Alert(port: "LGW"), noFixedAbode: false));
        await world.UntilAsync(world.Facts.Lands!.Value.AddHours(8));
        await world.MoveAsync(MoveName.Missed);
        await world.ForAsync(TimeSpan.FromDays(4));
        Assert.True(world.Standing.Length >= 10, string.Join('\n', world.Standing));

        await world.JoinAsync(Big(world.Alert("2026-12-10T10:00", "LHR", "BA11"), noFixedAbode: false, borough: "Hackney"));

        Assert.Equal(CaseState.Decided, world.State.State);
        Assert.InRange(Largest, 40, 85);

        await world.UntilAsync(world.Facts.Lands!.Value.AddDays(5));
        foreach (var each in world.State.Alerts)
        {
            await world.StandAsync(each, AlertStanding.Withdrawn);
        }

        Assert.Equal(["decision-needed supervisors", "step-overdue supervisors"], world.Standing);
        Assert.InRange(Largest, 40, 85);
    }

    [Fact]
    public async Task A_case_full_to_the_brim_still_moves_and_is_told_of()
    {
        for (var i = 0; i < 5; i++)
        {
            await world.JoinAsync(Big(world.Alert(sender: $"sender-{i}"), noFixedAbode: false));
        }

        MoveOutcome last;
        var note = 0;
        do
        {
            last = await world.Cases.NoteAsync(world.Id, new ResearchNote($"n-{note++}", $"{note:0000}{new string('ü', 7996)}", null, CaseWorld.Officer, world.Time.GetUtcNow()), default);
        }
        while (last is MoveOutcome.Made && note < 1_000);

        Assert.IsType<MoveOutcome.NotAllowed>(last);
        await world.MoveAsync(MoveName.ResearchComplete);
        await world.MoveAsync(MoveName.Decide, new { outcome = DecisionOutcomes.NotificationOrder });
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        await world.JoinAsync(Big(world.Alert("2026-11-12T10:00", "LGW", "BA12"), noFixedAbode: false, borough: "Hackney"));
        Assert.Equal(CaseState.Decided, world.State.State);
        Assert.True(Assert.Single(world.Of(NoticeKind.DeportedOffender), n => n.Recipient == Recipient.CentralJigsaw).Content.TryGetProperty("convictionsLeftOff", out _));
    }

    [Fact]
    public async Task A_case_moved_to_and_fro_for_ever_is_full_in_words_and_still_comes_to_its_end()
    {
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync();
        MoveOutcome last;
        var turn = 0;
        do
        {
            last = await world.TryAsync(MoveName.Decide, new { outcome = DecisionOutcomes.ManageWithoutOrder, rationale = $"Again {turn++}." });
        }
        while (last is MoveOutcome.Made && turn < 1_000);

        Assert.Equal("The case holds as much as one can. It still takes what was not done in it yet, and can be closed.", Assert.Single(Assert.IsType<MoveOutcome.NotAllowed>(last).Missing));
        Assert.Equal(DeportedOffenderCase.MaxMoves, world.State.Moves.Length);
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan());
        await world.UntilAsync(world.Facts.Lands!.Value.AddHours(1));
        await world.MoveAsync(MoveName.Meet, world.Meeting());
        await world.MoveAsync(MoveName.RecordVisor, new { reference = "V-123" });
        await world.MoveAsync(MoveName.ReferMappa, new { category = 1, level = 2 });
        await world.MoveAsync(MoveName.Close);
        Assert.False(world.State.IsOpen);
    }

    private static JoinedAlert Big(JoinedAlert alert, bool noFixedAbode, string borough = "Camden") => alert with
    {
        Alert = alert.Alert with
        {
            NoFixedAbode = noFixedAbode,
            IntendedAddress = noFixedAbode ? null : new Address { Borough = borough },
            RiskLevel = RiskLevel.VeryHigh,
            RiskInformation = $"{alert.Report} {new string('r', 4000)}",
            Convictions = [.. Enumerable.Range(0, 40).Select(n => new ForeignConviction($"{alert.Report} {n} {new string('o', 400)}", "FRA", null, new string('s', 400), true, false))],
        },
    };
}
