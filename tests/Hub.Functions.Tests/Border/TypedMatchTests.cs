using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Json;

namespace Hub.Functions.Tests.Border;

/// <summary>A JBOC officer found a known person themselves and types it.</summary>
public sealed class TypedMatchTests : IAsyncLifetime
{
    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task A_typed_match_is_judged_as_a_hit_and_its_return_planned()
    {
        var report = await PostAsync(new TypedMatch { Returns = "2026-12-06T06:15", ReturnsTo = "LHR", ReturnFlight = "BA10" });

        Assert.Equal(["border-liaison border-hit", "jigsaw travel-breach-suspected", "jigsaw:camden travel-breach-suspected"], report.Told());
        Assert.Equal(Lists.Lands.AddHours(-48), Assert.Single(await border.InboxAsync(border.Camden, "?state=planned")).When("plannedFor"));
        Assert.Equal("JBOC/2026/881", (await border.ReportAsync(report.Text("id"), border.Liaison)).Text("reference"));
    }

    [Fact]
    public async Task Of_a_flight_that_screening_has_told_of_nobody_hears_twice()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        var typed = await PostAsync(new TypedMatch());

        Assert.Empty(typed.Told());
        Assert.Contains($"Report {hit.Text("id")} told of this flight first; nobody is told again.", typed.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));
        Assert.Single(Assert.Single((await border.TravelAsync("V-70411")).GetProperty("journeys").EnumerateArray()).GetProperty("flights").EnumerateArray());
    }

    [Fact]
    public async Task A_return_that_is_typed_for_a_hit_of_screening_plans_its_meeting()
    {
        await border.HitAsync(Lists.Out(Offenders.Thornbury));

        await PostAsync(new TypedMatch { Returns = "2026-12-06T06:15", ReturnsTo = "LHR" });

        Assert.Equal(Lists.Lands.AddHours(-48), Assert.Single(await border.InboxAsync(border.Liaison, "?state=planned")).When("plannedFor"));
    }

    [Fact]
    public async Task Somebody_whom_the_register_does_not_show_is_the_central_teams_to_find_out()
    {
        var report = await PostAsync(new TypedMatch { Traveller = new { surname = "Quillfeather", given = new[] { "Xanthippe" }, born = "1990-06-11" }, Remarks = "Known to an officer here." });

        Assert.Equal(["jigsaw match-unidentified"], report.Told());
        Assert.Equal("Known to an officer here.", report.Notice("jigsaw", "match-unidentified").GetProperty("content").Text("remarks"));
    }

    [Fact]
    public async Task A_typed_child_is_the_child_abuse_teams()
    {
        var report = await PostAsync(new TypedMatch { Children = [new { name = "Lily Moss", born = "2015", sex = "female" }] });

        Assert.Contains("cait:camden child-travelling", report.Told());
    }

    [Fact]
    public async Task What_is_wrong_with_a_typed_match_is_said_all_at_once_by_path_and_nothing_is_kept()
    {
        var (status, problem) = await border.SendAsync(border.Liaison, HttpMethod.Post, "api/reports/manifest-matches", new TypedMatch
        {
            Reference = null,
            Flight = "nine",
            From = "XXQ",
            Departs = "tomorrow",
            Traveller = new { born = "soon" },
            Children = [new { name = "Lily Moss" }],
            Returns = "2026-11-01",
            ReturnsTo = "BKK",
        });

        Assert.Equal((422, "report-refused"), ((int)status, problem.Text("code")));
        Assert.Equal(
            [
                ("$.children[0].born", "required"), ("$.departs", "not-a-date"), ("$.flight", "invalid-text"), ("$.from", "unknown-airport"),
                ("$.reference", "required"), ("$.returnsTo", "not-in-uk"), ("$.traveller.born", "not-a-date"), ("$.traveller.surname", "required"),
            ],
            problem.Errors().Order());
        Assert.DoesNotContain("Moss", problem.ToString(), StringComparison.Ordinal);
        Assert.Empty(KeptBytes.Search(border.Hub.Folder, ["Lily Moss"]));
    }

    [Fact]
    public async Task Journeys_that_cannot_be_are_refused()
    {
        Assert.Equal([("$.to", "same-airport")], await ErrorsAsync(new TypedMatch { To = "LHR" }));
        Assert.Equal([("$.arrives", "lands-before-departure")], await ErrorsAsync(new TypedMatch { Arrives = "2026-11-22T06:00" }));
        Assert.Equal([("$.returns", "returns-before-departure")], await ErrorsAsync(new TypedMatch { Returns = "2026-11-21" }));

        async Task<(string, string)[]> ErrorsAsync(TypedMatch match) => (await border.SendAsync(border.Liaison, HttpMethod.Post, "api/reports/manifest-matches", match)).Problem.Errors();
    }

    private async Task<JsonElement> PostAsync(TypedMatch match)
    {
        using var answer = await border.Liaison.PostAsJsonAsync("api/reports/manifest-matches", match, HubJson.Options);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await border.ReportAsync(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    /// <summary>Thornbury on BA9, as an officer types it.</summary>
    private sealed record TypedMatch
    {
        public string? Reference { get; init; } = "JBOC/2026/881";

        public object? Traveller { get; init; } = new { surname = "Thornbury", given = new[] { "Alaric" }, born = "1971-03-04", sex = "male", documents = new[] { new { number = "533401372", issuingState = "GBR" } } };

        public string? Flight { get; init; } = "BA 009";

        public string? From { get; init; } = "LHR";

        public string? To { get; init; } = "BKK";

        public string? Departs { get; init; } = "2026-11-22T21:30";

        public string? Arrives { get; init; }

        public string? Returns { get; init; }

        public string? ReturnsTo { get; init; }

        public string? ReturnFlight { get; init; }

        public object[]? Children { get; init; }

        public string? Remarks { get; init; }
    }
}
