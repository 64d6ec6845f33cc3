namespace Hub.Functions.Tests.Health;

/// <summary>What alerts are raised from: lines of the log whose beginnings infra/modules/alerts.bicep looks for.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task The_hub_says_every_minute_how_it_is()
    {
        await using var hub = await TestHub.StartAsync();

        await WaitForAsync(hub, "Hub state: ready True, unreachable 0, quarantine 0, ", TimeSpan.FromMinutes(1));

        var line = hub.Log.All.Split('\n').First(l => l.Contains("Hub state: ready True, unreachable 0, quarantine 0, ", StringComparison.Ordinal));
        Assert.Matches(@"^Information Hub state: ready True, unreachable 0, quarantine 0, oldest waiting \d+ s, changes not followed 0, nominals 0\s*$", line);
    }

    [Fact]
    public async Task A_notice_not_acknowledged_when_due_is_logged_and_names_nobody()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.ArrestAsync(new Arrest());
        Assert.DoesNotContain("Notices overdue", hub.Log.All, StringComparison.Ordinal);

        await hub.AdvanceAsync(TimeSpan.FromHours(25));
        await WaitForAsync(hub, "Notices overdue: ", TimeSpan.FromMilliseconds(1));

        var line = hub.Log.All.Split('\n').First(l => l.Contains("Notices overdue", StringComparison.Ordinal));
        Assert.Matches(@"^Information Notices overdue: \d+ notices or steps became so; whoever chases them was told\s*$", line);
    }

    [Theory]
    [InlineData("Hub state")]
    [InlineData("Notices overdue")]
    [InlineData("The sweep sent")]
    [InlineData("The sweep listed")]
    [InlineData("The sweep took in")]
    public void Every_line_alerts_look_for_is_written_by_the_hub(string beginning)
    {
        var alerts = File.ReadAllText(Path.Combine(House.Repository.Root, "infra", "modules", "alerts.bicep"));

        Assert.Contains($"startswith \"{beginning}\"", alerts, StringComparison.Ordinal);
        Assert.Contains(House.Repository.Files("functions", "*.cs"), f => File.ReadAllText(f).Contains($"\"{beginning}", StringComparison.Ordinal));
    }

    // Whatever listens on the hub's clock may not have begun when it is first moved.
    private static async Task WaitForAsync(TestHub hub, string text, TimeSpan by)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!hub.Log.All.Contains(text, StringComparison.Ordinal))
        {
            patience.Token.ThrowIfCancellationRequested();
            await hub.AdvanceAsync(by);
        }
    }
}
