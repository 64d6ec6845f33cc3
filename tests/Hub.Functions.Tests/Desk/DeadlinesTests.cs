using System.Net.Http.Json;
using System.Text.Json;
using Hub.Notices;

namespace Hub.Functions.Tests.Desk;

/// <summary>The board of all London's deadlines.</summary>
public sealed class DeadlinesTests
{
    private static readonly DateTimeOffset Now = TestHub.Start;

    [Fact]
    public async Task All_teams_deadlines_stand_soonest_first_with_whose_they_are_and_who_chases_them()
    {
        await using var hub = await TestHub.StartAsync();
        await FillAsync(hub);
        using var desk = await DeskClient.SignInAsync(hub, "supervisor");

        var page = InboxTests.TextOf(await desk.GetAsync("/desk/deadlines"));

        InboxTests.AssertInOrder(
            page, "2 notices are overdue", "Overdue 2", "Due within 4 hours 1", "Due by midnight 2",
            "Overdue", "Camden late", "Overdue by 3 hours", "Camden youth offending team must acknowledge it. Who chases it: Camden public protection desk.",
            "Brent late", "Brent youth offending team must acknowledge it. Nobody is named to chase it.",
            "Due within 4 hours", "Desk soon", "Due later today", "Compass tonight", "Due later", "Brent tomorrow",
            "Deported offenders who land within 48 hours", "None is expected.");
        Assert.DoesNotContain("No clock", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not yet raised", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("team=yot&borough=", "1 notice is overdue|2 notices are overdue", "Camden late,Brent late,Brent tomorrow")]
    [InlineData("team=&borough=camden", "1 notice is overdue", "Camden late,Desk soon")]
    [InlineData("team=yot&borough=brent", "1 notice is overdue", "Brent late,Brent tomorrow")]
    [InlineData("team=sapphire&borough=brent", "No notice is overdue", "")]
    [InlineData("team=nonsense&borough=", "2 notices are overdue", "Camden late,Brent late,Desk soon,Compass tonight,Brent tomorrow")]
    public async Task It_is_filtered_by_team_and_borough(string filter, string heading, string expected)
    {
        await using var hub = await TestHub.StartAsync();
        await FillAsync(hub);
        using var desk = await DeskClient.SignInAsync(hub, "auditor");

        var page = InboxTests.TextOf(await desk.GetAsync($"/desk/deadlines?{filter}"));

        Assert.Contains(heading.Split('|'), words => page.Contains(words, StringComparison.Ordinal));
        foreach (var title in new[] { "Camden late", "Brent late", "Desk soon", "Compass tonight", "Brent tomorrow" })
        {
            Assert.Equal((title, expected.Contains(title, StringComparison.Ordinal)), (title, page.Contains(title, StringComparison.Ordinal)));
        }

        Assert.Equal(expected.Length == 0, page.Contains("No open notice of this team or borough has a deadline.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_board_is_read_page_by_page_with_its_filter()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.AddNoticesAsync([.. Enumerable.Range(0, 55).Select(i => NoticesAdded.Draft($"No {i:00};") with { Due = Now.AddMinutes(i) }), NoticesAdded.Draft("Brent's", "yot:brent") with { Due = Now }]);
        using var desk = await DeskClient.SignInAsync(hub, "supervisor");

        var first = await desk.GetAsync("/desk/deadlines?team=yot&borough=camden");
        var second = await desk.GetAsync(InboxTests.HrefOf(first, "Next page"));

        foreach (var i in Enumerable.Range(0, 55))
        {
            Assert.Equal((i < 50, i >= 50), (first.Contains($"No {i:00};", StringComparison.Ordinal), second.Contains($"No {i:00};", StringComparison.Ordinal)));
        }

        Assert.DoesNotContain("Brent&#x27;s", second, StringComparison.Ordinal);
        Assert.Equal("/desk/deadlines?team=yot&borough=camden", InboxTests.HrefOf(second, "First page"));
    }

    [Fact]
    public async Task Deported_offenders_who_land_soon_are_listed_and_name_nobody()
    {
        await using var hub = await TestHub.StartAsync();
        var soon = await DeportedOffenders.CaseHub.OpenAsync(hub, "N-1", TimeSpan.FromHours(30));
        var later = await DeportedOffenders.CaseHub.OpenAsync(hub, "N-2", TimeSpan.FromHours(60));
        await hub.DrainAsync();
        using var desk = await DeskClient.SignInAsync(hub, "supervisor", name: "sup");

        var page = await desk.GetAsync("/desk/deadlines");
        var arrivals = page[page.IndexOf("Deported offenders who land", StringComparison.Ordinal)..];

        Assert.Contains($"/desk/deported-offenders/{soon}", arrivals, StringComparison.Ordinal);
        Assert.DoesNotContain(later, arrivals, StringComparison.Ordinal);
        Assert.Contains("Flight BA10 to", arrivals, StringComparison.Ordinal);
        Assert.Contains("Lands tomorrow, Monday 23 November 2026, at 2:00pm", InboxTests.TextOf(arrivals), StringComparison.Ordinal);
        Assert.DoesNotContain("Thornbury", page, StringComparison.Ordinal);
        using var auditor = hub.As("auditor");
        var log = (await auditor.GetFromJsonAsync<JsonElement>("api/audit?limit=500")).GetProperty("items").EnumerateArray().Where(e => e.Text("by") == "sup").Select(e => (e.Text("action"), e.Text("subject")));
        Assert.Equal([("read-deadlines", "deadlines"), ("read-deported-offender", "deported-offenders")], log);
    }

    private static Task<string[]> FillAsync(TestHub hub) => hub.AddNoticesAsync(
        NoticesAdded.Draft("Brent tomorrow", "yot:brent") with { Due = Now.AddHours(30) },
        NoticesAdded.Draft("Compass tonight", Recipient.Compass) with { Due = Now.AddHours(10) },
        NoticesAdded.Draft("Desk soon", "ppd:camden") with { Due = Now.AddHours(2) },
        NoticesAdded.Draft("Brent late", "yot:brent") with { Due = Now.AddHours(-1) },
        NoticesAdded.Draft("Camden late") with { Due = Now.AddHours(-3), EscalateTo = "ppd:camden" },
        NoticesAdded.Draft("No clock"),
        NoticesAdded.Draft("Not yet raised") with { NotBefore = Now.AddDays(1), Due = Now.AddDays(2) });
}
