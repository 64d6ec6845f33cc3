using System.Text;
using Hub.Archive;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Hub.Cases;
using Hub.Embedded.Files;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Manifests;

/// <summary>Manifests dropped as files: none is removed before it was taken in, and none is left lying.</summary>
public sealed class DroppedManifestsTests : IDisposable
{
    private readonly BorderWorld world = new(Flown.Offender());
    private readonly DirectoryInfo blobs = Directory.CreateTempSubdirectory("hub-drop-");
    private readonly DirectoryInfo folder;
    private readonly ManifestDropFolder drop;
    private readonly DroppedManifests dropped;

    public DroppedManifestsTests()
    {
        folder = blobs.CreateSubdirectory("manifests");
        drop = new ManifestDropFolder(blobs.FullName);
        dropped = new DroppedManifests(world.Intake, new ManifestFiles(world.Archive), drop, world.Time);
    }

    private string[] Lying => [.. folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => f.Name).Order()];

    public void Dispose()
    {
        world.Dispose();
        blobs.Delete(recursive: true);
    }

    [Fact]
    public async Task A_dropped_file_is_taken_in_and_goes()
    {
        Lay("list.edi", List("BA9"), TimeSpan.Zero);

        await dropped.TakeAsync("list.edi", default);
        await dropped.TakeAsync("list.edi", default);

        Assert.Single(world.Store.All);
        Assert.Empty(Lying);
    }

    [Fact]
    public async Task One_that_its_sender_wrote_anew_while_it_was_taken_in_stays_and_is_taken_in_too()
    {
        Lay("list.edi", List("BA9"), TimeSpan.Zero);
        world.Failing.Reading = _ =>
        {
            world.Failing.Reading = null;
            var newer = Path.Combine(blobs.FullName, "newer");
            File.WriteAllText(newer, List("BA11"));
            File.Move(newer, Path.Combine(folder.FullName, "list.edi"), overwrite: true);
            return Task.CompletedTask;
        };

        await dropped.TakeAsync("list.edi", default);
        Assert.Equal(["list.edi"], Lying);
        Assert.Single(world.Store.All);

        await dropped.TakeAsync("list.edi", default);
        Assert.Empty(Lying);
        Assert.Equal(2, world.Store.All.Count);
    }

    [Fact]
    public async Task What_the_trigger_left_lying_is_taken_in_once_it_has_lain_long_enough()
    {
        Lay("young.edi", List("BA9"), DroppedManifests.Patience - TimeSpan.FromSeconds(1));
        Lay("old.edi", List("BA11"), DroppedManifests.Patience + TimeSpan.FromSeconds(1));
        Lay("deeper/broken.edi", "UNB+UNOA:4+X", DroppedManifests.Patience + TimeSpan.FromSeconds(1));

        Assert.Equal(2, await dropped.SweepAsync(default));

        Assert.Equal(["young.edi"], Lying);
        Assert.Equal([("deeper/broken.edi", ManifestState.Refused), ("old.edi", ManifestState.Received)], Manifests());
        Assert.Equal(0, await dropped.SweepAsync(default));
    }

    [Fact]
    public async Task One_that_fails_again_stays_and_does_not_keep_the_others()
    {
        Lay("first.edi", List("BA9"), TimeSpan.FromHours(2));
        Lay("second.edi", List("BA11"), TimeSpan.FromHours(1));
        var failing = CaseId.For(ManifestRecord.Sort, ArchiveAddress.Of(Encoding.UTF8.GetBytes(List("BA9"))).Sha256);
        world.Failing.Reading = id => id == failing ? throw new IOException("The store does not answer.") : Task.CompletedTask;

        await Assert.ThrowsAsync<AggregateException>(() => dropped.SweepAsync(default));
        Assert.Equal(["first.edi"], Lying);

        world.Failing.Reading = null;
        Assert.Equal(1, await dropped.SweepAsync(default));
        Assert.Empty(Lying);
        Assert.Equal(["first.edi", "second.edi"], Manifests().Select(m => m.FileName));
    }

    [Fact]
    public async Task A_file_that_somebody_has_in_hand_is_left_to_them()
    {
        Lay("list.edi", List("BA9"), TimeSpan.FromHours(1));
        await using var held = new FileStream(Path.Combine(folder.FullName, "list.edi"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(0, await dropped.SweepAsync(default));
        Assert.Equal(["list.edi"], Lying);
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_folder_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => drop.OpenAsync("../keys/issuer.pem", default));

    private static string List(string flight) => PaxlstText.Write(new PaxlstManifest(Flown.Flight(flight, "LHR 2026-12-01 21:30", "BKK 2026-12-02 16:10"), [Flown.Stranger()]));

    private IEnumerable<(string? FileName, ManifestState State)> Manifests() => world.Store.All
        .Where(c => c.Feed == ManifestRecord.Sort).Select(Records.StateOf<ManifestRecord>).Select(m => (m.FileName, m.State)).Order();

    private void Lay(string name, string content, TimeSpan ago)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, content);
        file.LastWriteTimeUtc = (world.Time.GetUtcNow() - ago).UtcDateTime;
    }
}
