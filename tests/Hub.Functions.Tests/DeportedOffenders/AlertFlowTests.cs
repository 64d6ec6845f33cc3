using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hub.Functions.Commands;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Hub.Testing.DeportedOffenders;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.DeportedOffenders;

/// <summary>Alerts over real HTTP into the whole hub: taken in, joined, confirmed, corrected, taken back.</summary>
public sealed class AlertFlowTests : IAsyncLifetime
{
    private TestHub hub = null!;

    public async Task InitializeAsync() => hub = await TestHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task An_alert_on_a_known_person_names_the_case_it_is_in()
    {
        await hub.KnowAsync(A.Nominal("N-1") with
        {
            Names = [new PersonName { Surname = "Thackwray", Given = ["Lemuel", "Osric"] }],
            Born = BirthDate.Parse("1969-04-17"),
            Documents = [new TravelDocument("P", "533401372", "GBR")],
        });

        var report = await SendAsync(new AlertJson());

        Assert.Equal(("assessed", "match", "N-1"), (report.Text("status"), report.GetProperty("match").Text("outcome"), report.GetProperty("match").Text("nominal")));
        Assert.True(report.GetProperty("conclusion").GetProperty("case").TryGetGuid(out _));
        Assert.True(report.GetProperty("timelineIntact").GetBoolean());
    }

    [Fact]
    public async Task Two_alerts_posted_at_once_on_somebody_unknown_make_one_provisional_nominal()
    {
        var answers = await Task.WhenAll(PostAsync(Stranger("A")), PostAsync(Stranger("B"), "prisoners-abroad"));
        var reports = await Task.WhenAll(answers.Select(a => hub.SettledAsync(a.Headers.Location!)));

        var nominals = reports.Select(r => r.GetProperty("match").Text("nominal")).Distinct().ToList();
        var made = await hub.Services.GetRequiredService<INominalRegister>().GetAsync(Assert.Single(nominals), default);
        Assert.True(made!.Provisional);
    }

    [Fact]
    public async Task The_central_team_confirms_a_possible_person_and_the_alert_comes_into_the_case()
    {
        await hub.KnowAsync(A.Nominal("N-2") with { Names = [new PersonName { Surname = "Ormathwaite", Given = ["Piers"] }], Born = null });
        var report = await SendAsync(new AlertJson("A").About("Ormathwaite", "Piers", null));
        Assert.Equal(["jigsaw match-review", "supervisors step-overdue", "supervisors step-overdue"], report.Told());
        using var central = hub.As("jigsawOfficer");

        using var decided = await central.PostAsJsonAsync($"api/reports/{report.Text("id")}/match-decision", new { decision = "confirm", nominal = "N-2", rationale = "By the photograph." });

        Assert.Equal(HttpStatusCode.NoContent, decided.StatusCode);
        var settled = await hub.SettledAsync(new Uri($"api/reports/{report.Text("id")}", UriKind.Relative));
        Assert.True(settled.GetProperty("conclusion").TryGetProperty("case", out _));
    }

    [Fact]
    public async Task A_withdrawn_alert_shows_as_withdrawn_and_a_second_content_under_its_reference_is_refused()
    {
        var report = await SendAsync(Stranger("A"));
        await SendAsync(AlertJson.Withdrawing("A", "W"));

        var settled = await hub.SettledAsync(new Uri($"api/reports/{report.Text("id")}", UriKind.Relative));
        Assert.Equal("withdrawn", settled.Text("status"));
        Assert.Contains("report.withdrawn", settled.Actions());
        using var conflicting = await PostAsync(Stranger("A").Landing("2026-12-03"));
        Assert.Equal(HttpStatusCode.Conflict, conflicting.StatusCode);
    }

    [Fact]
    public async Task Every_error_is_answered_by_its_path_and_nothing_is_kept()
    {
        using var answer = await PostAsync(new AlertJson().WithArrival("port", "Atlantis").Landing("2020-01-01").With("source", "gossip"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal([("$.source", "not-one-of"), ("$.arrival.port", "unknown-port"), ("$.arrival.lands", "arrival-long-past")], problem.Errors());
        using var again = await PostAsync(new AlertJson());
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
    }

    [Fact]
    public async Task A_police_force_reads_its_own_inbox_and_no_others()
    {
        using var sussex = hub.As("agency", borough: "sussex", agency: "force");

        Assert.Equal(HttpStatusCode.OK, (await sussex.GetAsync("api/notices?recipient=force:sussex")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sussex.GetAsync("api/notices?recipient=force:kent")).StatusCode);
    }

    [Theory]
    [InlineData("gotham")]
    [InlineData("Camden")]
    [InlineData(null)]
    public async Task A_token_of_a_force_there_is_none_of_is_not_accepted(string? force)
    {
        var claims = new Dictionary<string, object> { ["sub"] = "x", ["roles"] = new[] { "agency" }, ["agency"] = "force" };
        if (force is not null)
        {
            claims["borough"] = force;
        }

        using var client = hub.WithToken(hub.Issue(claims));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("api/notices?recipient=force:sussex")).StatusCode);
        Assert.NotNull(new TokenWish("agency", Borough: force, Agency: "force").Problem());
    }

    private static AlertJson Stranger(string reference) => new AlertJson(reference).About("Quillfeather", "Barnaby", "1971-02-03");

    private async Task<JsonElement> SendAsync(AlertJson alert)
    {
        using var answer = await PostAsync(alert);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await hub.SettledAsync(answer.Headers.Location!);
    }

    private async Task<HttpResponseMessage> PostAsync(AlertJson alert, string sender = "interpol-london")
    {
        using var feed = hub.As("feed", feed: "deported-offenders", name: sender);
        using var body = new StringContent(alert.Text(), Encoding.UTF8, "application/json");
        return await feed.PostAsync("api/reports/deported-offenders", body);
    }
}
