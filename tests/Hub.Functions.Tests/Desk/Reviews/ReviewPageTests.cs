using System.Net;
using System.Text.Json;

namespace Hub.Functions.Tests.Desk.Reviews;

/// <summary>One possible match: shown, taken and decided.</summary>
public sealed class ReviewPageTests
{
    private const string Tattoo = "Same tattoo on the left hand.";

    [Fact]
    public async Task It_shows_both_persons_the_evidence_and_who_would_be_told()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");

        var html = await ahmed.PostAndFollowAsync($"{ReviewScene.Page(reports[0])}/hold");
        var page = Rendered.TextOf(html);

        Assert.Contains("Is this the same person?", page, StringComparison.Ordinal);
        Assert.Contains("You have this open until 8:1", page, StringComparison.Ordinal);
        Assert.Contains("Ottilie Featherstone", page, StringComparison.Ordinal);
        Assert.Contains("Ophelia Featherstone", page, StringComparison.Ordinal);
        Assert.Contains("Odette Featherstone", page, StringComparison.Ordinal);
        Assert.Contains("Date of birth 19 May 2011 19 May 2011 19 May 2011 = Agrees. Date of birth agrees.", page, StringComparison.Ordinal);
        Assert.Contains("Reported missing", page, StringComparison.Ordinal);
        Assert.Contains("Compass, the missing persons unit is told at once: missing child is in custody.", page, StringComparison.Ordinal);
        Assert.Contains("Each bit doubles the odds", page, StringComparison.Ordinal);
        Assert.Contains("<title>Possible match – Public protection hub</title>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_takes_nothing_and_everybody_shown_is_in_the_access_log()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");

        var page = Rendered.TextOf(await ahmed.GetAsync(ReviewScene.Page(reports[0])));
        Assert.Contains("Nobody has this open. You are only looking", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Your decision", page, StringComparison.Ordinal);
        Assert.DoesNotContain("review.held", (await ReviewScene.ReportAsync(hub, reports[0])).Actions());

        using var auditor = hub.As("auditor");
        using var log = JsonDocument.Parse(await auditor.GetStringAsync("api/audit"));
        var own = log.RootElement.GetProperty("items").EnumerateArray().Where(e => e.GetProperty("by").ToString().Contains("PC Ahmed", StringComparison.Ordinal)).Select(e => $"{e.Text("action")} {e.Text("subject")}").Order(StringComparer.Ordinal);
        Assert.Equal(["read-nominal nominal:N-1", "read-nominal nominal:N-2", $"read-report case:{reports[0]}"], own);
    }

    [Fact]
    public async Task Confirming_tells_who_must_know_and_leads_to_the_next_case()
    {
        var (hub, reports) = await ReviewScene.OpenAsync(2);
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");
        await ahmed.PostAndFollowAsync("/desk/reviews/next?recipient=ppd:camden");

        using var decided = await ahmed.PostAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("confirm:N-1", Tattoo));
        Assert.Equal((HttpStatusCode.SeeOther, ReviewScene.Page(reports[1])), (decided.StatusCode, decided.Headers.Location!.ToString()));
        var next = Rendered.TextOf(await ahmed.GetAsync(ReviewScene.Page(reports[1])));
        Assert.Contains("Match confirmed: whoever must know is told. This is the next case.", next, StringComparison.Ordinal);
        Assert.Contains("You have this open", next, StringComparison.Ordinal);

