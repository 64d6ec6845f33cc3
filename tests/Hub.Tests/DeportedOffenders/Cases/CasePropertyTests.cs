using FsCheck.Fluent;
using Hub.Auditing;
using Hub.DeportedOffenders.Cases;
using Hub.Tests.Border.Travel;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>Whatever alerts, officers and the clock do, in any order, a case never gets stuck.</summary>
public sealed class CasePropertyTests
{
    private static readonly string[] Moves = [.. MoveTable.Default.Moves.Where(m => !m.Roles.IsEmpty).Select(m => m.Name)];
    private static readonly string[] Outcomes = [DecisionOutcomes.NotificationOrder, DecisionOutcomes.ManageWithoutOrder, DecisionOutcomes.ManageWithoutOrder, DecisionOutcomes.NoFurtherAction];
    private static readonly string?[] Landings = ["2026-11-03T06:15", "2026-11-10T06:15", "2026-11-10", "2026-11-20T21:00", null];
    private static readonly string?[] Flights = ["BA9", "BA11", null];
    private static readonly string?[] Ports = ["LHR", "LGW", null];

    /// <summary>One thing that happens: which, and two numbers that say how.</summary>
    public sealed record Step(int What, int A, int B);

    [Fact]
    public void An_open_case_always_strikes_again_and_every_trail_holds()
    {
        var steps = from what in Gen.Choose(0, 9)
                    from a in Gen.Choose(0, 1000)
                    from b in Gen.Choose(0, 1000)
                    select new Step(what, a, b);
        Properties.Hold(steps.ArrayOf(25), happenings =>
        {
            var world = new CaseWorld();
            foreach (var step in happenings.Prepend(new Step(0, 1, 0)))
            {
                Do(world, step).GetAwaiter().GetResult();
                Check(world);
            }

            return true;
        }, tests: 150);
    }

    private static async Task Do(CaseWorld world, Step step)
    {
        switch (step.What)
        {
            case 0 or 1:
                await world.JoinAsync(world.Alert(Landings[step.A % 5], Ports[step.B % 3], Flights[step.A % 3], step.B % 2 == 0 ? "interpol" : "charity"));
                break;
            case 2:
                var alerts = world.State.Alerts;
                await world.StandAsync(alerts[step.A % alerts.Length], (AlertStanding)(step.B % 4));
                break;
            case 3:
                await world.ForAsync(TimeSpan.FromHours(step.A % 120));
                break;
            case 4:
                await world.NoteAsync($"note-{step.A % 3}");
                break;
            case 5 when world.Notices.ToList() is { Count: > 0 } notices:
                await world.Acknowledging.AcknowledgeAsync(notices[step.A % notices.Count].Id, CaseWorld.Officer, default);
                break;
            default:
                await MoveAsync(world, step);
                break;
        }
    }

    private static async Task MoveAsync(CaseWorld world, Step step)
    {
        // Mostly what is open, so that cases get on; now and then anything.
        var open = world.Cases.Open(world.State, Hub.Identity.Role.Supervisor);
        var ready = open.Where(m => m.Missing.IsEmpty && m.Move is not (MoveName.Transfer or MoveName.CloseUnfounded)).ToList();
        var move = step.A % 4 > 0 && ready.Count > 0 ? ready[step.B % ready.Count].Move : Moves[step.B % Moves.Length];
        var (request, errors) = world.Read(move, Body(world, move, step));
        if (errors.Length == 0)
        {
            var outcome = await world.Cases.MoveAsync(world.Id, request, CaseWorld.Senior, Hub.Identity.Role.Supervisor, default);
            Assert.True(outcome is MoveOutcome.Made or MoveOutcome.NotAllowed { Missing.IsEmpty: false });
            await world.SettleAsync();
        }
    }

    private static object Body(CaseWorld world, string move, Step step) => move switch
    {
        MoveName.Decide => new { outcome = Outcomes[step.A % 4] },
        MoveName.Plan => CaseWorld.Plan(Landings[step.A % 4]!, Ports[step.B % 2]!, Flights[step.B % 2]!),
        MoveName.Meet => world.Meeting(),
        MoveName.RecordVisor => new { reference = "V-1" },
        MoveName.ReferMappa => new { category = 1, level = 1 },
        MoveName.ReferHousing => new { needs = "A hostel." },
        MoveName.Transfer => new { force = "sussex" },
        _ => new { },
    };

    private static void Check(CaseWorld world)
    {
        var now = world.Time.GetUtcNow();
        foreach (var file in world.Store.All)
        {
            var state = Hub.Cases.Records.StateOf<DeportedOffenderCase>(file);
            Assert.True(state.IsOpen ? state.NextLook > now : state.NextLook is null, $"{state.State} looks at {state.NextLook}, it is {now}.");
            Assert.Equal(state.IsOpen, file.Board is not null);
            Assert.True(!state.IsOpen || world.Store.Events.Any(e => e.Type == HubTopology.ArrivalLookDue && e.Case == file.Id && e.NotBefore == state.NextLook), "Nothing is scheduled.");
            Assert.Null(AuditChain.FirstBreak(world.Store.ReadAuditAsync(file.Id, default).Result, file.AuditHead));
        }
    }
}
