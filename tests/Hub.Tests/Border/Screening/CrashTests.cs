using Hub.Border.Manifests;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Screening;

/// <summary>Wherever the process dies, delivering again leads to the state it would have led to without.</summary>
public sealed class CrashTests
{
    private static readonly Hub.Nominals.Nominal Jolyon = Flown.Offender();
    private static readonly Hub.Nominals.Nominal Other = Flown.Offender("N-2", "Thistlethwaite") with { Born = Persons.BirthDate.Parse("1964-11-02") };

    /// <summary>A whole list with two hits and a child, the way back, a list that takes one off and changes the other, and one that puts him on again.</summary>
    private static readonly string[] Files =
    [
        PaxlstText.Write(Flown.Out(Flown.Person(Jolyon, "QX1"), Flown.Stranger(0, "2015-01-01", "QX1"), Flown.Person(Other), Flown.Stranger(1))),
        PaxlstText.Write([Flown.Back(Flown.Person(Jolyon)), Flown.Out(Flown.Person(Jolyon)).Crew()]),
        PaxlstText.Write(Flown.Out(Flown.Person(Other, "QX2"), Flown.Stranger(1))),
        PaxlstText.Write([Flown.Out(Flown.Person(Other)).As("XR"), Flown.Out(Flown.Person(Jolyon)).As("CP")]),
    ];

    [Fact]
    public async Task Dying_at_any_commit_changes_nothing_in_the_end()
    {
        var expected = await RunAsync(int.MaxValue, int.MaxValue);
        Assert.Contains(expected.Picture, line => line.Contains("Withdrawn", StringComparison.Ordinal));
        Assert.Contains(expected.Picture, line => line.Contains("child-travelling", StringComparison.Ordinal));

        for (var step = 0; ; step++)
        {
            var run = await RunAsync(step, int.MaxValue);
            Assert.Equal(expected.Picture, run.Picture);
            if (!run.Died)
            {
                Assert.InRange(step, 50, 500);
                return;
            }
        }
    }

    [Fact]
    public async Task Failing_to_open_the_file_at_any_time_changes_nothing_in_the_end()
    {
        var expected = await RunAsync(int.MaxValue, int.MaxValue);
        for (var opening = 0; ; opening++)
        {
            var run = await RunAsync(int.MaxValue, opening);
            Assert.Equal(expected.Picture, run.Picture);
            if (!run.Died)
            {
                Assert.InRange(opening, 4, 20);
                return;
            }
        }
    }

    private static async Task<(string[] Picture, bool Died)> RunAsync(int dieAt, int failOpening)
    {
        using var world = new BorderWorld(Jolyon, Other);
        await world.ReadyAsync();
        world.Failing.DieAfter(dieAt);
        var openings = 0;
        var died = false;
        world.Archive.Opening = () =>
        {
            if (openings++ == failOpening)
            {
                throw new ProcessDiedException();
            }
        };
        foreach (var file in Files)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            died |= await AgainIfDiedAsync(world, () => world.AcceptAsync(file));
            died |= await AgainIfDiedAsync(world, world.SettleAsync);
        }

        return (Picture.Of(world.Store), died);
    }

    private static async Task<bool> AgainIfDiedAsync(BorderWorld world, Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (ProcessDiedException)
        {
            world.Failing.Heal();
            await work();
            return true;
        }
    }

    [Fact]
    public async Task A_mixed_file_goes_though_the_process_died_before_it_was_removed()
    {
        using var world = new BorderWorld(Jolyon);
        await world.ReadyAsync();
        await world.AcceptAsync(PaxlstText.Write([Flown.Out(Flown.Person(Jolyon)), new PaxlstManifest(Flown.Flight("BA117", "LHR 2026-12-01 08:25", "JFK 2026-12-01 11:20"), [Flown.Stranger()])]));
        var accepted = BorderWorld.Messages(world.Store.Events[0]).Single();
        await world.DeliverAsync(accepted);
        var manifest = await world.ManifestAsync(accepted.CaseId());
        Assert.Equal((ManifestState.Screened, 0), (manifest.State, world.Archive.Addresses.Count));

        // As if it had died between the commit and the removal.
        await world.Archive.PutAsync(System.Text.Encoding.UTF8.GetBytes(PaxlstText.Write([Flown.Out(Flown.Person(Jolyon)), new PaxlstManifest(Flown.Flight("BA117", "LHR 2026-12-01 08:25", "JFK 2026-12-01 11:20"), [Flown.Stranger()])])), default);
        await world.DeliverAsync(accepted);
        Assert.Empty(world.Archive.Addresses);
    }
}
