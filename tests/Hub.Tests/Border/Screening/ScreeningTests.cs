using System.Text.Json;
using Hub.Border.Hits;
using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Json;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Screening;

public sealed class ScreeningTests : IDisposable
{
    private static readonly Nominal Jolyon = Flown.Offender();
    private static readonly Nominal Child = Flown.Offender("N-9", "Thistlethwaite") with { Born = BirthDate.Parse("2012-04-05"), Registers = ["yot"], NotificationPeriods = [] };

    private readonly BorderWorld world = new(Jolyon, Child);

    public void Dispose() => world.Dispose();

    private static ManifestMatch Report(CaseFile file) => file.Report.Deserialize<ManifestMatch>(HubJson.Options)!;

    [Fact]
    public async Task A_hit_has_its_own_case_and_who_is_none_leaves_a_count()
    {
        var id = await world.SendAsync(Flown.Out(Flown.Stranger(1), Flown.Person(Jolyon, "QX1"), Flown.Stranger(2)));

        var manifest = await world.ManifestAsync(id);
        Assert.Equal((ManifestState.Screened, 3L, 1, 0, 0L), (manifest.State, manifest.Done, manifest.Hits, manifest.Withdrawn, manifest.NotOfInterest));
        var hit = await world.HitAsync(id);
        Assert.Equal(("BA9/2026-12-01/LHR/N-1", CaseStatus.Assessed), (hit.Reference, hit.Status));
        Assert.Equal("match", manifest.HitsShown[0].Outcome);
        Assert.Equal(manifest.HitsShown[0].At, Report(hit).At);
        Assert.All(world.Store.All, c => Assert.DoesNotContain("zwetschke", JsonSerializer.Serialize(c, HubJson.Options), StringComparison.OrdinalIgnoreCase));
        Assert.All(world.Store.Audit, a => Assert.DoesNotContain("featherstonehaugh", a.Description, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Passengers_and_crew_of_one_flight_are_apart()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)).Crew());
        await world.SendAsync(Flown.Out(Flown.Stranger()).Crew());
        Assert.Equal(["BA9/2026-12-01/LHR/N-1"], Picture.Live(world.Store));
        Assert.Equal(CaseStatus.Withdrawn, world.Store[HitCases.IdOf("BA9/2026-12-01/LHR/crew/N-1")].Status);
    }

    [Fact]
    public async Task Who_leaves_before_the_monitored_part_of_a_flight_is_counted_and_not_compared()
    {
        var flight = Flown.Flight("BA15", "LHR 2026-12-01 21:30", "SIN 2026-12-02 18:00", "BKK 2026-12-02 22:00");
        var id = await world.SendAsync(new PaxlstManifest(flight, [Flown.Person(Jolyon) with { Leaves = "SIN" }, Flown.Stranger()]));
        var manifest = await world.ManifestAsync(id);
        Assert.Equal((2L, 1L, 0), (manifest.Done, manifest.NotMonitored, manifest.Hits));
    }

    [Fact]
    public async Task Who_began_elsewhere_and_boards_a_monitored_flight_is_compared()
    {
        var id = await world.SendAsync(Flown.Out(Flown.Person(Jolyon) with { Boards = "JFK", Leaves = "SYD" }));
        var match = Report(await world.HitAsync(id));
        Assert.Equal(("LHR", "BKK"), (match.Boards, match.Leaves));
    }

    [Fact]
    public async Task A_known_person_who_is_none_of_the_borders_business_is_counted()
    {
        var id = await world.SendAsync(Flown.Out(Flown.Person(Child)));
        var manifest = await world.ManifestAsync(id);
        Assert.Equal((0, 1L), (manifest.Hits, manifest.NotOfInterest));
        Assert.Empty(Picture.Live(world.Store));
    }

    [Fact]
    public async Task A_nominal_whose_time_on_the_register_has_ended_is_no_hit()
    {
        await world.ReadyAsync();
        await world.Register.EndAsync(Jolyon.Id, SmallWorld.Now, default);
        Assert.Equal(0, (await world.ManifestAsync(await world.SendAsync(Flown.Out(Flown.Person(Jolyon))))).Hits);
    }

    [Fact]
    public async Task Of_one_who_is_possible_the_best_candidate_of_interest_is_the_hit()
    {
        var twin = Child with { Id = "N-3", Registers = ["visor"], Names = [Child.Names[0] with { Given = ["Jolyon", "Percy"] }], Documents = [] };
        using var here = new BorderWorld(Child with { Documents = [] }, twin);
        var id = await here.SendAsync(Flown.Out(Flown.Alike(Child)));
        Assert.Equal(["BA9/2026-12-01/LHR/N-3"], Picture.Live(here.Store));
        Assert.Equal("possible", (await here.ManifestAsync(id)).HitsShown[0].Outcome);
    }

    [Fact]
    public async Task Of_two_who_may_be_one_nominal_the_likelier_has_the_plain_reference_wherever_they_stand()
    {
        string[] both = ["BA9/2026-12-01/LHR/N-1", "BA9/2026-12-01/LHR/N-1/2"];
        var id = await world.SendAsync(Flown.Out(Flown.Alike(Jolyon), Flown.Person(Jolyon)));
        Assert.Equal(both, Picture.Live(world.Store));
        Assert.Equal(["possible", "match"], (await world.ManifestAsync(id)).HitsShown.Select(h => h.Outcome));
        Assert.NotEmpty(Report(world.Store[HitCases.IdOf(both[0])]).Traveller.Documents);

        var commits = world.Store.Commits.Count(c => c.Case.Reference == both[1]);
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon), Flown.Alike(Jolyon), Flown.Stranger()));
        Assert.Equal(both, Picture.Live(world.Store));
        Assert.Equal("report.listed", world.Store.Commits.Where(c => c.Case.Reference == both[1]).Skip(commits).Single().Audit.Single().Action);
    }

    [Fact]
    public async Task The_same_content_on_another_line_is_no_amendment()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        var before = world.Store[HitCases.IdOf("BA9/2026-12-01/LHR/N-1")];
        var id = await world.SendAsync(Flown.Out(Flown.Stranger(), Flown.Person(Jolyon)));

        var after = await world.HitAsync(id);
        Assert.Equal((before.ContentHash, before.Status, before.Notices.Length), (after.ContentHash, after.Status, after.Notices.Length));
        Assert.DoesNotContain(world.Store.Audit, a => a.Action == "report.amended");
        Assert.Equal(id, Report(after).Manifest);
    }

    [Fact]
    public async Task Progress_is_told_while_it_goes_on()
    {
        var people = Enumerable.Range(0, 20_001).Select(i => Flown.Stranger(i));
        var id = await world.SendAsync(Flown.Out([.. people]));
        Assert.Equal(["20000 of 20001 travellers done; hits so far: 0."], world.Store.Audit.Where(a => a.Action == "manifest.progress").Select(a => a.Description));
        Assert.Equal(20_001, (await world.ManifestAsync(id)).Done);
    }

    [Fact]
    public async Task Progress_counts_as_hits_only_who_is_the_border_s_business()
    {
        await world.SendAsync(Flown.Out([Flown.Person(Child), Flown.Person(Jolyon), .. Enumerable.Range(0, 20_000).Select(i => Flown.Stranger(i))]));
        Assert.Equal(["20000 of 20002 travellers done; hits so far: 1."], world.Store.Audit.Where(a => a.Action == "manifest.progress").Select(a => a.Description));
    }

    [Fact]
    public async Task A_file_that_has_gone_cannot_be_screened_and_the_message_says_so()
    {
        await world.ReadyAsync();
        await world.AcceptAsync(PaxlstText.Write(Flown.Out(Flown.Person(Jolyon))));
        await world.Archive.ExpireAsync(DateTimeOffset.MaxValue, default);
        Assert.Equal("manifest-expired", (await Assert.ThrowsAsync<PermanentFailureException>(world.SettleAsync)).Code);
    }

    [Fact]
    public async Task Events_of_another_type_and_unknown_manifests_fail_for_good()
    {
        await world.AcceptAsync(PaxlstText.Write(Flown.Out(Flown.Person(Jolyon))));
        var message = BorderWorld.Messages(world.Store.Events.Single()).Single();
        Assert.Equal("unknown-event-type", (await Assert.ThrowsAsync<PermanentFailureException>(() => world.Screening.ScreenAsync(message with { Type = "hub.manifest.accepted.v2" }, default))).Code);
        Assert.Equal("case-unknown", (await Assert.ThrowsAsync<PermanentFailureException>(() => world.Screening.ScreenAsync(message with { Subject = CaseId.For("x", "y").ToString() }, default))).Code);
    }

    [Fact]
    public async Task Children_of_the_booking_are_those_under_18_on_the_day_or_perhaps()
    {
        var id = await world.SendAsync(Flown.Out(
            Flown.Person(Jolyon, "QX1"),
            Flown.Stranger(0, "2008-12-01", "QX1"),
            Flown.Stranger(1, "2008-12-02", "QX1"),
            Flown.Stranger(2, "2008", "QX1"),
            Flown.Stranger(3, null, "QX1"),
            Flown.Stranger(4, "2015-01-01", "OTHER"),
            Flown.Stranger(5, "2015-01-01")));

        var match = Report(await world.HitAsync(id));
        Assert.Equal(4, match.Companions);
        Assert.Equal(["2008-12-02", "2008"], match.Children.Select(c => c.Born.ToString()));
    }

    [Fact]
    public async Task Without_a_booking_nobody_is_known_to_travel_along()
    {
        var match = Report(await world.HitAsync(await world.SendAsync(Flown.Out(Flown.Person(Jolyon), Flown.Stranger(0, "2015-01-01")))));
        Assert.Null(match.Companions);
        Assert.Empty(match.Children);
    }

    [Fact]
    public async Task A_child_who_is_the_hit_is_not_its_own_companion()
    {
        using var here = new BorderWorld(Child with { Markers = [Marker.Missing] });
        var match = Report(await here.HitAsync(await here.SendAsync(Flown.Out(Flown.Person(Child, "QX1"), Flown.Stranger(0, "1980-01-01", "QX1")))));
        Assert.Equal(1, match.Companions);
        Assert.Empty(match.Children);
    }
}
