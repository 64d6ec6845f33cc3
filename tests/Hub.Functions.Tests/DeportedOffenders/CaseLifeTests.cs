using System.Net.Http.Json;
using System.Text.Json;

namespace Hub.Functions.Tests.DeportedOffenders;

/// <summary>From a sender's alert to the end of the case, by what officers send.</summary>
public sealed class CaseLifeTests : IAsyncLifetime
{
    private CaseHub hub = null!;

    public async Task InitializeAsync() => hub = await CaseHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_case_goes_from_the_alert_to_its_end_over_http()
    {
        var id = await AlertedAsync();
        var opened = await hub.ReadAsync(id, hub.Camden);
        Assert.Equal(("received", 1, true), (opened.Text("state"), opened.GetProperty("revision").GetInt32(), opened.GetProperty("timelineIntact").GetBoolean()));
        Assert.Equal(("Thornbury", "THA", "high"), (opened.GetProperty("facts").GetProperty("subject").GetProperty("names")[0].Text("surname"), opened.GetProperty("facts").GetProperty("convictions")[0].Text("country"), opened.GetProperty("facts").Text("risk")));
        Assert.Equal("Camden", opened.GetProperty("facts").GetProperty("home").Text("name"));
        var alert = Assert.Single(opened.GetProperty("alerts").EnumerateArray());
        Assert.Equal(("live", "INT/1"), (alert.Text("standing"), alert.GetProperty("alert").Text("reference")));
        Assert.Equal("deported-offenders", (await hub.Supervisor.GetFromJsonAsync<JsonElement>(alert.Text("report").TrimStart('/'))).Text("feed"));
        Assert.NotEqual(0, opened.GetProperty("clock").GetArrayLength());
        Assert.Contains(opened.GetProperty("notices").EnumerateArray(), n => n.Text("recipient") == "jigsaw:camden");
        Assert.DoesNotContain(opened.GetProperty("open").EnumerateArray(), m => m.Text("move") == "decide");

        await MovedAsync(id, "research-complete", new { }, before: async () => Assert.Equal(201, (await hub.NoteAsync(id, new { text = "He was in Klong Prem.", source = "Bangkok liaison" })).Status));
        await MovedAsync(id, "decide", new { outcome = "notification-order" }, hub.Supervisor);
        await MovedAsync(id, "plan", new { flight = "BA10", port = "LHR", lands = "2026-12-01T06:15", officers = new[] { "DC Moss" }, meeting = "At the gate" });
        await hub.Hub.AdvanceAsync(TimeSpan.FromDays(9));
        await MovedAsync(id, "meet", new { metBy = new[] { "DC Moss" }, metAt = "2026-12-01T06:40:00Z", place = "Terminal 5", debriefed = "done", requirementsServed = "done", photograph = "done", fingerprints = "declined", dna = "declined" });
        await MovedAsync(id, "record-visor", new { reference = "VS/2026/1" });
        await MovedAsync(id, "refer-mappa", new { category = 1, level = 2 });
        var closed = await MovedAsync(id, "close", new { });
        Assert.Equal(("closed", 0), (closed.Text("state"), closed.GetProperty("open").GetArrayLength()));

        var whole = await hub.ReadAsync(id);
        Assert.Equal(["research-complete", "decide", "plan", "meet", "record-visor", "refer-mappa", "close"], whole.GetProperty("moves").EnumerateArray().Select(m => m.Text("move")));
        Assert.Equal(("dci-1", "supervisor", "notification-order"), (whole.GetProperty("moves")[1].Text("by"), whole.GetProperty("moves")[1].Text("role"), whole.GetProperty("moves")[1].GetProperty("details").Text("outcome")));
        Assert.Equal((0, true), (whole.GetProperty("clock").GetArrayLength(), whole.GetProperty("timelineIntact").GetBoolean()));
        Assert.Empty((await hub.Supervisor.GetFromJsonAsync<JsonElement>("api/deported-offenders")).GetProperty("items").EnumerateArray());
        Assert.Equal((409, "move-not-allowed"), Code(await hub.AttachAsync(id, "note.txt", "late"u8.ToArray())));
        Assert.Equal((409, "move-not-allowed"), Code(await hub.NoteAsync(id, new { text = "Late." })));
    }

    [Fact]
    public async Task A_move_lacking_what_it_needs_is_refused_with_all_that_is_missing()
    {
        var id = await hub.OpenAsync(lands: TimeSpan.FromDays(9));

        var (status, problem) = await hub.MoveAsync(id, "close", new { revision = 1, rationale = "Done." });

        Assert.Equal((409, "move-not-allowed"), (status, problem.Text("code")));
        Assert.Contains("The senior officer's decision is missing.", problem.GetProperty("errors").EnumerateArray().Select(e => e.Text("message")));
        Assert.All(problem.Errors(), e => Assert.Equal(("case", "missing"), e));
        Assert.Equal("received", (await hub.ReadAsync(id)).Text("state"));
    }

