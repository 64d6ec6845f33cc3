using Hub.Border.Hits;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Matching;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Hits;

/// <summary>What a later list must not do to a hit: silence it, undo it, or turn it on somebody else.</summary>
public sealed class AmendedHitTests : IDisposable
{
    private static readonly Nominal Jolyon = Flown.Offender();
    private static readonly CaseId Hit = HitCases.IdOf("BA9/2026-12-01/LHR/N-1");

    private readonly BorderWorld world = new(Jolyon);

    public void Dispose() => world.Dispose();

    private CaseFile Now => world.Store[Hit];

    private IEnumerable<string> Open => Now.Notices.Where(n => n.IsOpen).Select(n => $"{n.Kind} {n.Recipient}");

    [Fact]
    public async Task One_rejected_and_again_only_possible_is_put_before_an_officer_again()
    {
        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon)));
        await world.Review.DecideAsync(Hit, null, "Another man.", BorderWorld.Officer, default);
        await world.SettleAsync();

        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon) with { Booking = "QX1" }));

        Assert.IsType<MatchOutcome.Possible>(Now.Match!.Outcome);
        Assert.Contains("match-review jigsaw:camden", Open);
    }

    [Fact]
    public async Task A_review_asked_for_is_taken_back_once_the_list_says_for_sure_who_it_is()
    {
        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon)));
        Assert.Contains("match-review jigsaw:camden", Open);

        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));

        Assert.Contains("travel-breach-suspected jigsaw:camden", Open);
        Assert.DoesNotContain("match-review jigsaw:camden", Open);
    }

    [Fact]
    public async Task A_review_asked_for_is_due_by_the_flight_as_it_now_leaves()
    {
        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon)));
        var earlier = Flown.Out(Flown.Alike(Jolyon)) with { Flight = Flown.Flight("BA9", "LHR 2026-12-01 18:00", "BKK 2026-12-02 12:40") };

        await world.SendAsync(earlier);

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 18, 0, 0, TimeSpan.Zero), Now.Notices.Single(n => n is { Kind: NoticeKind.MatchReview, IsOpen: true }).Due);
    }

    [Fact]
    public async Task A_person_s_word_does_not_pass_to_another_traveller_of_a_later_list()
    {
        await world.SendAsync(Flown.Out(With("P", "111222333")));
        Assert.IsType<MatchOutcome.Possible>(Now.Match!.Outcome);
        await world.Review.DecideAsync(Hit, "N-1", "His photograph.", BorderWorld.Officer, default);
        await world.SettleAsync();
        Assert.Equal(["BA9"], await Screening.Picture.SeenAsync(world.Travel, "N-1"));

        await world.SendAsync(Flown.Out(With("P", "444555666")));

        Assert.Equal("444555666", Assert.Single(Read(Now).Traveller.Documents).Number);
        Assert.Null(Now.Match!.Decision);
        Assert.DoesNotContain("travel-breach-suspected jigsaw:camden", Open);
        Assert.Empty(await Screening.Picture.SeenAsync(world.Travel, "N-1"));
    }

    [Fact]
    public async Task A_change_that_names_the_hit_alone_does_not_take_back_the_child()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon, "QX1"), Flown.Stranger(0, "2015-01-01", "QX1")));
        Assert.Contains("child-travelling cait:camden", Open);

        await world.SendAsync(Flown.Out(Flown.Person(Jolyon, "QX1")).As("CP"));

        Assert.Contains("child-travelling cait:camden", Open);
        Assert.Equal(1, Read(Now).Companions);
    }

    [Fact]
    public async Task A_removal_of_somebody_alike_does_not_take_the_offender_off_the_flight()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon), Flown.Stranger()));
        await world.SendAsync(Flown.Out(With("P", "444555666")).As("XR"));

        Assert.Equal(CaseStatus.Assessed, Now.Status);
    }

    [Fact]
    public async Task Who_was_told_to_disregard_is_not_told_to_disregard_that()
    {
        for (var round = 0; round < 6; round++)
        {
            await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
            await AcknowledgeAllAsync();
            await world.SendAsync(Flown.Out(Flown.Stranger()));
            await AcknowledgeAllAsync();
        }

        Assert.Equal(CaseStatus.Withdrawn, Now.Status);
        Assert.DoesNotContain(Now.Notices, n => n.Title.StartsWith("Disregard: Disregard:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_child_on_the_list_is_told_of_though_somebody_typed_the_match_before()
    {
        await world.ReadyAsync();
        var typed = new ManifestMatch
        {
            Reference = "JBOC-1",
            Traveller = Flown.Person(Jolyon).Person,
            Flight = Flown.Flight("BA9", "LHR 2026-12-01 21:30", "BKK 2026-12-02 16:10"),
            Boards = "LHR",
            Leaves = "BKK",
        };
        await world.Cases.PutAsync(typed with { Listed = new(world.Time.GetUtcNow(), new CaseId(Guid.NewGuid()), 0) }, default);
        await world.SettleAsync();

        await world.SendAsync(Flown.Out(Flown.Person(Jolyon, "QX1"), Flown.Stranger(0, "2015-01-01", "QX1")));

        Assert.DoesNotContain("travel-breach-suspected jigsaw:camden", Open);
        Assert.Contains("child-travelling cait:camden", Open);
    }

    [Fact]
    public async Task A_hit_whose_nominal_has_gone_by_the_time_it_is_assessed_keeps_nothing_of_the_traveller()
    {
        await world.ReadyAsync();
        await world.AcceptAsync(PaxlstText.Write(Flown.Out(Flown.Person(Jolyon))));
        await world.DeliverAsync(BorderWorld.Messages(world.Store.Events[0]).Single());
        world.Register[Jolyon.Id] = Jolyon with { Ended = world.Time.GetUtcNow() };
        await world.ReadyAsync();
        await world.SettleAsync();

        Assert.IsType<MatchOutcome.None>(Now.Match!.Outcome);
        Assert.DoesNotContain("Feather", Now.Report.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(world.Store.Commits, c => c.Case.Id == Now.Id && c.Forgets);
    }

    [Fact]
    public async Task Who_is_to_meet_a_flight_is_not_told_to_disregard_that_because_another_report_tells_of_the_way_out()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)).Crew());
        await world.Decisions.DecideAsync(HitCases.IdOf("BA9/2026-12-01/LHR/crew/N-1"), TravelDecision.Return, TravelDecision.Known, "His ticket.",
            new KnownReturn(Flown.Time("LHR 2026-12-16 06:15"), "LHR", "BA10", ReturnSource.Officer), BorderWorld.Officer, default);
        await world.SettleAsync();
        string[] Planned() => [.. world.Store[TravelRecords.IdOf("N-1")].Notices.Where(n => n.State == NoticeState.Planned).Select(n => n.Id).Order(StringComparer.Ordinal)];
        var planned = Planned();
        Assert.Equal(2, planned.Length);

        await world.SendAsync(new PaxlstManifest(Flown.Flight("QF9", "LHR 2026-12-01 21:30", "BKK 2026-12-02 16:10"), [Flown.Person(Jolyon)]));

        Assert.Equal(planned, Planned());
    }

    /// <summary>Somebody of the same name, with a passport of their own.</summary>
    private static PaxlstPerson With(string type, string number) =>
        new(Flown.Alike(Jolyon).Person with { Documents = [new TravelDocument(type, number, "FRA")] });

    private static ManifestMatch Read(CaseFile file) => System.Text.Json.JsonSerializer.Deserialize<ManifestMatch>(file.Report, Hub.Json.HubJson.Options)!;

    private async Task AcknowledgeAllAsync()
    {
        var acknowledgement = new Acknowledgement(new CaseEditor(world.Store, world.Time));
        foreach (var notice in Now.Notices.Where(n => n.IsOpen))
        {
            await acknowledgement.AcknowledgeAsync(notice.Id, BorderWorld.Officer, default);
        }
    }
}
