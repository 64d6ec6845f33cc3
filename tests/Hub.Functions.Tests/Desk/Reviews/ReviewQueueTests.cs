using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hub.Functions.Tests.Desk.Reviews;

/// <summary>The queue of possible matches, as the people of a desk see it.</summary>
public sealed class ReviewQueueTests
{
    [Fact]
    public async Task It_holds_what_waits_for_the_desk_without_anybody_s_name()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var sergeant = await ReviewScene.SignInAsync(hub, "ppdSergeant", "Sgt Birch");

        var page = await sergeant.GetAsync(ReviewScene.Queue);
        var text = Rendered.TextOf(page);

        Assert.Contains("Camden public protection desk", text, StringComparison.Ordinal);
        Assert.Contains("Possible match", text, StringComparison.Ordinal);
        Assert.Contains("Arrest. No clock. Waits since today, Sunday 22 November 2026, at 8:00am", text, StringComparison.Ordinal);
        Assert.Contains($"/desk/reviews/{reports[0]}/hold", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Featherstone", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_empty_queue_says_what_that_means()
    {
        await using var hub = await TestHub.StartAsync();
        using var officer = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");

        Assert.Contains("No possible match waits.", Rendered.TextOf(await officer.GetAsync(ReviewScene.Queue)), StringComparison.Ordinal);
        using var next = await officer.PostAsync("/desk/reviews/next?recipient=ppd:camden");
        Assert.Equal((HttpStatusCode.SeeOther, ReviewScene.Queue), (next.StatusCode, next.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_supervisor_chooses_whose_queue_and_stays_with_it()
    {
        var (hub, reports) = await ReviewScene.OpenAsync(2);
        await using var _ = hub;
        using var supervisor = await ReviewScene.SignInAsync(hub, "supervisor", "Supt Okafor", null);

        Assert.Contains("Choose a desk or team", Rendered.TextOf(await supervisor.GetAsync(ReviewScene.Queue)), StringComparison.Ordinal);
        Assert.Contains(reports[0], await supervisor.GetAsync($"{ReviewScene.Queue}?recipient=ppd:camden"), StringComparison.Ordinal);
        Assert.DoesNotContain(reports[0], await supervisor.GetAsync($"{ReviewScene.Queue}?recipient=ppd:brent"), StringComparison.Ordinal);
        await supervisor.PostAndFollowAsync($"{ReviewScene.Page(reports[0])}/hold");
        await supervisor.PostAndFollowAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("reject", "Older."));
        using var last = await supervisor.PostAsync(ReviewScene.Page(reports[1]), ReviewScene.Decision("reject", "Older."));
        Assert.Equal("/desk/reviews?recipient=ppd%3Acamden", last.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Starting_opens_the_first_that_nobody_else_has()
    {
        var (hub, reports) = await ReviewScene.OpenAsync(2);
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");
        using var birch = await ReviewScene.SignInAsync(hub, "ppdSergeant", "Sgt Birch");

        using var first = await ahmed.PostAsync("/desk/reviews/next?recipient=ppd:camden");
        using var second = await birch.PostAsync("/desk/reviews/next?recipient=ppd:camden");
        Assert.Equal([ReviewScene.Page(reports[0]), ReviewScene.Page(reports[1])], new[] { first, second }.Select(a => a.Headers.Location!.ToString()));

        var queue = Rendered.TextOf(await birch.GetAsync(ReviewScene.Queue));
        Assert.Contains("PC Ahmed has had this open since 8:00am, for 1", queue, StringComparison.Ordinal);
        Assert.Contains("You have this open.", queue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_queue_pages_and_each_stands_on_one_page()
    {
        var (hub, reports) = await ReviewScene.OpenAsync(27);
        await using var _ = hub;
        using var sergeant = await ReviewScene.SignInAsync(hub, "ppdSergeant", "Sgt Birch");

        var first = await sergeant.GetAsync(ReviewScene.Queue);
        var next = WebUtility.HtmlDecode(Regex.Match(first, "href=\"([^\"]+)\">Next page").Groups[1].Value);
        var second = await sergeant.GetAsync(next);

        Assert.Equal(reports.Order(StringComparer.Ordinal), Held(first).Concat(Held(second)).Order(StringComparer.Ordinal));
        Assert.Equal(25, Held(first).Count());
        Assert.Contains("First page", second, StringComparison.Ordinal);
        using var odd = await sergeant.Http.GetAsync(new Uri($"{ReviewScene.Queue}?continuation=nonsense", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, odd.StatusCode);

        static IEnumerable<string> Held(string page) => Regex.Matches(page, "formaction=\"/desk/reviews/([0-9a-f-]{36})/hold\"").Select(m => m.Groups[1].Value);
    }

    [Fact]
    public async Task Another_desk_s_queue_is_refused_and_looking_is_kept_in_the_access_log()
    {
        var (hub, _) = await ReviewScene.OpenAsync();
        await using var __ = hub;
        using var brent = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Brent", "Brent");

        using var refused = await brent.Http.GetAsync(new Uri($"{ReviewScene.Queue}?recipient=ppd:camden", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await brent.GetAsync(ReviewScene.Queue);

        using var auditor = hub.As("auditor");
        using var log = JsonDocument.Parse(await auditor.GetStringAsync("api/audit"));
        var own = log.RootElement.GetProperty("items").EnumerateArray().Where(e => e.GetProperty("by").ToString().Contains("PC Brent", StringComparison.Ordinal)).Select(e => $"{e.Text("action")} {e.Text("subject")} {e.GetProperty("allowed")}").ToList();
        Assert.Contains("decide-match recipient:ppd:camden False", own);
        Assert.Contains("list-notices recipient:ppd:brent True", own);
    }
}