    [Fact]
    public async Task A_decision_by_an_officer_without_the_rank_is_refused_in_words_and_logged()
    {
        var id = await ResearchedAsync();

        var (status, problem) = await hub.MoveAsync(id, "decide", new { });

        Assert.Equal((403, "Only a supervisor or senior officer may do this."), (status, problem.Text("detail")));
        Assert.Contains(await hub.LoggedAsync($"case:{id}"), e => e is { Allowed: false, By.Id: "camden-7", Action: "work-deported-offender" });
    }

    [Fact]
    public async Task Of_two_senior_officers_at_once_one_decides_and_the_other_is_told_what_the_first_did()
    {
        var id = await ResearchedAsync();
        var revision = (await hub.ReadAsync(id)).GetProperty("revision").GetInt32();
        using var other = hub.Hub.As("supervisor", name: "dci-2");
        object Decision(string outcome) => new { revision, outcome, rationale = "On the file." };

        var answers = await Task.WhenAll(
            hub.MoveAsync(id, "decide", Decision("no-further-action"), hub.Supervisor),
            hub.MoveAsync(id, "decide", Decision("manage-without-order"), other));

        Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
        var told = answers.Single(a => a.Status == 409).Body;
        var first = answers[0].Status == 200 ? "dci-1" : "dci-2";
        Assert.Equal("case-changed", told.Text("code"));
        Assert.Contains(told.GetProperty("errors").EnumerateArray(), e => e.Text("code") == "changed-since" && e.Text("message").Contains(first, StringComparison.Ordinal));
        Assert.Single((await hub.ReadAsync(id)).GetProperty("moves").EnumerateArray(), m => m.Text("move") == "decide");
    }

    [Fact]
    public async Task The_same_move_sent_again_is_made_once()
    {
        var id = await ResearchedAsync();
        var body = new { revision = (await hub.ReadAsync(id)).GetProperty("revision").GetInt32(), outcome = "manage-without-order", rationale = "On the file." };

        var first = await hub.MoveAsync(id, "decide", body, hub.Supervisor);
        var again = await hub.MoveAsync(id, "decide", body, hub.Supervisor);

        Assert.Equal((200, 200, first.Body.GetRawText()), (first.Status, again.Status, again.Body.GetRawText()));
        Assert.Single((await hub.ReadAsync(id)).GetProperty("moves").EnumerateArray(), m => m.Text("move") == "decide");
    }

    [Theory]
    [InlineData("arrival-changed")]
    [InlineData("nonsense")]
    [InlineData("Decide")]
    public async Task A_move_that_no_officer_can_make_is_not_found(string move) =>
        Assert.Equal((404, "not-found"), Code(await hub.MoveAsync(await hub.OpenAsync(), move, new { revision = 1, rationale = "x" }, hub.Supervisor)));

    [Fact]
    public async Task A_body_that_cannot_be_used_is_refused_with_everything_wrong_with_it()
    {
        var id = await ResearchedAsync();

        Assert.Equal(["$.outcome", "$.rationale", "$.revision"], (await hub.MoveAsync(id, "decide", new { }, hub.Supervisor)).Body.Errors().Select(e => e.Path).Order());
        Assert.Equal(["$.text"], (await hub.NoteAsync(id, new { text = " " })).Body.Errors().Select(e => e.Path));
        Assert.Equal([("$.text", "too-long")], (await hub.NoteAsync(id, new { text = new string('a', 20_001) })).Body.Errors());
        Assert.Equal(201, (await hub.NoteAsync(id, new { text = new string('a', 20_000) })).Status);
    }

    [Fact]
    public async Task A_note_sent_again_under_its_id_is_one_and_another_under_it_is_refused()
    {
        var id = await hub.OpenAsync();
        var first = await hub.NoteAsync(id, new { id = "note-1", text = "Line one.\nLine two.", source = "Bangkok" });
        var again = await hub.NoteAsync(id, new { id = "note-1", text = "Line one.\nLine two.", source = "Bangkok" });

        Assert.Equal((201, 201, first.Body.GetRawText()), (first.Status, again.Status, again.Body.GetRawText()));
        Assert.Equal((409, "note-conflict"), Code(await hub.NoteAsync(id, new { id = "note-1", text = "Other." })));
        Assert.Equal((409, "note-conflict"), Code(await hub.NoteAsync(id, new { id = "note-1", text = "Line one.\nLine two.", source = "Bangkok" }, hub.Supervisor)));
        var kept = Assert.Single((await hub.ReadAsync(id)).GetProperty("notes").EnumerateArray());
        Assert.Equal(("Line one.\nLine two.", "Bangkok", "camden-7"), (kept.Text("text"), kept.Text("source"), kept.Text("by")));
    }

