using System.Text.Json;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Functions.Tests.Arrests;

/// <summary>From custody's POST to the notice in the right inbox, over HTTP.</summary>
public sealed class ArrestFlowTests : IAsyncLifetime
{
    private TestHub hub = null!;

    public async Task InitializeAsync() => hub = await TestHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    private static Nominal Known(params string[] markers) => A.Nominal("N-1") with
    {
        Names = [new PersonName { Surname = "Featherstone", Given = ["Ottilie"] }],
        Born = BirthDate.Parse("2011-05-19"),
        Markers = [.. markers],
    };

    [Fact]
    public async Task The_team_of_the_childs_home_borough_is_told_with_24_hours_from_the_arrest()
    {
        var report = await hub.ArrestAsync(new Arrest());

        Assert.Equal(["yot:camden arrest"], report.Told());
        var notice = report.Notice("yot:camden");
        Assert.Equal(TestHub.Start.AddHours(23), notice.When("due"));
        Assert.Equal("delivered", notice.Text("state"));
        Assert.Equal("none", report.GetProperty("match").Text("outcome"));
    }

    [Fact]
    public async Task The_notice_is_in_the_inbox_of_the_team_and_in_no_other()
    {
        await hub.ArrestAsync(new Arrest());

        Assert.Single(await InboxAsync("yotOfficer", "Camden"));
        Assert.Empty(await InboxAsync("yotOfficer", "Islington"));
        Assert.Empty(await InboxAsync("ppdOfficer", "Camden"));
    }

    [Fact]
    public async Task A_child_on_the_register_is_identified_with_the_evidence()
    {
        await hub.KnowAsync(Known());

        var match = (await hub.ArrestAsync(new Arrest())).GetProperty("match");

        Assert.Equal("match", match.Text("outcome"));
        Assert.Equal("N-1", match.Text("nominal"));
        Assert.True(match.GetProperty("probability").GetDouble() > 0.99);
        Assert.Contains(match.GetProperty("evidence")[0].GetProperty("fields").EnumerateArray(), f => f.Text("field") == "born" && f.Text("level") == "exact");
    }

    [Fact]
    public async Task Where_a_missing_child_is_is_told_to_the_missing_persons_unit()
    {
        await hub.KnowAsync(Known(Marker.Missing));

        var report = await hub.ArrestAsync(new Arrest());

        Assert.Equal(["compass missing-child-located", "yot:camden arrest"], report.Told());
        Assert.Equal("Islington custody", report.Notice("compass").GetProperty("content").Text("station"));
        Assert.False(report.Notice("compass").GetProperty("content").TryGetProperty("offences", out _));
    }

    [Fact]
    public async Task Childrens_services_hear_of_a_child_on_a_care_plan()
    {
        await hub.KnowAsync(Known(Marker.CarePlan));

        Assert.Equal(["childrens-services:camden care-plan-arrest", "yot:camden arrest"], (await hub.ArrestAsync(new Arrest())).Told());
    }

    [Fact]
    public async Task A_possible_match_goes_to_the_desk_and_confirming_it_tells_who_must_be_told()
    {
        await hub.KnowAsync(Known(Marker.Missing) with { Names = [new PersonName { Surname = "Featherstone", Given = ["Ophelia"] }] });
        var report = await hub.ArrestAsync(new Arrest());
        Assert.Equal("possible", report.GetProperty("match").Text("outcome"));
        Assert.Equal(["ppd:camden match-review", "yot:camden arrest"], report.Told());

        using var officer = hub.As("ppdOfficer", "Camden", name: "pc-1");
        var address = $"api/reports/{report.Text("id")}";
        var decided = await officer.PostAsync($"{address}/match-decision", Json(new { decision = "confirm", nominal = "N-1", rationale = "Known to use her middle name." }));
        Assert.Equal(204, (int)decided.StatusCode);
        var after = await hub.SettledAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(["compass missing-child-located", "ppd:camden match-review", "yot:camden arrest"], after.Told());
        Assert.Equal("match", after.GetProperty("match").Text("outcome"));
        Assert.Contains("match.confirmed", after.Actions());
        var again = await officer.PostAsync($"{address}/match-decision", Json(new { decision = "reject", rationale = "No." }));
        Assert.Equal(409, (int)again.StatusCode);
    }

    [Fact]
    public async Task Without_a_home_the_team_of_the_borough_of_arrest_is_told_and_the_desk()
    {
        Assert.Equal(
            ["ppd:islington residence-unknown", "yot:islington arrest"],
            (await hub.ArrestAsync(new Arrest { Subject = Child.WithoutHome })).Told());
    }

    [Fact]
    public async Task A_child_from_outside_London_goes_to_the_team_at_home()
    {
        Assert.Equal(["yot:brighton-and-hove arrest"], (await hub.ArrestAsync(new Arrest { Subject = Child.From("Brighton and Hove") })).Told());
    }

    [Fact]
    public async Task A_child_under_ten_is_a_child_at_risk_and_no_youth_offending_team_hears()
    {
        Assert.Equal(
            ["childrens-services:camden child-at-risk", "ppd:camden child-at-risk"],
            (await hub.ArrestAsync(new Arrest { Subject = new Child { Born = "2017-01-01" } })).Told());
    }

    [Fact]
    public async Task A_report_that_comes_after_24_hours_is_breached_on_arrival_and_says_so()
    {
        var report = await hub.ArrestAsync(new Arrest { ArrestedAt = TestHub.Start.AddHours(-25) });

        Assert.Equal(["ppd:camden deadline-breached", "yot:camden arrest"], report.Told());
        Assert.Equal(report.When("receivedAt"), report.Notice("yot:camden").When("breachedAt"));
    }

    [Fact]
    public async Task A_child_whose_birth_date_nobody_knows_is_taken_as_a_child()
    {
        Assert.Equal(["yot:camden arrest"], (await hub.ArrestAsync(new Arrest { Subject = new Child { Born = null } })).Told());
    }

    [Fact]
    public async Task No_answer_may_be_kept_by_whoever_passes_it_on()
    {
        using var answer = await hub.PostArrestAsync(new Arrest());
        using var denied = await hub.Anonymous.GetAsync("api/notices");

        Assert.All([answer, denied], a => Assert.True(a.Headers.CacheControl!.NoStore));
        Assert.All([answer, denied], a => Assert.Equal("nosniff", a.Headers.GetValues("X-Content-Type-Options").Single()));
    }

    [Fact]
    public async Task Nothing_that_is_logged_names_the_child()
    {
        await hub.ArrestAsync(new Arrest());
        await hub.PostArrestAsync(new Arrest { Subject = new Child { Born = "1980-05-19" } });

        Assert.DoesNotContain("Featherstone", hub.Log.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Ottilie", hub.Log.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Mornington", hub.Log.All, StringComparison.OrdinalIgnoreCase);
    }

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");

    private async Task<JsonElement[]> InboxAsync(string role, string borough)
    {
        using var officer = hub.As(role, borough);
        using var answer = JsonDocument.Parse(await officer.GetStringAsync("api/notices"));
        return [.. answer.RootElement.GetProperty("items").EnumerateArray().Select(i => i.Clone())];
    }
}
