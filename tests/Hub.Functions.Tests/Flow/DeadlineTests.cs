using System.Net;
using System.Text.Json;

namespace Hub.Functions.Tests.Flow;

/// <summary>The 24-hour clock, moved by hand.</summary>
public sealed class DeadlineTests : IAsyncLifetime
{
    private TestHub hub = null!;

    public async Task InitializeAsync() => hub = await TestHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Four_hours_before_it_is_due_an_unacknowledged_notice_becomes_urgent_and_the_desk_is_warned()
    {
        var address = await ArrestAsync();

        await hub.AdvanceAsync(TimeSpan.FromHours(19) - TimeSpan.FromMinutes(1));
        Assert.False((await ReadAsync(address)).Notice("yot:camden").TryGetProperty("warnedAt", out _));
        await hub.AdvanceAsync(TimeSpan.FromMinutes(2));

        var notice = (await ReadAsync(address)).Notice("yot:camden");
        Assert.True(notice.TryGetProperty("warnedAt", out _));
        Assert.Equal("urgent", notice.Text("priority"));
        Assert.Equal(["ppd:camden deadline-near", "yot:camden arrest"], (await ReadAsync(address)).Told());
    }

    [Fact]
    public async Task When_it_is_due_the_breach_is_recorded_and_the_boroughs_desk_told()
    {
        var address = await ArrestAsync();

        await hub.AdvanceAsync(TimeSpan.FromHours(23) - TimeSpan.FromMinutes(1));
        Assert.Equal(["ppd:camden deadline-near", "yot:camden arrest"], (await ReadAsync(address)).Told());
        await hub.AdvanceAsync(TimeSpan.FromMinutes(2));

        var report = await ReadAsync(address);
        Assert.Equal(["ppd:camden deadline-breached", "ppd:camden deadline-near", "yot:camden arrest"], report.Told());
        Assert.Equal(TestHub.Start.AddHours(23), report.Notice("yot:camden").When("breachedAt"));
        Assert.All(report.GetProperty("notices").EnumerateArray(), n => Assert.Equal("delivered", n.Text("state")));
    }

    [Fact]
    public async Task An_acknowledgement_stops_the_clock()
    {
        var address = await ArrestAsync();
        Assert.Equal(HttpStatusCode.OK, await AcknowledgeAsync(address));

        await hub.AdvanceAsync(TimeSpan.FromHours(30));

        var report = await ReadAsync(address);
        Assert.Equal(["yot:camden arrest"], report.Told());
        var notice = report.Notice("yot:camden");
        Assert.Equal("acknowledged", notice.Text("state"));
        Assert.Equal("officer-7", notice.Text("acknowledgedBy"));
        Assert.False(notice.TryGetProperty("warnedAt", out _));
        Assert.False(notice.TryGetProperty("breachedAt", out _));
    }

    [Fact]
    public async Task A_late_acknowledgement_is_recorded_as_late()
    {
        var address = await ArrestAsync();
        await hub.AdvanceAsync(TimeSpan.FromHours(25));

        await AcknowledgeAsync(address);

        var report = await ReadAsync(address);
        Assert.True(report.Notice("yot:camden").GetProperty("acknowledgedLate").GetBoolean());
        Assert.Contains(report.GetProperty("timeline").EnumerateArray(), e => e.Text("action") == "notice.acknowledged" && e.Text("description").Contains("late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_acknowledgement_counts()
    {
        var address = await ArrestAsync();
        await AcknowledgeAsync(address);
        var first = (await ReadAsync(address)).Notice("yot:camden").When("acknowledgedAt");
        await hub.AdvanceAsync(TimeSpan.FromMinutes(5));

        await AcknowledgeAsync(address, "officer-8");

        var notice = (await ReadAsync(address)).Notice("yot:camden");
        Assert.Equal("officer-7", notice.Text("acknowledgedBy"));
        Assert.Equal(first, notice.When("acknowledgedAt"));
    }

    [Fact]
    public async Task A_clock_set_before_a_restart_strikes_after_it()
    {
        var folder = Directory.CreateTempSubdirectory("hub-test-").FullName;
        var time = new Testing.ManualTime(TestHub.Start);
        Uri address;
        await using (var before = await TestHub.StartAsync(folder, time))
        {
            using var answer = await before.PostArrestAsync(new Arrest());
            address = answer.Headers.Location!;
            await before.DrainAsync();
        }

        time.Advance(TimeSpan.FromHours(24));
        await using (var after = await TestHub.StartAsync(folder, time))
        {
            Assert.Equal(["ppd:camden deadline-breached", "yot:camden arrest"], (await after.SettledAsync(address)).Told());
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<Uri> ArrestAsync()
    {
        using var answer = await hub.PostArrestAsync(new Arrest());
        await hub.DrainAsync();
        return answer.Headers.Location!;
    }

    private Task<JsonElement> ReadAsync(Uri address) => hub.SettledAsync(address);

    private async Task<HttpStatusCode> AcknowledgeAsync(Uri address, string officer = "officer-7")
    {
        var notice = (await ReadAsync(address)).Notice("yot:camden").Text("id");
        using var yot = hub.As("yotOfficer", "Camden", name: officer);
        using var answer = await yot.PostAsync($"api/notices/{notice}/acknowledgement", null);
        return answer.StatusCode;
    }
}
