using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Functions.Demo;

namespace Hub.Functions.Tests.Demo;

/// <summary>What the demonstration says of each person's morning is so, and there is enough going on in every queue to be worth looking at.</summary>
public sealed class DemoTests(DemoHub demo) : IClassFixture<DemoHub>
{
    [Fact]
    public async Task Camdens_youth_offending_team_has_notices_overdue_near_waiting_and_acknowledged()
    {
        var notices = await InboxAsync("yot-camden");

        Assert.InRange(notices.Count, 15, 100);
        Assert.True(Open(notices).Count(n => Left(n) < TimeSpan.Zero) >= 2);
        Assert.Contains(Open(notices), n => Left(n) is { TotalMinutes: > 0 and <= 30 });
        Assert.True(Open(notices).Count(n => Left(n) > TimeSpan.FromHours(4)) >= 5);
        Assert.True(notices.Count(n => n.Text("state") == "acknowledged") >= 3);
    }

    [Fact]
    public async Task Another_boroughs_team_has_a_handful_one_of_them_overdue()
    {
        var notices = Open(await InboxAsync("yot-lambeth"));

        Assert.InRange(notices.Count, 3, 8);
        Assert.Single(notices, n => Left(n) < TimeSpan.Zero);
    }

    [Fact]
    public async Task Camdens_public_protection_desk_has_possible_matches_of_many_kinds()
    {
        using var officer = demo.As("ppd-camden");
        var reviews = Open(await InboxAsync("ppd-camden")).Where(n => n.Text("kind") == "match-review").ToList();
        var found = new List<(string Who, string Outcome)>();
        foreach (var review in reviews)
        {
            var report = await officer.GetFromJsonAsync<JsonElement>($"api/reports/{review.Text("report")}");
            found.Add((review.Text("report"), report.GetProperty("match").Text("outcome")));
        }

        Assert.All(found, f => Assert.Equal("possible", f.Outcome));
        Assert.Equal(12, found.Count);
    }

    [Fact]
    public async Task An_offender_who_told_nobody_lands_in_two_hours()
    {
        var interceptions = Open(await InboxAsync("jigsaw-camden")).Where(n => n.Text("kind") == "interception").ToList();

        Assert.Contains(interceptions, n => Left(n) is { TotalHours: > 1.8 and <= 2.1 });
    }

    [Fact]
    public async Task Two_years_of_journeys_are_there_to_be_looked_at_notified_and_not()
    {
        using var supervisor = demo.As("supervisor");
        var travel = await supervisor.GetFromJsonAsync<JsonElement>($"api/nominals/{DemoJourneys.Traveller}/travel?reason=demo");

        var outcomes = travel.GetProperty("journeys").EnumerateArray().Select(j => j.GetProperty("judgement").Text("outcome")).ToList();
        Assert.True(outcomes.Count >= 7, string.Join(", ", outcomes));
        Assert.Equal(["differs", "late", "notNotified", "notified"], outcomes.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Deported_offenders_stand_in_many_states_and_one_lands_tomorrow()
    {
        using var officer = demo.As("jigsaw-central");
        var cases = (await officer.GetFromJsonAsync<JsonElement>("api/deported-offenders")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(8, cases.Count);
        Assert.Equal(["decided", "missed", "planned", "received", "recorded", "researched"], cases.Select(c => c.Text("state")).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_carriers_list_has_hits_rows_set_aside_and_travellers_nobody_may_screen()
    {
        using var liaison = demo.As("border");
        var hits = Open(await InboxAsync("border")).Where(n => n.Text("kind") == "border-hit").ToList();
        Assert.True(hits.Count >= 3);

        using var supervisor = demo.As("supervisor");
        var manifest = await supervisor.GetFromJsonAsync<JsonElement>($"api/manifests/{await ManifestAsync(supervisor)}");
        Assert.Equal((50, 12, 3), (manifest.GetProperty("travellers").GetInt32(), manifest.GetProperty("notMonitored").GetInt32(), manifest.GetProperty("setAside").GetProperty("count").GetInt32()));
        Assert.Equal(2, manifest.GetProperty("hits").GetProperty("undecided").GetInt32());
        Assert.True(manifest.GetProperty("hits").GetProperty("count").GetInt32() >= 5);
    }

    [Fact]
    public async Task Two_things_wait_in_quarantine_and_the_supervisors_know_of_the_report()
    {
        using var auditor = demo.As("auditor");
        var held = (await auditor.GetFromJsonAsync<JsonElement>("api/quarantine")).GetProperty("items").EnumerateArray().Select(q => q.Text("code")).Order(StringComparer.Ordinal);
        Assert.Equal(["feed-unknown", "unknown-event-type"], held);

        var inbox = await InboxAsync("supervisor");
        using var supervisor = demo.As("supervisor");
        var report = await supervisor.GetFromJsonAsync<JsonElement>($"api/reports/{inbox.Single(n => n.Text("kind") == "report-held").Text("report")}");
        Assert.Equal("quarantined", report.Text("status"));

        var told = inbox.Select(n => n.Text("kind")).ToList();
        Assert.All(["report-held", "step-overdue", "decision-needed"], kind => Assert.Contains(kind, told));
    }

    [Fact]
    public async Task Childrens_services_hear_of_children_in_care() =>
        Assert.True(Open(await InboxAsync("childrens-services-camden")).Count >= 2);

    [Fact]
    public void Everybody_has_a_name_of_their_own() =>
        Assert.Equal(DemoPeople.All.Length, DemoPeople.All.Select(p => p.Person.Name).Distinct().Count());

    private async Task<string> ManifestAsync(HttpClient supervisor)
    {
        var hit = (await InboxAsync("border")).Where(n => n.Text("kind") == "border-hit").Select(n => n.Text("report"));
        foreach (var report in hit)
        {
            var read = await supervisor.GetFromJsonAsync<JsonElement>($"api/reports/{report}");
            if (read.GetProperty("report").TryGetProperty("manifest", out var manifest))
            {
                return manifest.GetString()!;
            }
        }

        throw new InvalidOperationException("No hit is of a manifest.");
    }

    private async Task<IReadOnlyList<JsonElement>> InboxAsync(string person)
    {
        using var client = demo.As(person);
        using var answer = await client.GetAsync("api/notices?limit=200");
        Assert.Equal((person, HttpStatusCode.OK), (person, answer.StatusCode));
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray()];
    }

    private static List<JsonElement> Open(IEnumerable<JsonElement> notices) => [.. notices.Where(n => n.Text("state") == "delivered")];

    private static TimeSpan? Left(JsonElement notice) => notice.TryGetProperty("due", out var due) ? due.GetDateTimeOffset() - TimeProvider.System.GetUtcNow() : null;
}
