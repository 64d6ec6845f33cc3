using Hub.Auditing;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Hub.Cases;
using Hub.Nominals;
using Hub.Notices;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Manifests;

public sealed class ManifestIntakeTests : IDisposable
{
    private static readonly Nominal Jolyon = Flown.Offender();
    private static readonly string File = PaxlstText.Write(Flown.Out(Flown.Person(Jolyon), Flown.Stranger()));
    private static readonly PaxlstManifest ToNewYork = new(Flown.Flight("BA117", "LHR 2026-12-01 08:25", "JFK 2026-12-01 11:20"), [Flown.Stranger()]);

    private readonly BorderWorld world = new(Jolyon);

    public void Dispose() => world.Dispose();

    private async Task<string> RefusedAsync(string text)
    {
        var refused = await Assert.ThrowsAsync<ManifestRefusedException>(() => world.AcceptAsync(text));
        Assert.Empty(world.Archive.Addresses);
        Assert.Empty(world.Store.All);
        return refused.Code;
    }

    [Fact]
    public async Task A_manifest_is_kept_with_its_counts_and_an_event_and_nothing_of_its_persons()
    {
        var receipt = await world.AcceptAsync(File);

        var record = receipt.Record;
        Assert.Equal((false, ManifestState.Received, 1, 2L, 0L, (long)File.Length), (receipt.Repeated, record.State, record.Round, record.Travellers, record.SetAside, record.Bytes));
        Assert.Equal((world.Archive.Addresses.Single(), SmallWorld.Now.AddHours(24)), (record.File!.Value, record.KeptUntil));
        var list = Assert.Single(record.Lists);
        Assert.Equal(("BA9/2026-12-01/LHR", ListKind.Passengers, ListFunction.Whole, 2L, true), (list.Flight.Key, list.Kind, list.Function, list.Travellers, list.Monitored));
        Assert.Equal(("manifests", HubTopology.ManifestAccepted, receipt.Id), (world.Store.Events.Single().Topic, world.Store.Events.Single().Type, world.Store.Events.Single().Case));
        Assert.DoesNotContain("zwetschke", world.Store[receipt.Id].Report.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("featherstonehaugh", world.Store[receipt.Id].Report.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_file_with_more_hops_than_its_record_can_hold_is_refused_and_one_with_as_many_fits()
    {
        string[] calls = ["LHR 2026-12-01 06:00", "CDG 2026-12-01 09:00", "FCO 2026-12-01 12:00", "ATH 2026-12-01 15:00", "BKK 2026-12-02 12:00"];
        PaxlstManifest[] lists = [.. Enumerable.Range(1, (ManifestIntake.MaxHops / 4) + 1).Select(n => new PaxlstManifest(Flown.Flight($"BA{n}", calls), [Flown.Stranger(n)]))];

        Assert.Equal("too-many-lists", await RefusedAsync(PaxlstText.Write(lists)));

        var kept = await world.AcceptAsync(PaxlstText.Write(lists[1..]));
        Assert.InRange(world.Store[kept.Id].Report.GetRawText().Length, 900_000, CommitLimits.MaxBytes - 500_000);
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_manifest_before_and_after_it_is_screened()
    {
        var first = await world.AcceptAsync(File);
        var again = await world.AcceptAsync(File);
        Assert.Equal((first.Id, true, 1), (again.Id, again.Repeated, world.Store.Events.Count));

        await world.ReadyAsync();
        await world.SettleAsync();
        var commits = world.Store.Commits.Count;
        var late = await world.AcceptAsync(File);
        Assert.Equal((first.Id, true, ManifestState.Screened, commits), (late.Id, late.Repeated, late.Record.State, world.Store.Commits.Count));
    }

    [Fact]
    public async Task The_same_file_at_once_from_many_sides_is_one_manifest()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => world.AcceptAsync(File))));
        Assert.Single(receipts, r => !r.Repeated);
        Assert.Single(receipts.Select(r => r.Id).Distinct());
        Assert.Single(world.Store.Events);
    }

    [Fact]
    public async Task A_file_sent_again_after_another_replaced_it_is_screened_again()
    {
        var first = await world.SendAsync(Flown.Out(Flown.Person(Jolyon), Flown.Stranger()));
        await world.SendAsync(Flown.Out(Flown.Stranger()));
        Assert.Empty(Screening.Picture.Live(world.Store));

        var again = await world.SendAsync(Flown.Out(Flown.Person(Jolyon), Flown.Stranger()));

        var record = await world.ManifestAsync(again);
        Assert.Equal((first, 2, ManifestState.Screened, 1), (again, record.Round, record.State, record.Hits));
        Assert.Single(Screening.Picture.Live(world.Store));
    }