    [Fact]
    public async Task An_officer_of_a_borough_the_case_is_not_about_is_refused_everywhere_and_logged()
    {
        var id = await hub.OpenAsync();
        using var read = await hub.Brent.GetAsync($"api/deported-offenders/{id}");

        Assert.Equal(403, (int)read.StatusCode);
        Assert.Equal(403, (await hub.MoveAsync(id, "research-complete", new { }, hub.Brent)).Status);
        Assert.Equal(403, (await hub.NoteAsync(id, new { text = "x" }, hub.Brent)).Status);
        Assert.Equal(403, (await hub.AttachAsync(id, "note.txt", "x"u8.ToArray(), by: hub.Brent)).Status);
        Assert.Equal(4, (await hub.LoggedAsync($"case:{id}")).Count(e => e is { Allowed: false, By.Id: "brent-1", Reason: "not-own" }));
    }

    [Theory]
    [InlineData("agency", "probation")]
    [InlineData("agency", "housing")]
    [InlineData("borderLiaison", null)]
    [InlineData("ppdOfficer", null)]
    public async Task Partners_and_other_desks_are_refused_even_where_a_notice_of_the_case_went_to_them(string role, string? agency)
    {
        var id = await hub.OpenAsync();
        await Identity.NoticeAdding.AddAsync(hub.Hub.Services, id, ["border-liaison", "ppd:camden", $"{agency}:camden"]);
        using var partner = hub.Hub.As(role, borough: role == "borderLiaison" ? null : "Camden", agency: agency);

        Assert.Equal(403, (int)(await partner.GetAsync("api/deported-offenders")).StatusCode);
        Assert.Equal(403, (int)(await partner.GetAsync($"api/deported-offenders/{id}")).StatusCode);
        Assert.Equal(403, (await hub.NoteAsync(id, new { text = "x" }, partner)).Status);
    }

    [Fact]
    public async Task Reading_a_case_is_logged_with_the_reason_where_one_is_given()
    {
        var id = await hub.OpenAsync();
        await hub.ReadAsync(id, hub.Camden);
        await hub.ReadAsync($"{id}?reason=Briefing", hub.Camden);

        Assert.Equal([null, "Briefing"], (await hub.LoggedAsync($"case:{id}")).Select(e => e.Reason));
    }

    [Fact]
    public async Task A_report_is_no_case()
    {
        var report = (await hub.Hub.ArrestAsync(new Arrest())).Text("id");
        using var answer = await hub.Supervisor.GetAsync($"api/deported-offenders/{report}");

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(404, (await hub.NoteAsync(report, new { text = "x" }, hub.Supervisor)).Status);
    }

    /// <summary>The case that an alert posted by its sender opens.</summary>
    private async Task<string> AlertedAsync()
    {
        using var interpol = hub.Hub.As("feed", feed: "deported-offenders", name: "interpol-london");
        using var answer = await interpol.PostAsJsonAsync("api/reports/deported-offenders", new
        {
            reference = "INT/1",
            source = "interpol",
            alertedAt = "2026-11-22T07:00:00Z",
            subject = new { surname = "Thornbury", given = new[] { "Alaric" }, born = "1971-03-04" },
            convictions = new[] { new { offence = "Rape", country = "Thailand", date = "2019", sentence = "7 years", sexual = true } },
            deportingState = "Thailand",
            arrival = new { flight = "BA10", port = "LHR", lands = "2026-12-01T06:15" },
            intendedAddress = new { lines = new[] { "4 Hartland Road" }, borough = "Camden" },
            risk = new { level = "high" },
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await hub.Hub.DrainAsync();
        var listed = Assert.Single((await hub.Camden.GetFromJsonAsync<JsonElement>("api/deported-offenders")).GetProperty("items").EnumerateArray());
        return listed.Text("id");
    }

    private async Task<string> ResearchedAsync()
    {
        var id = await hub.OpenAsync(lands: TimeSpan.FromDays(9));
        await MovedAsync(id, "research-complete", new { }, before: async () => await hub.NoteAsync(id, new { text = "Nothing found." }));
        return id;
    }

    private async Task<JsonElement> MovedAsync(string id, string move, object details, HttpClient? by = null, Func<Task>? before = null)
    {
        await (before?.Invoke() ?? Task.CompletedTask);
        var body = JsonSerializer.SerializeToNode(details, Json.HubJson.Options)!.AsObject();
        body["revision"] = (await hub.ReadAsync(id)).GetProperty("revision").GetInt32();
        body["rationale"] = "As it should be.";
        var (status, made) = await hub.MoveAsync(id, move, body, by);
        Assert.True(status == 200, $"{move}: {status} {made}");
        return made;
    }

    private static (int Status, string Code) Code((int Status, JsonElement Body) answer) => (answer.Status, answer.Body.Text("code"));
}