        var report = await ReviewScene.ReportAsync(hub, reports[0]);
        Assert.Equal(("match", "N-1", Tattoo), (report.GetProperty("match").Text("outcome"), report.GetProperty("match").Text("nominal"), report.GetProperty("match").GetProperty("decision").Text("rationale")));
        Assert.Contains("compass missing-child-located", report.Told());
        Assert.Contains("Confirmed as nominal N-1. Decided by PC Ahmed", Rendered.TextOf(await ahmed.GetAsync(ReviewScene.Page(reports[0]))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_of_a_queue_leads_back_to_it()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");

        var after = Rendered.TextOf(await ahmed.PostAndFollowAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("reject", "Her sister, by the photograph.")));

        Assert.Contains("Match rejected.", after, StringComparison.Ordinal);
        Assert.Contains("No possible match waits.", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_more_stays_in_the_queue_and_is_passed_over_while_others_wait()
    {
        var (hub, reports) = await ReviewScene.OpenAsync(2);
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");
        using var birch = await ReviewScene.SignInAsync(hub, "ppdSergeant", "Sgt Birch");

        await ahmed.PostAndFollowAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("more", "The photograph on file."));
        using var skipped = await ahmed.PostAsync($"/desk/reviews/next?recipient=ppd:camden&skipped={reports[1]}");
        Assert.Equal(ReviewScene.Page(reports[0]), skipped.Headers.Location!.ToString());
        await ahmed.PostAndFollowAsync($"{ReviewScene.Page(reports[0])}/release");

        using var first = await birch.PostAsync("/desk/reviews/next?recipient=ppd:camden");
        Assert.Equal(ReviewScene.Page(reports[1]), first.Headers.Location!.ToString());
        Assert.Contains("More is asked since today", Rendered.TextOf(await birch.GetAsync(ReviewScene.Queue)), StringComparison.Ordinal);
        var page = Rendered.TextOf(await birch.GetAsync(ReviewScene.Page(reports[0])));
        Assert.Contains("More is asked by PC Ahmed", page, StringComparison.Ordinal);
        Assert.Contains("The photograph on file.", page, StringComparison.Ordinal);
        var report = await ReviewScene.ReportAsync(hub, reports[0]);
        Assert.Equal(("possible", "delivered"), (report.GetProperty("match").Text("outcome"), report.Notice("ppd:camden").Text("state")));
    }

    [Theory]
    [InlineData("", "", "Choose what you decide|Write why, in words that can be read out in court")]
    [InlineData("nonsense", "Because.", "Choose what you decide")]
    [InlineData("confirm:", "Because.", "Choose what you decide")]
    [InlineData("confirm:N-9", "Because.", "Choose one of the persons shown here, or none of them")]
    [InlineData("reject", "", "Write why, in words that can be read out in court")]
    [InlineData("more", "\u0001", "")]
    public async Task What_cannot_be_used_is_said_and_what_was_entered_stays(string decision, string rationale, string errors)
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");
        await ahmed.PostAndFollowAsync($"{ReviewScene.Page(reports[0])}/hold");

        using var answer = await ahmed.PostAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision(decision, rationale));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All(errors.Split('|'), e => Assert.Contains(e, page, StringComparison.Ordinal));
        Assert.Contains("Error: Possible match", page, StringComparison.Ordinal);
        Assert.Equal(decision == "reject", page.Contains("value=\"reject\" checked", StringComparison.Ordinal));
        Assert.Contains($">{rationale}</textarea>", page, StringComparison.Ordinal);
        Assert.Equal("possible", (await ReviewScene.ReportAsync(hub, reports[0])).GetProperty("match").Text("outcome"));
    }

    [Fact]
    public async Task The_longest_rationale_is_taken_and_one_longer_is_not()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");

        using var longer = await ahmed.PostAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("reject", new string('x', 2001)));
        using var longest = await ahmed.PostAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("reject", string.Join("\r\n", new string('x', 999), new string('x', 1000))));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (longer.StatusCode, longest.StatusCode));
        Assert.Contains("at most 2,000 characters", await longer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_desk_s_case_is_neither_shown_nor_taken_nor_decided()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var brent = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Brent", "Brent");

        using var shown = await brent.Http.GetAsync(new Uri(ReviewScene.Page(reports[0]), UriKind.Relative));
        using var held = await brent.PostAsync($"{ReviewScene.Page(reports[0])}/hold");
        using var decided = await brent.PostAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("reject", "No."));
        using var none = await brent.Http.GetAsync(new Uri(ReviewScene.Page(Guid.NewGuid().ToString()), UriKind.Relative));

        Assert.Equal([403, 403, 403, 404], new[] { shown, held, decided, none }.Select(a => (int)a.StatusCode));
        Assert.DoesNotContain("Featherstone", await shown.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("review.held", (await ReviewScene.ReportAsync(hub, reports[0])).Actions());
    }

    [Fact]
    public async Task A_candidate_that_was_merged_since_is_shown_as_who_stands_for_it()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var supervisor = hub.As("supervisor");
        using var body = new StringContent("""{"into":"N-1","rationale":"One person."}""", System.Text.Encoding.UTF8, "application/json");
        using var merged = await supervisor.PostAsync(new Uri("api/nominals/N-2/merge", UriKind.Relative), body);
        Assert.True(merged.IsSuccessStatusCode);
        await hub.DrainAsync();
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");

        Assert.Contains("Merged into N-1, which is shown", Rendered.TextOf(await ahmed.GetAsync(ReviewScene.Page(reports[0]))), StringComparison.Ordinal);
    }
}
