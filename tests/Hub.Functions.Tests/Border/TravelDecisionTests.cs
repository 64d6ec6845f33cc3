using System.Net;
using System.Text.Json;
using Hub.Persons;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>What officers decide about a person on a flight, and where it stays.</summary>
public sealed class TravelDecisionTests : IAsyncLifetime
{
    private static readonly object TellThailand = new { on = "foreign-authority", outcome = "tell", country = "Thailand", authority = "Royal Thai Police", rationale = "Children at the address." };

    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task A_decision_stays_in_the_case_and_in_the_nominals_history()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        await border.DecideAsync(hit.Text("id"), new { on = "breach", outcome = "more-research", rationale = "Asking the airline." });
        var report = await border.DecideAsync(hit.Text("id"), new { on = "breach", outcome = "breach", rationale = "He says he forgot." }, border.Central);

        Assert.Equal([("more-research", "camden-7"), ("breach", "central-2")], report.GetProperty("decisions").EnumerateArray().Select(d => (d.Text("outcome"), d.Text("by"))));
        Assert.Equal(2, report.Actions().Count(a => a == "decision.breach"));
        var breach = Assert.Single((await border.TravelAsync("V-70411")).GetProperty("journeys").EnumerateArray()).GetProperty("breach");
        Assert.Equal(("breach", "He says he forgot.", "central-2"), (breach.Text("outcome"), breach.Text("rationale"), breach.Text("by")));
    }

    [Fact]
    public async Task An_officer_who_finds_no_breach_takes_the_suspicion_back()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        var report = await border.DecideAsync(hit.Text("id"), new { on = "breach", outcome = "no-breach", rationale = "His solicitor sent the notice." });

        Assert.Equal("notNotified", report.Judged());
        Assert.DoesNotContain(report.Standing(), n => n.EndsWith("travel-breach-suspected", StringComparison.Ordinal));
        Assert.Contains("jigsaw:camden travel-seen", report.Standing());
        Assert.Contains("jigsaw notice-withdrawn", report.Standing());
    }

    [Fact]
    public async Task The_same_decision_again_is_no_second_one()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        var once = await border.DecideAsync(hit.Text("id"), TellThailand);
        var twice = await border.DecideAsync(hit.Text("id"), TellThailand);

        Assert.Equal(once.ToString(), twice.ToString());
    }

    [Fact]
    public async Task Telling_a_foreign_authority_is_a_named_officers_decision()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        var report = await border.DecideAsync(hit.Text("id"), TellThailand);

        var told = report.Notice("jigsaw", "foreign-authority");
        Assert.Contains("camden-7 decided", told.Text("reason"), StringComparison.Ordinal);
        Assert.Contains("Royal Thai Police of Thailand", told.Text("reason"), StringComparison.Ordinal);
        Assert.Contains("Children at the address.", told.Text("reason"), StringComparison.Ordinal);
        Assert.Equal("THA", Assert.Single((await border.TravelAsync("V-70411")).GetProperty("seen").EnumerateArray()).Text("toldCountry"));
    }

    [Fact]
    public async Task Decided_against_after_all_the_notice_to_tell_is_taken_back()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));
        await border.DecideAsync(hit.Text("id"), TellThailand);

        var report = await border.DecideAsync(hit.Text("id"), new { on = "foreign-authority", outcome = "do-not-tell", rationale = "The address is empty." });

        Assert.Equal("withdrawn", report.Notice("jigsaw", "foreign-authority").Text("state"));
    }

    [Fact]
    public async Task Nothing_is_decided_about_a_person_who_is_only_possibly_the_nominal()
    {
        var possible = await border.HitAsync(Lists.Out([new PaxlstPerson(Lists.Traveller(Offenders.Thornbury).Person with { Born = BirthDate.Parse("1971"), Documents = [] })]));

        var (status, problem) = await border.TryDecideAsync(possible.Text("id"), TellThailand);

        Assert.Equal((HttpStatusCode.Conflict, "not-identified"), (status, problem.Text("code")));
        Assert.Equal(["jigsaw:camden match-review"], (await border.ReportAsync(possible.Text("id"))).Told());
    }

    [Fact]
    public async Task Nothing_is_decided_about_a_hit_that_was_withdrawn_or_a_report_that_is_no_travel()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));
        await border.Hub.AdvanceAsync(TimeSpan.FromMinutes(5));
        await border.ScreenAsync(Lists.Out(Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")));
        var arrest = await border.Hub.ArrestAsync(new Arrest());

        Assert.Equal("report-withdrawn", await CodeAsync(hit));
        Assert.Equal("not-travel", await CodeAsync(arrest));

        async Task<string> CodeAsync(JsonElement report) => (await border.TryDecideAsync(report.Text("id"), TellThailand, border.Supervisor)).Problem.Text("code");
    }

    [Theory]
    [InlineData("""{}""", "$.on required, $.outcome required, $.rationale required")]
    [InlineData("""{"on":"weather","outcome":"fine","rationale":"x"}""", "$.on not-one-of")]
    [InlineData("""{"on":"breach","outcome":"tell","rationale":"x"}""", "$.outcome not-one-of")]
    [InlineData("""{"on":"return","outcome":"known","rationale":"x"}""", "$.returns required")]
    [InlineData("""{"on":"return","outcome":"known","returns":"2026-12-06","returnsTo":"BKK","returnFlight":"?","rationale":"x"}""", "$.returnFlight invalid-text, $.returnsTo not-in-uk")]
    [InlineData("""{"on":"foreign-authority","outcome":"tell","country":"United Kingdom","rationale":"x"}""", "$.country unknown-country")]
    public async Task What_is_wrong_with_a_decision_is_said_all_at_once(string body, string errors)
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        var (status, problem) = await border.TryDecideAsync(hit.Text("id"), JsonDocument.Parse(body).RootElement);

        Assert.Equal(422, (int)status);
        Assert.Equal(errors, string.Join(", ", problem.Errors().Order().Select(e => $"{e.Path} {e.Code}")));
    }

    [Fact]
    public async Task Another_boroughs_officer_has_no_say()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));
        using var brent = border.Hub.As("jigsawOfficer", "Brent");

        Assert.Equal(HttpStatusCode.Forbidden, (await border.TryDecideAsync(hit.Text("id"), TellThailand, brent)).Status);
    }
}
