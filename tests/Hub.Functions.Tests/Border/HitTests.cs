using System.Net;
using System.Text.Json;
using Hub.Persons;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>From the uploaded list to who is told.</summary>
public sealed class HitTests : IAsyncLifetime
{
    private static readonly string[] TravelNotNotified = ["border-liaison border-hit", "jigsaw travel-breach-suspected", "jigsaw:camden travel-breach-suspected"];

    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury, Offenders.Hollowbread);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task Of_travel_that_was_not_notified_the_borough_the_central_team_and_the_border_hear_at_once()
    {
        var report = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        Assert.Equal(TravelNotNotified, report.Told());
        Assert.Equal("notNotified", report.Judged());
        var breach = report.Notice("jigsaw:camden", "travel-breach-suspected");
        Assert.Equal(("urgent", new DateTimeOffset(Lists.Leaves, TimeSpan.Zero)), (breach.Text("priority"), breach.When("due")));
        Assert.Contains("SI 2012/1876", breach.GetProperty("content").GetProperty("travel").GetProperty("reasons").ToString(), StringComparison.Ordinal);
        Assert.Equal("V-70411", breach.GetProperty("content").Text("nominal"));
    }

    [Fact]
    public async Task The_list_is_reported_screened_with_its_counts()
    {
        var manifest = await border.ScreenAsync(Lists.Out([Lists.Traveller(Offenders.Thornbury), Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")]));

        Assert.Equal(("screened", 2, 2, 1), (manifest.Text("state"), manifest.Count("travellers"), manifest.Count("screened"), manifest.GetProperty("hits").Count("count")));
        Assert.Equal("jboc-3", manifest.Text("by"));
        Assert.Equal(TestHub.Start.AddHours(24).Date, manifest.When("fileKeptUntil").Date);
    }

    [Fact]
    public async Task A_child_on_the_booking_is_the_child_abuse_teams_before_the_flight_leaves()
    {
        var report = await border.HitAsync(Lists.Out(
            [Lists.Traveller(Offenders.Thornbury, booking: "QX7RT2"), Lists.Stranger("Moss", "Lily", "2015-06-11", booking: "QX7RT2"), Lists.Stranger("Moss", "Ann", "2014-01-02", booking: "ZZ9PL1")]));

        var told = report.Notice("cait:camden", "child-travelling");
        Assert.Equal(("urgent", new DateTimeOffset(Lists.Leaves, TimeSpan.Zero)), (told.Text("priority"), told.When("due")));
        Assert.Equal("Lily Moss", Assert.Single(told.GetProperty("content").GetProperty("children").EnumerateArray()).Text("name"));
        using var cait = border.Hub.As("agency", "Camden", "cait");
        Assert.Equal(["cait:camden child-travelling"], (await border.InboxAsync(cait)).Standing());
    }

    [Fact]
    public async Task Nothing_rests_on_a_possible_match_but_the_review_of_it()
    {
        var report = await border.HitAsync(Lists.Out([Perhaps, Lists.Stranger("Moss", "Lily", "2015-06-11", booking: Perhaps.Booking)]));

        Assert.Equal("possible", report.GetProperty("match").Text("outcome"));
        Assert.Equal(["jigsaw:camden match-review"], report.Told());
        Assert.Empty((await border.TravelAsync("V-70411")).GetProperty("journeys").EnumerateArray());
        Assert.Empty(await border.InboxAsync(border.Liaison));
        using var answer = await border.Liaison.GetAsync($"api/reports/{report.Text("id")}");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_possible_match_that_an_officer_confirms_is_judged_and_told()
    {
        var possible = await border.HitAsync(Lists.Out([Perhaps]));

        var report = await border.ReviewAsync(possible.Text("id"), new { decision = "confirm", nominal = "V-70411", rationale = "The photograph of the visa agrees." });

        Assert.Equal("notNotified", report.Judged());
        Assert.Superset(TravelNotNotified.ToHashSet(), report.Standing().ToHashSet());
        Assert.Single((await border.TravelAsync("V-70411")).GetProperty("journeys").EnumerateArray());
    }

    [Fact]
    public async Task Of_a_possible_match_that_an_officer_rejects_the_traveller_is_forgotten_everywhere()
    {
        var possible = await border.HitAsync(Lists.Out([Perhaps]));
        string[] person = ["Thornburry", "1971-03-14", "599011223"];
        Assert.All(person, word => Assert.Contains(word, possible.ToString(), StringComparison.OrdinalIgnoreCase));

        var report = await border.ReviewAsync(possible.Text("id"), new { decision = "reject", rationale = "Another person: seen at the gate." });

        Assert.Equal("none", report.GetProperty("match").Text("outcome"));
        var readable = string.Concat(report, JsonSerializer.Serialize(await border.InboxAsync(border.Camden)));
        Assert.All(person, word => Assert.DoesNotContain(word, readable, StringComparison.OrdinalIgnoreCase));
        Assert.True(report.GetProperty("timelineIntact").GetBoolean());
    }

    /// <summary>Much like the nominal, in every particular a little otherwise.</summary>
    private static PaxlstPerson Perhaps { get; } = new(Lists.Traveller(Offenders.Thornbury).Person with
    {
        Names = [new PersonName { Surname = "Thornburry", Given = ["Alaric"] }],
        Born = BirthDate.Parse("1971-03-14"),
        Documents = [new TravelDocument("P", "599011223", "GBR", new DateOnly(2030, 5, 31))],
    })
    { Booking = "QX7RT2" };
}
