using System.Text;
using System.Text.Json;

namespace Hub.Functions.Tests.Border;

/// <summary>The return flight is met: planned, moved, released in time, or called off.</summary>
public sealed class ReturnTests : IAsyncLifetime
{
    private static readonly object Sixth = new { on = "return", outcome = "known", returns = "2026-12-06T06:15", returnsTo = "LHR", returnFlight = "BA10", rationale = "The airline told us." };

    private static readonly object Ninth = new { on = "return", outcome = "known", returns = "2026-12-09T18:00", returnsTo = "LHR", returnFlight = "BA12", rationale = "He changed his booking." };

    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task A_return_an_officer_learns_of_is_planned_for_48_hours_before_it_lands()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        await border.DecideAsync(hit.Text("id"), Sixth);

        foreach (var team in new[] { border.Camden, border.Liaison })
        {
            var planned = Assert.Single(await border.InboxAsync(team, "?state=planned"));
            Assert.Equal(("interception", Lists.Lands.AddHours(-48), Lists.Lands), (planned.Text("kind"), planned.When("plannedFor"), planned.When("due")));
            Assert.Equal("BA10", planned.GetProperty("content").Text("flight"));
        }

        Assert.Equal(Lists.Lands, Assert.Single((await border.TravelAsync("V-70411")).GetProperty("journeys").EnumerateArray()).GetProperty("return").GetProperty("lands").When("earliest"));
    }

    [Fact]
    public async Task When_its_moment_comes_the_notice_is_raised()
    {
        await PlanAsync(Sixth);

        await AdvanceToAsync(Lists.Lands.AddHours(-48).AddMinutes(-1));
        Assert.Empty((await border.InboxAsync(border.Liaison, "?state=open")).Standing("interception"));
        await border.Hub.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["border-liaison interception"], (await border.InboxAsync(border.Liaison, "?state=open")).Standing("interception"));
        Assert.Equal(["jigsaw:camden interception"], (await border.InboxAsync(border.Camden, "?state=open")).Standing("interception"));
    }

    [Fact]
    public async Task A_return_that_changes_moves_the_plan()
    {
        var hit = await PlanAsync(Sixth);

        await border.DecideAsync(hit, Ninth);

        var planned = Assert.Single(await border.InboxAsync(border.Liaison, "?state=planned"));
        Assert.Equal((new DateTimeOffset(2026, 12, 7, 18, 0, 0, TimeSpan.Zero), "BA12"), (planned.When("plannedFor"), planned.GetProperty("content").Text("flight")));
        await AdvanceToAsync(Lists.Lands);
        Assert.Empty((await border.InboxAsync(border.Liaison, "?state=open")).Standing("interception"));
    }

    [Fact]
    public async Task A_return_that_changes_after_the_notice_was_raised_is_told_anew()
    {
        var hit = await PlanAsync(Sixth);
        await AdvanceToAsync(Lists.Lands.AddHours(-40));

        await border.DecideAsync(hit, Ninth);

        var inbox = await border.InboxAsync(border.Liaison);
        Assert.Equal(["planned", "withdrawn"], inbox.Where(n => n.Text("kind") == "interception").Select(n => n.Text("state")).Order());
        Assert.Contains("border-liaison notice-withdrawn", inbox.Standing());
    }

    [Theory]
    [InlineData("interception", "cancel")]
    [InlineData("breach", "no-breach")]
    [InlineData("return", "unknown")]
    public async Task An_officer_calls_the_meeting_off(string on, string outcome)
    {
        var hit = await PlanAsync(Sixth);

        await border.DecideAsync(hit, new { on, outcome, rationale = "Seen with his officer." });
        await AdvanceToAsync(Lists.Lands);

        Assert.Equal(["withdrawn"], (await border.InboxAsync(border.Liaison)).Where(n => n.Text("kind") == "interception").Select(n => n.Text("state")));
    }

    [Fact]
    public async Task A_meeting_called_off_and_called_for_again_is_planned_again()
    {
        var hit = await PlanAsync(Sixth);
        await border.DecideAsync(hit, new { on = "interception", outcome = "cancel", rationale = "No officers." });

        await border.DecideAsync(hit, new { on = "interception", outcome = "keep", rationale = "Officers found." });

        Assert.Equal("interception", Assert.Single(await border.InboxAsync(border.Liaison, "?state=planned")).Text("kind"));
    }

    [Fact]
    public async Task A_return_known_only_hours_before_it_lands_is_told_at_once()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));
        await AdvanceToAsync(Lists.Lands.AddHours(-5));

        await border.DecideAsync(hit.Text("id"), Sixth);

        Assert.Equal(["border-liaison interception"], (await border.InboxAsync(border.Liaison, "?state=open")).Standing("interception"));
    }

    [Fact]
    public async Task The_list_of_the_flight_back_closes_the_journey_and_plans_its_meeting()
    {
        await border.HitAsync(Lists.Out(Offenders.Thornbury));

        await border.ScreenAsync(Lists.Back(Offenders.Thornbury));

        var journey = Assert.Single((await border.TravelAsync("V-70411")).GetProperty("journeys").EnumerateArray());
        Assert.Equal((2, "sighted"), (journey.GetProperty("reports").GetArrayLength(), journey.GetProperty("return").Text("source")));
        Assert.Equal(Lists.Lands.AddHours(-48), Assert.Single(await border.InboxAsync(border.Liaison, "?state=planned")).When("plannedFor"));
    }

    [Fact]
    public async Task A_return_that_a_list_in_lines_gives_is_planned()
    {
        const string csv = """
            Flight,From,To,Departure date,Departure time,Surname,Given names,Date of birth,Sex,Passport number,Return date,Return flight
            BA9,LHR,BKK,2026-11-22,21:30,Thornbury,Alaric Peverell,1971-03-04,M,533401372,2026-12-06,BA10
            """;

        var manifest = await border.ScreenAsync(new StringContent(csv, Encoding.UTF8, "text/csv"));

        Assert.Equal(1, manifest.GetProperty("hits").Count("count"));
        var planned = Assert.Single(await border.InboxAsync(border.Liaison, "?state=planned"));
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.Zero), planned.When("plannedFor"));
    }

    [Fact]
    public async Task A_return_that_a_list_has_land_abroad_is_none()
    {
        const string csv = """
            Flight,From,To,Departs,Surname,Given names,Date of birth,Passport number,Return date,Return airport
            BA9,LHR,BKK,2026-11-22T21:30,Thornbury,Alaric Peverell,1971-03-04,533401372,2026-12-06,BKK
            """;

        var manifest = await border.ScreenAsync(new StringContent(csv, Encoding.UTF8, "text/csv"));

        Assert.Equal(1, manifest.GetProperty("hits").Count("count"));
        Assert.Empty(await border.InboxAsync(border.Liaison, "?state=planned"));
    }

    [Fact]
    public async Task Of_travel_as_notified_only_Jigsaw_hears_when_it_ends()
    {
        await border.SendAsync(border.Camden, HttpMethod.Put, "api/nominals/V-70411/travel-notifications/T-1", Offenders.Notified);

        await border.HitAsync(Lists.Out(Offenders.Thornbury));

        Assert.Equal(["jigsaw:camden return-flight"], (await border.InboxAsync(border.Camden, "?state=planned")).Standing());
        Assert.Empty(await border.InboxAsync(border.Liaison, "?state=planned"));
    }

    private async Task<string> PlanAsync(object decision)
    {
        JsonElement hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));
        await border.DecideAsync(hit.Text("id"), decision);
        Assert.Single(await border.InboxAsync(border.Liaison, "?state=planned"));
        return hit.Text("id");
    }

    private Task AdvanceToAsync(DateTimeOffset moment) => border.Hub.AdvanceAsync(moment - border.Hub.Time.GetUtcNow());
}
