using Hub.Auditing;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Hub.Cases;
using Hub.Nominals;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Manifests;

/// <summary>The list of recent manifests.</summary>
public sealed class ManifestBoardTests : IDisposable
{
    private static readonly Nominal Jolyon = Flown.Offender();
    private static readonly PaxlstManifest Out = Flown.Out(Flown.Person(Jolyon), Flown.Stranger());
    private static readonly PaxlstManifest Back = Flown.Back(Flown.Stranger());

    private readonly BorderWorld world = new(Jolyon);
    private readonly ManifestBoard board;

    public ManifestBoardTests() => board = new ManifestBoard(world.Store, world.Records, world.Time);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Manifests_are_listed_from_the_moment_they_are_taken_in_newest_first()
    {
        var first = await world.AcceptAsync(PaxlstText.Write(Out));
        Assert.Equal([first.Id], await ListedAsync());

        var second = await world.SendAsync(Back);

        Assert.Equal([second, first.Id], await ListedAsync());
    }

    [Fact]
    public async Task What_is_on_the_list_holds_nobody_who_is_listed_in_the_file()
    {
        await world.SendAsync(Out);

        var listed = Assert.Single((await board.ListAsync(new(), default)).Items);
        Assert.Equal(1, Records.StateOf<ManifestRecord>(listed).Hits);
        Assert.DoesNotContain("zwetschke", listed.Report.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("featherstonehaugh", listed.Report.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_manifest_taken_in_again_comes_to_the_top_and_one_that_only_repeats_stays()
    {
        var first = await world.SendAsync(Out);
        var second = await world.SendAsync(Flown.Out(Flown.Stranger()));
        await world.SendAsync(Flown.Out(Flown.Stranger()));
        Assert.Equal([second, first], await ListedAsync());

        await world.SendAsync(Out);

        Assert.Equal([first, second], await ListedAsync());
    }

    [Fact]
    public async Task A_file_refused_from_the_drop_folder_is_listed_too()
    {
        var refused = await world.Intake.RefuseAsync(new ManifestRefusedException(null, "not-csv", "No."), new ManifestOrigin(Actor.Hub, "x.pdf", null, 1), null, default);

        Assert.Equal([refused], await ListedAsync());
    }

    [Fact]
    public async Task After_seven_days_a_manifest_leaves_the_list_and_its_record_stays()
    {
        var first = await world.SendAsync(Out);
        world.Time.Advance(TimeSpan.FromDays(6));
        var second = await world.SendAsync(Back);

        // It was taken in a minute before the second.
        world.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await board.ClearAsync(default));
        world.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await board.ClearAsync(default));

        Assert.Equal([second], await ListedAsync());
        Assert.Equal(ManifestState.Screened, (await world.ManifestAsync(first)).State);
        Assert.Single(world.Store.Audit, a => a.Action == "manifest.unlisted");
        Assert.Equal(0, await board.ClearAsync(default));
    }

    [Fact]
    public async Task A_manifest_that_left_the_list_comes_back_when_it_is_taken_in_again()
    {
        var first = await world.SendAsync(Out);
        await world.SendAsync(Flown.Out(Flown.Stranger()));
        world.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(2, await board.ClearAsync(default));

        await world.SendAsync(Out);

        Assert.Equal([first], await ListedAsync());
    }

    [Fact]
    public async Task Many_leave_at_once()
    {
        foreach (var number in Enumerable.Range(1, 45))
        {
            await world.AcceptAsync(PaxlstText.Write(new PaxlstManifest(Flown.Flight($"BA{number}", "LHR 2026-12-01 21:30", "BKK 2026-12-02 16:10"), [Flown.Stranger()])));
        }

        world.Time.Advance(ManifestBoard.Listed);

        Assert.Equal(45, await board.ClearAsync(default));
        Assert.Empty(await ListedAsync());
    }

    private async Task<CaseId[]> ListedAsync() => [.. (await board.ListAsync(new(), default)).Items.Select(c => c.Id)];
}
