using System.Net;
using Hub.Functions.Tests.DeportedOffenders;

namespace Hub.Functions.Tests.Desk;

/// <summary>The page of the open cases of deported offenders.</summary>
public sealed class DeportedListTests : IAsyncLifetime
{
    private const string Address = "/desk/deported-offenders";
    private CaseHub hub = null!;

    public async Task InitializeAsync() => hub = await CaseHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Who_lands_within_two_days_is_set_apart_on_top_and_who_was_met_comes_last()
    {
        await hub.OpenAsync("N-unknown");
        await hub.OpenAsync("N-later", TimeSpan.FromDays(9));
        await hub.OpenAsync("N-soon", TimeSpan.FromHours(47));
        await hub.OpenAsync("N-landed", TimeSpan.FromHours(-3));
        var met = await hub.OpenAsync("N-met", TimeSpan.FromHours(-4));
        await DeportedLife.MetAsync(hub, met);
        await hub.Hub.DrainAsync();
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");

        var page = Rendered.TextOf(await desk.GetAsync(Address));

        AssertInOrder(
            page,
            "Landing within 48 hours, or not met yet (2)", "Landed 3 hours", "Lands in 46 hours 59 minutes", "From Thailand to Heathrow (LHR), BA10", "Risk: High",
            "The case is received and being researched.", "Next: Finish the research (a Jigsaw officer or a supervisor or senior officer). You can do this.", "A research note is missing",
            "Landing later (1)", "Lands in 8 days", "Landing not known (1)", "Met: still to be finished (1)", "Next: Create the ViSOR record");
        Assert.DoesNotContain("Landed 4 hours", page, StringComparison.Ordinal);
        Assert.Equal(["read-deported-offender"], (await hub.LoggedAsync("deported-offenders")).Select(e => e.Action));
    }

    [Fact]
    public async Task Where_there_is_none_the_page_says_what_that_means()
    {
        using var supervisor = await DeskClient.SignInAsync(hub.Hub, "supervisor");
        using var brent = await DeskClient.SignInAsync(hub.Hub, "jigsawOfficer", "Brent");

        Assert.Contains("There is no open case.", Rendered.TextOf(await supervisor.GetAsync(Address)), StringComparison.Ordinal);
        Assert.Contains("No open case is your team's.", Rendered.TextOf(await brent.GetAsync(Address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_sees_its_own_and_an_auditor_all()
    {
        await hub.OpenAsync("N-1", TimeSpan.FromDays(1));
        await hub.Hub.DrainAsync();

        foreach (var (role, borough, sees) in new[] { ("jigsawOfficer", "Camden", true), ("jigsawOfficer", "Brent", false), ("auditor", null, true) })
        {
            using var desk = await DeskClient.SignInAsync(hub.Hub, role, borough);
            Assert.Equal((role, borough, sees), (role, borough, (await desk.GetAsync(Address)).Contains("Thornbury", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Only_whoever_may_make_the_next_step_is_told_that_they_can()
    {
        await DeportedLife.ResearchedAsync(hub, "N-1");
        await hub.Hub.DrainAsync();
        using var supervisor = await DeskClient.SignInAsync(hub.Hub, "supervisor");
        using var camden = await DeskClient.SignInAsync(hub.Hub, "jigsawOfficer", "Camden");

        Assert.Contains("Decide what is to be done (a supervisor or senior officer). You can do this.", Rendered.TextOf(await supervisor.GetAsync(Address)), StringComparison.Ordinal);
        Assert.DoesNotContain("You can do this.", await camden.GetAsync(Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_goes_page_by_page_and_names_nobody_in_its_addresses()
    {
        for (var i = 0; i < 53; i++)
        {
            await hub.OpenAsync($"N-{i}", TimeSpan.FromDays(3) + TimeSpan.FromMinutes(i));
        }

        await hub.Hub.DrainAsync();
        using var desk = await DeskClient.SignInAsync(hub.Hub, "jigsawOfficer", "Camden");
        var first = await desk.GetAsync(Address);
        var next = WebUtility.HtmlDecode(first.Split("href=\"").Single(l => l.StartsWith($"{Address}?continuation=", StringComparison.Ordinal)).Split('"')[0]);

        var second = await desk.GetAsync(next);

        Assert.Equal((50, 3), (Count(first), Count(second)));
        Assert.DoesNotContain("thornbury", next, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("First page", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Next page", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_there_is_not_is_refused_in_words()
    {
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");
        using var answer = await desk.Http.GetAsync(new Uri($"{Address}?continuation=nonsense", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static int Count(string page) => page.Split("class=\"desk-cases__case\"").Length - 1;

    private static void AssertInOrder(string page, params string[] words)
    {
        var from = 0;
        foreach (var word in words)
        {
            var at = page.IndexOf(word, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"\"{word}\" is not on the page after what comes before it: {page[from..]}");
            from = at;
        }
    }
}
