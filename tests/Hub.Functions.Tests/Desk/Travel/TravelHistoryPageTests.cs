using System.Net;
using Hub.Functions.Desk;
using Hub.Functions.Tests.Border;
using Hub.Identity;
using Hub.Testing.Manifests;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Desk.Travel;

/// <summary>One person's journeys: never without a reason, and what of them each may know.</summary>
public sealed class TravelHistoryPageTests : IAsyncLifetime
{
    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury, Offenders.Hollowbread);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task Without_a_reason_nothing_is_shown_and_one_is_asked_for()
    {
        await border.HitAsync(Lists.Out(Offenders.Thornbury));
        using var camden = await border.CamdenAsync();

        var page = await camden.TextAsync("/desk/travel/V-70411");
        var unknown = await camden.TextAsync("/desk/travel/V-1");

        Assert.Contains("Why do you look at this person's travel?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Thornbury", page, StringComparison.Ordinal);
        Assert.Equal(page, unknown.Replace("V-1", "V-70411", StringComparison.Ordinal));
        var (status, again) = await camden.SendAsync("/desk/travel/V-70411", ("reason", ""));
        Assert.Equal(422, (int)status);
        Assert.Contains("There is a problem", again, StringComparison.Ordinal);
        Assert.DoesNotContain(await border.LogAsync(), e => e.Contains("read-travel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reason_given_holds_for_the_shift_and_for_who_gave_it()
    {
        using var camden = await border.CamdenAsync();
        using var answer = await camden.PostAsync("/desk/travel/V-70411", ("reason", "flight BA10"));
        var to = answer.Headers.Location!.ToString();
        Assert.Contains("Thornbury", await camden.TextAsync(to), StringComparison.Ordinal);

        using var other = await border.CamdenAsync("camden-8");
        Assert.Contains("Why do you look", await other.TextAsync(to), StringComparison.Ordinal);
        Assert.Contains("Why do you look", await camden.TextAsync(to[..^4]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_ends_after_twelve_hours()
    {
        var given = border.Hub.Services.GetRequiredService<GivenReason>();
        var caller = new Caller { Id = "camden-7", Role = Role.JigsawOfficer, Borough = "camden" };
        var kept = given.Protect(caller, "flight BA10");

        Assert.Equal("flight BA10", given.Read(caller, kept));
        Assert.Null(given.Read(caller with { Id = "camden-8" }, kept));
        border.Hub.Time.Advance(TimeSpan.FromHours(12));
        Assert.Null(given.Read(caller, kept));
        Assert.Null(given.Read(caller, "nonsense"));
        Assert.Null(given.Read(caller, null));
    }

    [Fact]
    public async Task A_notice_about_the_person_is_a_reason_by_itself_for_whom_it_is_addressed_to()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));
        var notice = hit.Notice("jigsaw:camden", "travel-breach-suspected").Text("id");
        var liaisons = hit.Notice("border-liaison", "border-hit").Text("id");
        using var camden = await border.CamdenAsync();
        using var hackney = await DeskClient.SignInAsync(border.Hub, "jigsawOfficer", "Hackney");

        Assert.Contains("Thornbury", await camden.TextAsync($"/desk/travel/V-70411?notice={notice}"), StringComparison.Ordinal);
        Assert.Contains($"camden-7 read-travel nominal:V-70411 notice {notice}", await border.LogAsync());
        Assert.Contains("Why do you look", await camden.TextAsync($"/desk/travel/V-81522?notice={notice}"), StringComparison.Ordinal);
        Assert.Contains("Why do you look", await camden.TextAsync($"/desk/travel/V-70411?notice={liaisons}"), StringComparison.Ordinal);
        Assert.Contains("Why do you look", await camden.TextAsync("/desk/travel/V-70411?notice=nonsense"), StringComparison.Ordinal);
        Assert.Contains("Why do you look", await hackney.TextAsync($"/desk/travel/V-70411?notice={notice}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journey_is_shown_with_its_law_its_reasons_and_what_was_notified()
    {
        await border.SendAsync(border.Camden, HttpMethod.Put, "api/nominals/V-70411/travel-notifications/T-1", Offenders.Notified with { Country = "FRA", PointOfArrival = "CDG" });
        await border.ReturningAsync(Lists.Lands);
        using var camden = await border.CamdenAsync();

        var html = await OpenAsync(camden);
        var page = Rendered.TextOf(html);

        Assert.Contains("1. Thailand, left Sunday 22 November 2026", page, StringComparison.Ordinal);
        Assert.Contains("Differs from what was notified", page, StringComparison.Ordinal);
        Assert.Contains("The country differs: notified France, travelled to Thailand.", page, StringComparison.Ordinal);
        Assert.Contains("SI 2004/1220 as amended by SI 2012/1876", page, StringComparison.Ordinal);
        Assert.Contains("France (CDG), leaving Sunday 22 November 2026, back Sunday 6 December 2026. Notified on Sunday 8 November 2026 at 8:00am.", page, StringComparison.Ordinal);
        Assert.Contains("Sunday 6 December 2026 at 6:15am at London Heathrow Airport (LHR) on BA10, by an officer's finding", page, StringComparison.Ordinal);
        Assert.Contains("The return is known: Sunday 6 December 2026 at 6:15am at London Heathrow Airport (LHR) on BA10. camden-7", page, StringComparison.Ordinal);
        Assert.Contains("Camden Jigsaw team: to meet the flight, told Friday 4 December 2026 at 6:15am.", page, StringComparison.Ordinal);
        Assert.Contains("Border liaison, Heathrow: to meet the flight", page, StringComparison.Ordinal);
        Assert.Contains("Has to notify travel from Sunday 3 March 2019, with no end known.", page, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("Decide about journey 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_on_the_booking_is_told_to_who_may_read_the_report_and_to_nobody_else()
    {
        await border.HitAsync(Lists.Out(Lists.Traveller(Offenders.Thornbury, "XK5LQ2"), Lists.Stranger("Moss", "Lily", "2015-04-02", booking: "XK5LQ2")));
        using var camden = await border.CamdenAsync();
        using var hackney = await DeskClient.SignInAsync(border.Hub, "jigsawOfficer", "Hackney", name: "hackney-1");

        Assert.Contains("Lily", Rendered.TextOf(await OpenAsync(camden)), StringComparison.Ordinal);
        var other = Rendered.TextOf(await OpenAsync(hackney));
        Assert.Contains("1. Thailand", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Lily", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Decide about", other, StringComparison.Ordinal);
        Assert.DoesNotContain("hackney-1 read-report", string.Join("\n", await border.LogAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_seen_on_no_flight_has_an_empty_page_that_says_what_that_means()
    {
        using var camden = await border.CamdenAsync();

        var html = await OpenAsync(camden);

        Assert.Contains("This person was seen on no flight.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("journeys-title", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_on_no_register_is_not_found_and_the_try_is_kept()
    {
        using var camden = await border.CamdenAsync();
        using var answer = await camden.PostAsync("/desk/travel/V-1", ("reason", "flight BA10"));
        using var page = await camden.Http.GetAsync(answer.Headers.Location);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("camden-7 read-travel nominal:V-1 flight BA10", await border.LogAsync());
    }

    [Fact]
    public async Task What_the_person_notified_is_recorded_once_however_often_it_is_sent_and_judged_at_once()
    {
        await border.HitAsync(Lists.Out(Offenders.Thornbury));
        using var camden = await border.CamdenAsync();
        var address = (await AddressAsync(camden)).Replace("V-70411?", "V-70411/notifications?", StringComparison.Ordinal);

        var first = Rendered.TextOf(await camden.PostAndFollowAsync(address, Notified()));
        var again = Rendered.TextOf(await camden.PostAndFollowAsync(address, Notified()));

        Assert.Contains("What the person notified is recorded", first, StringComparison.Ordinal);
        Assert.Contains("As notified", first, StringComparison.Ordinal);
        Assert.Contains("What the person notified is recorded", again, StringComparison.Ordinal);
        var kept = Assert.Single((await border.TravelAsync("V-70411")).GetProperty("notifications").EnumerateArray());
        Assert.Equal((new DateTimeOffset(2026, 11, 8, 14, 30, 0, TimeSpan.Zero), "THA", "BKK"), (kept.When("notifiedAt"), kept.Text("country"), kept.Text("pointOfArrival")));
        Assert.Contains(await border.LogAsync(), e => e.StartsWith("camden-7 notify-travel nominal:V-70411 desk-", StringComparison.Ordinal));

        await camden.PostAndFollowAsync(address, [.. Notified().Where(f => f.Name != "country"), ("country", "France")]);
        Assert.Equal(2, (await border.TravelAsync("V-70411")).GetProperty("notifications").GetArrayLength());
    }

    [Fact]
    public async Task What_is_wrong_with_a_notification_is_said_by_box_and_what_was_entered_is_kept()
    {
        using var camden = await border.CamdenAsync();
        var address = (await AddressAsync(camden)).Replace("V-70411?", "V-70411/notifications?", StringComparison.Ordinal);

        using var answer = await camden.PostAsync(address, ("country", "Atlantis"), ("departs.day", "31"), ("departs.month", "2"), ("departs.year", "2026"), ("notifiedAt.day", "8"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(422, (int)answer.StatusCode);
        foreach (var wrong in new[] { "href=\"#country\"", "href=\"#departs\"", "href=\"#notifiedAt\"", "value=\"Atlantis\"", "value=\"31\"", "The day they leave must be a real day" })
        {
            Assert.Contains(wrong, html, StringComparison.Ordinal);
        }

        Assert.Empty((await border.TravelAsync("V-70411")).GetProperty("notifications").EnumerateArray());
    }

    [Fact]
    public async Task A_notification_without_a_reason_is_not_recorded()
    {
        using var camden = await border.CamdenAsync();

        var (status, page) = await camden.SendAsync("/desk/travel/V-70411/notifications", Notified());

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Nothing was recorded.", page, StringComparison.Ordinal);
        Assert.Empty((await border.TravelAsync("V-70411")).GetProperty("notifications").EnumerateArray());
    }

    [Fact]
    public async Task A_supervisor_reads_and_records_nothing_and_a_police_desk_reads_no_travel()
    {
        using var supervisor = await DeskClient.SignInAsync(border.Hub, "supervisor");
        Assert.DoesNotContain("Record what the person notified", await OpenAsync(supervisor), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.SendAsync("/desk/travel/V-70411/notifications", Notified())).Status);

        using var auditor = await DeskClient.SignInAsync(border.Hub, "auditor", name: "auditor-1");
        Assert.DoesNotContain("Thornbury", await OpenAsync(auditor), StringComparison.Ordinal);

        using var ppd = await DeskClient.SignInAsync(border.Hub, "ppdOfficer", "Camden");
        Assert.Equal(HttpStatusCode.Forbidden, (await ppd.SendAsync("/desk/travel/V-70411", ("reason", "x"))).Status);
    }

    [Fact]
    public async Task Many_journeys_are_in_the_picture_as_far_as_it_holds_them_and_all_page_by_page()
    {
        for (var month = 1; month <= 14; month++)
        {
            var day = new DateTime(2025, 9, 1, 9, 0, 0).AddMonths(month);
            await border.ScreenAsync(new PaxlstManifest(Lists.Flight("9", "LHR", "BKK", day, day.AddHours(18)), [Lists.Traveller(Offenders.Thornbury)]));
        }

        using var camden = await border.CamdenAsync();
        var address = await AddressAsync(camden);
        var first = await camden.GetAsync(address);
        var second = await camden.TextAsync(address + "&page=2");

        Assert.Equal(12, System.Text.RegularExpressions.Regex.Count(first, "<polygon class=\"desk-journeys__travelled\"") - 1);
        Assert.Contains("2 older rows left out", first, StringComparison.Ordinal);
        Assert.Contains("14. Thailand", first, StringComparison.Ordinal);
        Assert.Contains("Older journeys", first, StringComparison.Ordinal);
        Assert.Contains("1. Thailand", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Older journeys", second, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Notified() =>
    [
        ("country", "Thailand"), ("pointOfArrival", "BKK"), ("departs.day", "22"), ("departs.month", "11"), ("departs.year", "2026"), ("returns.day", "6"), ("returns.month", "12"), ("returns.year", "2026"),
        ("notifiedAt.day", "8"), ("notifiedAt.month", "11"), ("notifiedAt.year", "2026"), ("notifiedAt.time", "2:30pm"),
    ];

    private static async Task<string> AddressAsync(DeskClient desk)
    {
        using var answer = await desk.PostAsync("/desk/travel/V-70411", ("reason", "flight BA10"));
        return answer.Headers.Location!.ToString();
    }

    private static async Task<string> OpenAsync(DeskClient desk) => await desk.GetAsync(await AddressAsync(desk));
}
