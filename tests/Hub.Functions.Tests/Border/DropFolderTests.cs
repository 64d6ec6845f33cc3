using System.Text;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>Large manifests are dropped into a folder; there is nobody to answer, so the border liaison hears of what cannot be used.</summary>
public sealed class DropFolderTests : IAsyncLifetime
{
    private BorderHub border = null!;

    private string Folder => Path.Combine(border.Hub.Folder, "blobs", "manifests");

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task A_dropped_file_is_taken_in_screened_and_removed()
    {
        await DropAsync("BA9.edi", PaxlstText.Write(Lists.Out([Lists.Traveller(Offenders.Thornbury), Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")])));

        Assert.Equal(["border-liaison border-hit"], (await border.InboxAsync(border.Liaison)).Standing());
        var hit = Assert.Single(await border.InboxAsync(border.Liaison));
        var manifest = await border.ManifestAsync(hit.GetProperty("content").Text("manifest"), border.Liaison);
        Assert.Equal(("screened", "BA9.edi", "manifest-drop"), (manifest.Text("state"), manifest.Text("fileName"), manifest.Text("by")));
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_the_place_and_the_border_liaison_told()
    {
        var text = PaxlstText.Write(Lists.Out(Offenders.Thornbury));

        await DropAsync("broken.edi", text[..text.IndexOf("CNT+", StringComparison.Ordinal)]);

        var notice = Assert.Single(await border.InboxAsync(border.Liaison));
        Assert.Equal(("manifest-refused", "urgent", "broken.edi"), (notice.Text("kind"), notice.Text("priority"), notice.GetProperty("content").Text("file")));
        Assert.Equal("truncated", notice.GetProperty("content").Text("code"));
        Assert.StartsWith("segment ", notice.GetProperty("content").Text("at"), StringComparison.Ordinal);
        Assert.Empty(KeptBytes.Search(border.Hub.Folder, ["BA9/2026"]));
        var refused = await border.ManifestAsync(notice.Text("report"), border.Liaison);
        Assert.Equal(("refused", "truncated"), (refused.Text("state"), refused.GetProperty("refusal").Text("code")));
    }

    [Fact]
    public async Task Of_a_dropped_file_whose_flights_are_not_monitored_nothing_is_left_but_the_refusal()
    {
        var toNewYork = new PaxlstManifest(Lists.Flight("117", "LHR", "JFK", Lists.Leaves, Lists.Leaves.AddHours(3)), [Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11", "611000137")]);

        await DropAsync("BA117.edi", PaxlstText.Write(toNewYork));

        var notice = Assert.Single(await border.InboxAsync(border.Liaison));
        Assert.Equal(("manifest-refused", "normal", "route-not-monitored"), (notice.Text("kind"), notice.Text("priority"), notice.GetProperty("content").Text("code")));
        Assert.Empty(KeptBytes.Search(border.Hub.Folder, ["Quillfeather", "QUILLFEATHER", "Xanthippe", "1990-06-11", "19900611", "611000137"]));
    }

    /// <summary>Puts a file there as a copying program does, and waits until it is gone and all it set off has settled.</summary>
    private async Task DropAsync(string name, string content)
    {
        Directory.CreateDirectory(Folder);
        var draft = Path.Combine(border.Hub.Folder, name);
        await File.WriteAllTextAsync(draft, content, Encoding.UTF8);
        File.Move(draft, Path.Combine(Folder, name));
        await border.Hub.UntilAsync(() => !File.Exists(Path.Combine(Folder, name)), TimeSpan.FromSeconds(1));
        await border.Hub.DrainAsync();
    }
}
