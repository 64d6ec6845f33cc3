using System.Net;
using System.Text.Json;

namespace Hub.Functions.Tests.Desk.Reviews;

/// <summary>One possible match and two people: never both without knowing, and nobody's words lost.</summary>
public sealed class ReviewTurnTests
{
    private const string Tattoo = "Same tattoo on the left hand.";

    [Fact]
    public async Task The_same_form_sent_twice_decides_once_and_is_no_error()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");
        foreach (var (decision, action) in new[] { ("more", "match.need-more"), ("reject", "match.rejected") })
        {
            await ahmed.PostAndFollowAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision(decision, Tattoo));
            await ahmed.PostAndFollowAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision(decision, Tattoo));
            Assert.Single((await ReviewScene.ReportAsync(hub, reports[0])).Actions(), action);
        }
    }

    [Fact]
    public async Task A_case_that_another_has_may_be_seen_and_taken_over_and_whoever_lost_it_keeps_what_they_wrote()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");
        using var birch = await ReviewScene.SignInAsync(hub, "ppdSergeant", "Sgt Birch");
        var (page, hold) = (ReviewScene.Page(reports[0]), $"{ReviewScene.Page(reports[0])}/hold");
        await ahmed.PostAndFollowAsync(hold);

        using var refused = await birch.PostAsync(hold);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("PC Ahmed has had this open since 8:00am", Rendered.TextOf(await birch.GetAsync(page)), StringComparison.Ordinal);
        Assert.Contains("You have this open", await birch.PostAndFollowAsync(hold, ("over", "yes")), StringComparison.Ordinal);

        using var lost = await ahmed.PostAsync(page, ReviewScene.Decision("confirm:N-1", Tattoo));
        var told = await lost.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        Assert.Contains("Nothing of yours was decided", told, StringComparison.Ordinal);
        Assert.Contains("Sgt Birch has had this open since 8:00am", told, StringComparison.Ordinal);
        Assert.Contains($">{Tattoo}</textarea>", told, StringComparison.Ordinal);
        Assert.Equal("possible", (await ReviewScene.ReportAsync(hub, reports[0])).GetProperty("match").Text("outcome"));

        using var back = await ahmed.PostAsync(hold, [("over", "yes"), .. ReviewScene.Decision("confirm:N-1", Tattoo)]);
        var kept = await back.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Contains($">{Tattoo}</textarea>", kept, StringComparison.Ordinal);
        Assert.Contains("Record my decision", kept, StringComparison.Ordinal);
        Assert.Equal(["review.held", "review.taken-over", "review.taken-over"], (await ReviewScene.ReportAsync(hub, reports[0])).Actions().Where(a => a.StartsWith("review.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "Record my decision")]
    [InlineData("hold", "Take it over, keeping what I wrote")]
    [InlineData("decide", "What you wrote")]
    public async Task What_was_written_stays_though_it_cannot_be_used_and_the_case_is_the_sender_s_no_more(string meanwhile, string shown)
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");
        using var birch = await ReviewScene.SignInAsync(hub, "ppdSergeant", "Sgt Birch");
        await ahmed.PostAndFollowAsync($"{ReviewScene.Page(reports[0])}/hold");
        await hub.AdvanceAsync(TimeSpan.FromMinutes(16));
        if (meanwhile == "hold")
        {
            await birch.PostAndFollowAsync($"{ReviewScene.Page(reports[0])}/hold");
        }
        else if (meanwhile == "decide")
        {
            await birch.PostAndFollowAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("reject", "Her sister."));
        }

        using var answer = await ahmed.PostAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("", Tattoo));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Tattoo, page, StringComparison.Ordinal);
        Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_who_decided_and_why_and_keeps_what_they_wrote()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");
        using var birch = await ReviewScene.SignInAsync(hub, "ppdSergeant", "Sgt Birch");
        await birch.PostAndFollowAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("reject", "Her sister."));

        using var second = await ahmed.PostAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("confirm:N-1", Tattoo));
        var page = Rendered.TextOf(await second.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Sgt Birch decided this first: rejected: none of the candidates.", page, StringComparison.Ordinal);
        Assert.Contains("Her sister.", page, StringComparison.Ordinal);
        Assert.Contains($"What you wrote {Tattoo}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Record my decision", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_decide_at_the_same_moment_one_wins_and_the_other_is_told()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");
        using var birch = await ReviewScene.SignInAsync(hub, "ppdSergeant", "Sgt Birch");

        var answers = await Task.WhenAll(
            ahmed.PostAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("confirm:N-1", Tattoo)),
            birch.PostAsync(ReviewScene.Page(reports[0]), ReviewScene.Decision("reject", "Her sister.")));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Single((await ReviewScene.ReportAsync(hub, reports[0])).Actions(), a => a is "match.confirmed" or "match.rejected");
    }

    [Fact]
    public async Task Through_the_api_nobody_decides_what_somebody_has_open_and_more_can_be_asked()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var _ = hub;
        using var ahmed = await ReviewScene.SignInAsync(hub, "ppdOfficer", "PC Ahmed");
        using var birch = hub.As("ppdSergeant", "Camden", name: "Sgt Birch");
        await ahmed.PostAndFollowAsync($"{ReviewScene.Page(reports[0])}/hold");

        Assert.Equal((409, "held-by-another"), await DecideAsync(new { decision = "reject", rationale = "No." }));
        Assert.Equal((409, "held-by-another"), await DecideAsync(new { decision = "more", rationale = "No." }));
        await ahmed.PostAndFollowAsync($"{ReviewScene.Page(reports[0])}/release");
        Assert.Equal((204, ""), await DecideAsync(new { decision = "more", rationale = "The photograph." }));
        Assert.Equal((204, ""), await DecideAsync(new { decision = "reject", rationale = "No." }));
        Assert.Equal((204, ""), await DecideAsync(new { decision = "reject", rationale = "No." }));
        Assert.Equal((409, "already-decided"), await DecideAsync(new { decision = "more", rationale = "No." }));
        var report = await ReviewScene.ReportAsync(hub, reports[0]);
        Assert.Equal(["match need-more The photograph."], report.GetProperty("decisions").EnumerateArray().Select(d => $"{d.Text("kind")} {d.Text("outcome")} {d.Text("rationale")}"));

        async Task<(int, string)> DecideAsync(object body)
        {
            using var content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
            using var answer = await birch.PostAsync(new Uri($"api/reports/{reports[0]}/match-decision", UriKind.Relative), content);
            var text = await answer.Content.ReadAsStringAsync();
            return ((int)answer.StatusCode, text.Length == 0 ? "" : JsonDocument.Parse(text).RootElement.Text("code"));
        }
    }
}
