using System.Net;
using Hub.Functions.Tests.Border;

namespace Hub.Functions.Tests.Desk.Travel;

/// <summary>What is to be met and what is to be decided, for each who may know of it.</summary>
public sealed class TravelPageTests : IAsyncLifetime
{
    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury, Offenders.Hollowbread);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task Where_nothing_is_ahead_the_page_says_what_that_means()
    {
        using var camden = await border.CamdenAsync();

        var page = await camden.TextAsync("/desk/travel");

        Assert.Contains("No return flight is known.", page, StringComparison.Ordinal);
        Assert.Contains("No suspected breach waits for a decision.", page, StringComparison.Ordinal);
        Assert.Contains("Camden Jigsaw team", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jigsaw_sees_a_planned_interception_with_who_when_where_and_what_is_decided()
    {
        var hit = await border.ReturningAsync(Lists.Lands);
        using var camden = await border.CamdenAsync();

        var html = await camden.GetAsync("/desk/travel");
        var page = Rendered.TextOf(html);

        Assert.Contains("Suspected breach: travel not notified", page, StringComparison.Ordinal);
        Assert.Contains("Flights ahead", page, StringComparison.Ordinal);
        Assert.Contains("Lands Sunday 6 December 2026 at 6:15am, London Heathrow Airport (LHR) Who Alaric Peverell Thornbury , born", page, StringComparison.Ordinal);
        Assert.Contains("Nobody has decided yet whether this is a breach.", page, StringComparison.Ordinal);
        Assert.Contains("Comes Friday 4 December 2026 at 6:15am", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/desk/travel/reports/{hit}\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/travel/V-70411?notice=", html, StringComparison.Ordinal);
        Assert.Contains("camden-7 list-notices recipient:jigsaw:camden", await border.LogAsync());
        Assert.Contains($"camden-7 read-report case:{hit}", await border.LogAsync());
    }

    [Fact]
    public async Task The_border_liaison_sees_whom_to_look_for_and_never_why()
    {
        await border.ReturningAsync(Lists.Lands);
        await border.AtAsync(Lists.Lands.AddHours(-20));
        using var liaison = await DeskClient.SignInAsync(border.Hub, "borderLiaison");

        var html = await liaison.GetAsync("/desk/travel");
        var page = Rendered.TextOf(html);

        Assert.Contains("BA10", page, StringComparison.Ordinal);
        Assert.Contains("document 533401372", page, StringComparison.Ordinal);
        Assert.Contains("Read and acknowledge the notice", page, StringComparison.Ordinal);
        foreach (var secret in new[] { "V-70411", "breach", "otified", "Jigsaw", "Decide", "Look up" })
        {
            Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("V-70411", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/travel/reports", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_landing_within_four_hours_comes_first_also_when_the_notice_was_acknowledged()
    {
        await border.ReturningAsync(Lists.Lands);
        await border.AtAsync(Lists.Lands.AddHours(-47));
        foreach (var notice in (await border.InboxAsync(border.Camden, "?state=open")).Where(n => n.Text("kind") == "interception"))
        {
            await border.SendAsync(border.Camden, HttpMethod.Post, $"api/notices/{notice.Text("id")}/acknowledgement", new { });
        }

        await border.AtAsync(Lists.Lands.AddHours(-2));
        using var camden = await border.CamdenAsync();

        var page = await camden.TextAsync("/desk/travel");

        Assert.True(page.IndexOf("Landing within 4 hours", StringComparison.Ordinal) < page.IndexOf("Suspected breaches to decide", StringComparison.Ordinal));
        Assert.Contains("Meet flight BA10 now Lands in 1 hour 59 minutes", page, StringComparison.Ordinal);
        Assert.Contains("Acknowledged by camden-7", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flight_just_down_is_still_there_and_after_two_hours_gone()
    {
        await border.ReturningAsync(Lists.Lands);
        await border.AtAsync(Lists.Lands.AddMinutes(30));
        using var camden = await border.CamdenAsync();
        Assert.Contains("Landed 30 minutes ago", await camden.TextAsync("/desk/travel"), StringComparison.Ordinal);

        await border.AtAsync(Lists.Lands.AddHours(3));

        Assert.DoesNotContain("BA10", await camden.TextAsync("/desk/travel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_breach_that_is_decided_waits_no_more_and_one_that_is_researched_still_does()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));
        using var camden = await border.CamdenAsync();

        await border.DecideAsync(hit.Text("id"), new { on = "breach", outcome = "more-research", rationale = "Asking the airline." });
        Assert.Contains("More research is needed: camden-7", await camden.TextAsync("/desk/travel"), StringComparison.Ordinal);

        await border.DecideAsync(hit.Text("id"), new { on = "breach", outcome = "breach", rationale = "He forgot." });
        Assert.Contains("No suspected breach waits for a decision.", await camden.TextAsync("/desk/travel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_boroughs_flights_are_not_shown_and_a_supervisor_chooses_whose()
    {
        await border.ReturningAsync(Lists.Lands);
        using var hackney = await DeskClient.SignInAsync(border.Hub, "jigsawOfficer", "Hackney");
        Assert.DoesNotContain("BA10", await hackney.TextAsync("/desk/travel"), StringComparison.Ordinal);
        using var refused = await hackney.Http.GetAsync(new Uri("/desk/travel?recipient=jigsaw:camden", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains(await border.LogAsync(), e => e.EndsWith("list-notices recipient:jigsaw:camden not-own REFUSED", StringComparison.Ordinal));

        using var supervisor = await DeskClient.SignInAsync(border.Hub, "supervisor");
        Assert.Contains("Border liaison, Heathrow Travel", await supervisor.TextAsync("/desk/travel"), StringComparison.Ordinal);
        Assert.Contains("Nobody has decided yet", await supervisor.TextAsync("/desk/travel?recipient=jigsaw:camden"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_looks_and_is_offered_nothing_to_decide()
    {
        await border.ReturningAsync(Lists.Lands);
        using var auditor = await DeskClient.SignInAsync(border.Hub, "auditor");

        var html = await auditor.GetAsync("/desk/travel?recipient=jigsaw:camden");

        Assert.Contains("BA10", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/travel/reports", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_up_without_id_or_reason_says_so_and_keeps_what_was_entered()
    {
        using var camden = await border.CamdenAsync();

        var (status, page) = await camden.SendAsync("/desk/travel", ("nominal", ""), ("reason", "a call from the airline"));
        Assert.Equal(422, (int)status);
        Assert.Contains("Enter the person's id on the register.", page, StringComparison.Ordinal);

        using var answer = await camden.PostAsync("/desk/travel", ("nominal", "V-70411"), ("reason", " "));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("value=\"V-70411\"", html, StringComparison.Ordinal);
        Assert.Contains("Say why you look this person up", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_up_leads_to_the_person_with_the_reason_sealed()
    {
        using var camden = await border.CamdenAsync();

        using var answer = await camden.PostAsync("/desk/travel", ("nominal", "V-70411"), ("reason", "a call from the airline"));

        var to = answer.Headers.Location!.ToString();
        Assert.StartsWith("/desk/travel/V-70411?because=", to, StringComparison.Ordinal);
        Assert.DoesNotContain("airline", to, StringComparison.Ordinal);
        Assert.Contains("Thornbury", await camden.TextAsync(to), StringComparison.Ordinal);
        Assert.Contains("camden-7 read-travel nominal:V-70411 a call from the airline", await border.LogAsync());
    }

    [Fact]
    public async Task Many_flights_come_page_by_page()
    {
        var report = await border.HitAsync(Lists.Out(Offenders.Thornbury));
        var expected = await ManyNotices.PlanAsync(border.Hub.Services, report.Text("id"), "border-liaison", 60, Lists.Lands);
        await border.Hub.DrainAsync();
        using var liaison = await DeskClient.SignInAsync(border.Hub, "borderLiaison");

        var flights = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var html = await liaison.GetAsync($"/desk/travel?page={page}");
            flights.AddRange(System.Text.RegularExpressions.Regex.Matches(Rendered.TextOf(html), @"Meet flight (BA\d+) Lands").Select(m => m.Groups[1].Value));
            Assert.Equal(page < 3, html.Contains("Next page", StringComparison.Ordinal));
        }

        Assert.Equal(expected, flights);
    }
}