    [Fact]
    public async Task The_first_rounds_event_coming_late_does_not_speak_for_the_second()
    {
        await world.ReadyAsync();
        await world.AcceptAsync(File);
        var late = BorderWorld.Messages(world.Store.Events[0]).Single();
        await world.SettleAsync();
        await world.SendAsync(Flown.Out(Flown.Stranger()));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.AcceptAsync(File);
        await world.DeliverAsync(late);
        await world.SettleAsync();

        Assert.Single(Screening.Picture.Live(world.Store));
        Assert.Equal(2, (await world.ManifestAsync(late.CaseId())).Round);
    }

    [Fact]
    public async Task The_flight_stated_beside_a_file_tells_it_from_the_same_file_for_another()
    {
        var plain = await world.AcceptAsync(File);
        var stated = await world.AcceptAsync(File, new StatedFlight("BA9", "LHR", "BKK", "2026-12-01", null));
        Assert.NotEqual(plain.Id, stated.Id);
        Assert.False(stated.Repeated);
        Assert.True((await world.AcceptAsync(File, new StatedFlight("BA9", "LHR", "BKK", "2026-12-01", null))).Repeated);
    }

    [Fact]
    public async Task Of_what_is_refused_nothing_is_kept()
    {
        Assert.Equal("route-not-monitored", await RefusedAsync(PaxlstText.Write(ToNewYork)));
        Assert.Equal("nobody-listed", await RefusedAsync(PaxlstText.Write(Flown.Out())));
        await RefusedAsync(File[..^40]);
        await RefusedAsync("");
        await RefusedAsync("Dear all, the list is attached.");
    }

    [Fact]
    public async Task A_cancelled_flight_need_name_nobody()
    {
        Assert.All((await world.AcceptAsync(PaxlstText.Write(Flown.Out().As("XF")))).Record.Lists, l => Assert.Equal(ListFunction.FlightCancelled, l.Function));
    }

    [Fact]
    public async Task More_lists_than_a_day_of_flights_are_refused()
    {
        var lists = Enumerable.Range(1, ManifestIntake.MaxLists + 1).Select(i => new PaxlstManifest(Flown.Flight($"BA{i}", "LHR 2026-12-01 21:30", "BKK 2026-12-02 16:10"), [Flown.Stranger()]));
        Assert.Equal("too-many-lists", await RefusedAsync(PaxlstText.Write([.. lists])));
    }

    [Fact]
    public async Task A_file_that_holds_unmonitored_flights_goes_once_it_is_screened_also_when_it_comes_again()
    {
        var id = await world.SendAsync(Flown.Out(Flown.Person(Jolyon)), ToNewYork);
        Assert.Equal([true, false], (await world.ManifestAsync(id)).Lists.Select(l => l.Monitored));
        Assert.Equal(1, (await world.ManifestAsync(id)).NotMonitored);
        Assert.Empty(world.Archive.Addresses);

        Assert.Equal(id, await world.SendAsync(Flown.Out(Flown.Person(Jolyon)), ToNewYork));
        Assert.Empty(world.Archive.Addresses);
    }

    [Fact]
    public async Task A_file_sent_again_after_it_has_gone_does_not_stay_again()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        world.Time.Advance(ManifestFiles.Retention);
        await world.Archive.ExpireAsync(world.Time.GetUtcNow().AddSeconds(1), default);
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        Assert.Empty(world.Archive.Addresses);
    }

    [Fact]
    public async Task A_dropped_file_that_is_refused_is_recorded_and_the_border_liaison_told()
    {
        var origin = new ManifestOrigin(new Actor("drop", "hub"), "ba9.txt", null, ManifestIntake.MaxDropped);
        var refused = new ManifestRefusedException(new ManifestPlace(3), "lines-unreadable", "Not a list.");

        var id = await world.Intake.RefuseAsync(refused, origin, null, default);
        Assert.Equal(id, await world.Intake.RefuseAsync(refused, origin, null, default));

        var record = await world.ManifestAsync(id);
        Assert.Equal((ManifestState.Refused, new ManifestRefusal("line 3", "lines-unreadable", "Not a list.")), (record.State, record.Refusal));
        var notice = Assert.Single(world.Store[id].Notices);
        Assert.Equal((NoticeKind.ManifestRefused, Recipient.BorderLiaison, NoticePriority.Urgent), (notice.Kind, notice.Recipient, notice.Priority));
    }
}
