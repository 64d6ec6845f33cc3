using System.Net;
using Hub.Functions.Tests.Border;
using Hub.Persons;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Desk.Travel;

/// <summary>Officers decide on a page: by the API's own rules, once, and knowing what others decided.</summary>
public sealed class TravelReportPageTests : IAsyncLifetime
{
    private BorderHub border = null!;
    private DeskClient camden = null!;

    public async Task InitializeAsync()
    {
        border = await BorderHub.StartAsync(Offenders.Thornbury);
        camden = await border.CamdenAsync();
    }

    public async Task DisposeAsync()
    {
        camden.Dispose();
        await border.DisposeAsync();
    }

    [Fact]
    public async Task The_page_tells_the_hit_the_judgement_and_asks_first_whether_it_was_a_breach()
    {
        var hit = await HitAsync();

        var page = await camden.TextAsync(hit);

        foreach (var told in new[] { "BA9, London Heathrow Airport (LHR) to ", "Alaric Peverell Thornbury", "born 4 March 1971, male, document 533401372 (GBR)", "Not notified", "SI 2012/1876", "Was it a breach?", "Nothing yet." })
        {
            Assert.Contains(told, page, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains($"camden-7 read-report case:{hit.Split('/')[^1]}", await border.LogAsync());
    }

    [Fact]
    public async Task A_decision_is_recorded_once_however_often_it_is_sent()
    {
        var hit = await HitAsync();
        (string, string)[] decision = [("on", "breach"), ("knowing", "0"), ("outcome", "no-breach"), ("rationale", "His solicitor sent it.\r\nIn time.")];

        var first = Rendered.TextOf(await camden.PostAndFollowAsync(hit, decision));
        var again = Rendered.TextOf(await camden.PostAndFollowAsync(hit, decision));

        Assert.Contains("Your decision is recorded.", first, StringComparison.Ordinal);
        Assert.Contains("Your decision is recorded.", again, StringComparison.Ordinal);
        Assert.Contains("There was no breach. camden-7, today,", again, StringComparison.Ordinal);
        var kept = Assert.Single((await border.ReportAsync(hit.Split('/')[^1])).GetProperty("decisions").EnumerateArray());
        Assert.Equal(("no-breach", "His solicitor sent it.\nIn time.", "camden-7"), (kept.Text("outcome"), kept.Text("rationale"), kept.Text("by")));
    }

    [Fact]
    public async Task Two_at_once_do_not_decide_over_each_others_heads()
    {
        var hit = await HitAsync();
        using var central = await DeskClient.SignInAsync(border.Hub, "jigsawOfficer", name: "central-2");
        await camden.PostAndFollowAsync(hit, ("on", "breach"), ("knowing", "0"), ("outcome", "no-breach"), ("rationale", "His solicitor sent it."));

        var (status, page) = await central.SendAsync(hit, ("on", "breach"), ("knowing", "0"), ("outcome", "breach"), ("rationale", "He says he forgot."));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("A decision was made on this since you opened the page", page, StringComparison.Ordinal);
        Assert.Contains("There was no breach. camden-7", page, StringComparison.Ordinal);
        Assert.Contains("He says he forgot.", page, StringComparison.Ordinal);
        Assert.Single((await border.ReportAsync(hit.Split('/')[^1])).GetProperty("decisions").EnumerateArray());

        await central.PostAndFollowAsync(hit, ("on", "breach"), ("knowing", "1"), ("outcome", "breach"), ("rationale", "He says he forgot."));
        Assert.Equal(2, (await border.ReportAsync(hit.Split('/')[^1])).GetProperty("decisions").GetArrayLength());
    }

    [Fact]
    public async Task A_return_is_entered_in_boxes_and_its_interception_planned()
    {
        var hit = await HitAsync();

        await camden.PostAndFollowAsync(hit, ("on", "return"), ("knowing", "0"), ("outcome", "known"), ("returns.day", "6"), ("returns.month", "12"), ("returns.year", "2026"), ("returns.time", "6:15am"), ("returnsTo", "lhr"), ("returnFlight", "BA 010"), ("rationale", "The airline told us."));
        await border.Hub.DrainAsync();

        Assert.Equal(Lists.Lands, Assert.Single(await border.InboxAsync(border.Liaison, "?state=planned")).When("due"));
        Assert.Contains("The return is known: Sunday 6 December 2026 at 6:15am at London Heathrow Airport (LHR) on BA10.", await camden.TextAsync(hit), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return", "known", "Enter the day they land, or choose that the return is not known.")]
    [InlineData("foreign-authority", "tell", "Enter the country.")]
    [InlineData("breach", "", "Choose what you decide.")]
    public async Task What_is_wrong_is_said_and_what_was_entered_is_kept(string on, string outcome, string wrong)
    {
        var hit = await HitAsync();

        using var answer = await camden.PostAsync(hit, ("on", on), ("knowing", "0"), ("outcome", outcome), ("rationale", "Children at the address."), ("returnFlight", "BA10"), ("authority", "Royal Thai Police"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(wrong, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("Children at the address.", html, StringComparison.Ordinal);
        Assert.Contains(on switch { "return" => "value=\"BA10\"", "foreign-authority" => "value=\"Royal Thai Police\"", _ => "Children" }, html, StringComparison.Ordinal);
        Assert.False((await border.ReportAsync(hit.Split('/')[^1])).TryGetProperty("decisions", out _));
    }

    [Fact]
    public async Task Telling_a_foreign_authority_is_decided_with_country_and_authority()
    {
        var hit = await HitAsync();

        await camden.PostAndFollowAsync(hit, ("on", "foreign-authority"), ("knowing", "0"), ("outcome", "tell"), ("country", "Thailand"), ("authority", "Royal Thai Police"), ("rationale", "Children at the address."));

        Assert.Contains("A foreign authority is to be told: Royal Thai Police, Thailand. camden-7", await camden.TextAsync(hit), StringComparison.Ordinal);
        Assert.Contains("jigsaw foreign-authority", (await border.ReportAsync(hit.Split('/')[^1])).Standing());
    }

    [Fact]
    public async Task Of_somebody_only_possible_nothing_can_be_decided_and_the_page_says_why()
    {
        var possible = await border.HitAsync(Lists.Out([new PaxlstPerson(Lists.Traveller(Offenders.Thornbury).Person with { Born = BirthDate.Parse("1971"), Documents = [] })]));
        var address = $"/desk/travel/reports/{possible.Text("id")}";

        var page = await camden.TextAsync(address);
        Assert.Contains("Nobody is identified yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Record this decision", page, StringComparison.Ordinal);

        var (status, refused) = await camden.SendAsync(address, ("on", "breach"), ("outcome", "breach"), ("rationale", "x"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Nobody is identified yet.", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_report_that_was_withdrawn_the_page_says_so()
    {
        var hit = await HitAsync();
        await border.Hub.AdvanceAsync(TimeSpan.FromMinutes(5));
        await border.ScreenAsync(Lists.Out(Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")));

        Assert.Contains("This report was withdrawn", await camden.TextAsync(hit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_no_travel_and_another_boroughs_are_refused_in_words()
    {
        var hit = await HitAsync();
        var arrest = await border.Hub.ArrestAsync(new Arrest());
        using var supervisor = await DeskClient.SignInAsync(border.Hub, "supervisor");
        using var brent = await DeskClient.SignInAsync(border.Hub, "jigsawOfficer", "Brent", name: "brent-1");

        using var odd = await supervisor.Http.GetAsync(new Uri($"/desk/travel/reports/{arrest.Text("id")}", UriKind.Relative));
        using var foreign = await brent.Http.GetAsync(new Uri(hit, UriKind.Relative));
        using var none = await brent.Http.GetAsync(new Uri($"/desk/travel/reports/{Guid.NewGuid()}", UriKind.Relative));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (odd.StatusCode, foreign.StatusCode, none.StatusCode));
        Assert.DoesNotContain("Thornbury", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains($"brent-1 decide-travel case:{hit.Split('/')[^1]} not-own REFUSED", await border.LogAsync());
    }

    private async Task<string> HitAsync() => $"/desk/travel/reports/{(await border.HitAsync(Lists.Out(Offenders.Thornbury))).Text("id")}";
}
