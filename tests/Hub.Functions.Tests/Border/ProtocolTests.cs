using System.Net;
using System.Text;
using System.Text.Json;
using Hub.Persons;

namespace Hub.Functions.Tests.Border;

/// <summary>The border liaison learns who is on which flight and whom to call; by no way why.</summary>
public sealed class ProtocolTests : IAsyncLifetime
{
    private static readonly string[] Why =
        ["V-70411", "visor", "mappa", "rm2000", "offen", "breach", "notif", "notNotified", "judge", "any-journey", "S.I.", "SI 20", "rationale", "probability", "surrendered", "Example Mews"];

    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task Nothing_the_border_liaison_can_read_says_why_a_traveller_is_known()
    {
        var manifest = await border.ScreenAsync(Lists.Out(Offenders.Thornbury));
        var hit = Assert.Single(manifest.Hits());
        await border.DecideAsync(hit, new { on = "breach", outcome = "breach", rationale = "Passport should have been surrendered." });
        await border.DecideAsync(hit, new { on = "return", outcome = "known", returns = "2026-12-06T06:15", returnsTo = "LHR", returnFlight = "BA10", rationale = "The airline told us." });
        await border.Hub.AdvanceAsync(Lists.Lands.AddHours(-47) - border.Hub.Time.GetUtcNow());
        await border.ScreenAsync(Lists.Out(Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")));

        var read = new StringBuilder((await border.ManifestAsync(manifest.Text("id"), border.Liaison)).ToString());
        var inbox = await border.InboxAsync(border.Liaison);
        Assert.Equal(["border-hit", "interception", "notice-withdrawn", "notice-withdrawn"], inbox.Select(n => n.Text("kind")).Order());
        foreach (var notice in inbox)
        {
            read.Append(notice).Append(await border.ReportAsync(notice.Text("report"), border.Liaison));
        }

        Assert.Contains("Thornbury", read.ToString(), StringComparison.Ordinal);
        Assert.All(Why, word => Assert.DoesNotContain(word, read.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_notice_of_a_hit_has_the_fields_of_the_protocol_and_no_others()
    {
        var report = await border.HitAsync(Lists.Out([Lists.Traveller(Offenders.Thornbury, booking: "QX7RT2")]));

        var content = report.Notice("border-liaison", "border-hit").GetProperty("content");
        Assert.Equal(["at", "contact", "flight", "manifest", "traveller"], Names(content));
        Assert.Equal(["booking", "born", "documents", "name", "nationality", "sex"], Names(content.GetProperty("traveller")));
        Assert.Equal("jigsaw:camden", content.Text("contact"));
    }

    [Fact]
    public async Task Of_a_return_that_the_person_notified_the_border_hears_when_it_lands_and_not_who_said_so()
    {
        await border.SendAsync(border.Camden, HttpMethod.Put, "api/nominals/V-70411/travel-notifications/T-1", Offenders.Notified with { Country = "FRA", PointOfArrival = "CDG" });
        await border.HitAsync(Lists.Out(Offenders.Thornbury));

        var jigsaw = Assert.Single(await border.InboxAsync(border.Camden, "?state=planned"));
        var liaison = Assert.Single(await border.InboxAsync(border.Liaison, "?state=planned"));

        Assert.Contains("as the person notified", jigsaw.Text("reason"), StringComparison.Ordinal);
        Assert.Equal(("interception", jigsaw.When("plannedFor")), (liaison.Text("kind"), liaison.When("plannedFor")));
        Assert.DoesNotContain("notif", liaison.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["airport", "lands", "traveller"], Names(liaison.GetProperty("content")));
    }

    [Fact]
    public async Task How_many_on_a_list_are_known_for_other_reasons_is_not_for_the_border()
    {
        await border.Hub.KnowAsync(Offenders.Hollowbread with { Registers = ["yot"], NotificationPeriods = [] });
        var manifest = await border.ScreenAsync(Lists.Out(Offenders.Hollowbread));

        Assert.Equal((0, 1), (manifest.GetProperty("hits").Count("count"), manifest.Count("notOfInterest")));
        Assert.False((await border.ManifestAsync(manifest.Text("id"), border.Liaison)).TryGetProperty("notOfInterest", out _));
    }

    [Fact]
    public async Task Who_is_only_possibly_known_is_not_shown_to_the_border_before_an_officer_decides()
    {
        var traveller = Lists.Traveller(Offenders.Thornbury);
        var perhaps = traveller with { Person = traveller.Person with { Born = BirthDate.Parse("1971"), Documents = [] } };
        var manifest = await border.ScreenAsync(Lists.Out([perhaps]));

        var shown = (await border.ManifestAsync(manifest.Text("id"), border.Liaison)).GetProperty("hits");
        Assert.Equal((1, 1), (shown.Count("count"), shown.Count("undecided")));
        Assert.Empty(shown.GetProperty("items").EnumerateArray());
        Assert.Single(manifest.GetProperty("hits").GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_carrier_that_sends_a_list_twice_does_not_learn_who_on_it_is_known()
    {
        using var carrier = border.Hub.As("feed", feed: "manifests", name: "carrier-ba");
        for (var time = 1; time <= 2; time++)
        {
            using var file = Lists.Edifact(Lists.Out(Offenders.Thornbury));
            using var answer = await carrier.PostAsync("api/manifests", file);
            await border.Hub.DrainAsync();
            var receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal((HttpStatusCode.Accepted, false), (answer.StatusCode, receipt.TryGetProperty("hits", out _)));
            using var read = await carrier.GetAsync(answer.Headers.Location);
            Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        }
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)];
}
