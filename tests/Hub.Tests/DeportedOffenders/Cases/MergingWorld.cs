using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Cases;
using Hub.Identity;
using Hub.Json;
using Hub.Persons;
using Hub.Testing;
using Hub.Testing.DeportedOffenders;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>An alert on somebody unknown, the provisional nominal made from it, and the register's own record of the same person, N-1.</summary>
internal sealed class MergingWorld : IDisposable
{
    public static readonly Actor Senior = new("dci-2", "supervisor");

    public AlertWorld World { get; } = new();

    /// <summary>The provisional nominal made from the alert A.</summary>
    public string Provisional { get; } = ProvisionalNominals.IdOf(CaseId.For(DeportedOffenderFeed.FeedName, "A"));

    /// <summary>The case it opened.</summary>
    public CaseId Id => DeportedOffenderCase.IdOf(Provisional, 1);

    /// <summary>The case opened for N-1, where there is one.</summary>
    public CaseId Other { get; } = DeportedOffenderCase.IdOf("N-1", 1);

    public CaseFile File => World.Store[Id];

    public DeportedOffenderCase State => Records.StateOf<DeportedOffenderCase>(File);

    /// <summary>The real record comes by its feed, under the name it knows.</summary>
    public void Register() => World.Register["N-1"] = A.Nominal("N-1") with
    {
        Names = [new PersonName { Surname = "Quillfeather", Given = ["Barnaby"] }],
        Born = BirthDate.Parse("1971-02-03"),
    };

    /// <summary>An alert that speaks of the person by that name.</summary>
    public static AlertJson ByOtherName(string reference) => new AlertJson(reference).About("Quillfeather", "Barnaby", "1971-02-03");

    /// <summary>Takes in such an alert, on an index that holds the register as it is now, and does all that follows.</summary>
    public async Task<CaseId> SendOtherAsync(string reference)
    {
        await World.Here.Follower.CatchUpAsync(default);
        return await World.SendAsync(ByOtherName(reference), AlertWorld.Charity);
    }

    public void Merge(string? away = null, string into = "N-1") =>
        World.Register[away ?? Provisional] = World.Register[away ?? Provisional] with { MergedInto = into, Ended = World.Time.GetUtcNow() };

    public void Split() => World.Register[Provisional] = World.Register[Provisional] with { MergedInto = null, Ended = null };

    /// <summary>Draws the register's consequences and does all that follows.</summary>
    public async Task FollowAsync()
    {
        await World.Consequences.DrawAsync(default);
        await World.SettleAsync();
    }

    /// <summary>The alert A, its case, and the real record beside it.</summary>
    public async Task OpenAsync()
    {
        await World.SendAsync(new AlertJson("A"));
        Register();
        await FollowAsync();
    }

    /// <summary>A case of N-1.</summary>
    public async Task OpenOtherAsync()
    {
        await SendOtherAsync("B");
        Assert.Equal(["B Live"], await World.StandingsAsync("N-1"));
    }

    public async Task NoteAsync(CaseId? id = null) => Assert.IsType<MoveOutcome.Made>(await World.Cases.NoteAsync(
        id ?? Id, new ResearchNote("note-1", "Known to Europol.", null, AlertWorld.Officer, World.Time.GetUtcNow()), default));

    public async Task DecideAsync(CaseId? id = null, string outcome = DecisionOutcomes.ManageWithoutOrder)
    {
        await NoteAsync(id);
        await MoveAsync(MoveName.ResearchComplete, new { }, id);
        await MoveAsync(MoveName.Decide, new { outcome }, id);
    }

    public Task PlanAsync(CaseId? id = null) => MoveAsync(MoveName.Plan, new ReturnPlan("BA10", "LHR", CaseWorld.Lands("2026-12-01T06:15"), ["PC 123"], "At the gate.", null), id);

    public async Task MoveAsync(string move, object details, CaseId? id = null)
    {
        var revision = (await World.Cases.ReadAsync(id ?? Id, default))!.Revision;
        var request = new MoveRequest(move, revision, "Because.", JsonSerializer.SerializeToElement(details, HubJson.Options));
        Assert.IsType<MoveOutcome.Made>(await World.Cases.MoveAsync(id ?? Id, request, Senior, Role.Supervisor, default));
    }

    /// <summary>Where each alert counts, as <c>A P#1</c>, by all cases of both records; P is the provisional one.</summary>
    public async Task<string[]> LiveAsync()
    {
        List<string> live = [];
        foreach (var nominal in new[] { "N-1", Provisional })
        {
            for (var turn = 1; await World.CaseOfAsync(nominal, turn) is { } state; turn++)
            {
                live.AddRange(state.Alerts.Where(a => a.Standing == AlertStanding.Live).Select(a => $"{a.Alert.Reference} {(nominal == Provisional ? "P" : "N")}#{turn}"));
            }
        }

        return [.. live.Order(StringComparer.Ordinal)];
    }

    public string[] Told(CaseId? id = null) =>
        [.. World.Store[id ?? Id].Notices.Select(n => $"{n.Id} {n.Kind} {n.Recipient} {n.State} {n.Content}").Order(StringComparer.Ordinal)];

    public void Dispose() => World.Dispose();
}
