using System.Net;
using Hub.Functions.Tests.DeportedOffenders;

namespace Hub.Functions.Tests.Desk;

/// <summary>The page of a deported offender's case.</summary>
public sealed class DeportedCaseTests : IAsyncLifetime
{
    private CaseHub hub = null!;

    public async Task InitializeAsync() => hub = await CaseHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task It_says_what_to_do_next_and_all_that_is_known()
    {
        var id = await DeportedLife.ResearchedAsync(hub, "N-1");
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");

        var html = await desk.GetAsync(Of(id));
        var page = Rendered.TextOf(html);

        Assert.All(
            [
                "Lands in 9 days", "Tuesday 1 December 2026 at 8:00am", "Next: Decide what is to be done", "A notification order is applied for", "Alert received", "Researched",
                "camden-7 (Jigsaw officer)", "Rape, Thailand, 2019: 7 years", "Sexual", "No fixed abode", "Threatened a witness.", "4 March 1971",
                "Interpol", "Counts", "Nothing found.", "No file was added yet.", "The research is complete.", DeportedLife.Why,
                "72 hours before the landing: the decision must be there. If not, told: Central Jigsaw team and Supervisors.", "Camden Jigsaw team", "A research note was added.",
            ],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Contains("<title>Deported offender case ", html, StringComparison.Ordinal);
        Assert.Contains(await hub.LoggedAsync($"case:{id}"), e => e is { Allowed: true, Action: "read-deported-offender", By.Role: "supervisor" });
    }

    [Fact]
    public async Task Whoever_may_only_read_is_offered_no_form()
    {
        var id = await DeportedLife.ResearchedAsync(hub, "N-1");
        using var auditor = await DeskClient.SignInAsync(hub.Hub, "auditor");

        var page = await auditor.GetAsync(Of(id));

        Assert.DoesNotContain($"action=\"{Of(id)}", page, StringComparison.Ordinal);
        Assert.Contains("To be done by a supervisor or senior officer.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_is_not_offered_the_senior_officers_decision_and_is_told_who_makes_it()
    {
        var id = await DeportedLife.ResearchedAsync(hub, "N-1");
        using var camden = await DeskClient.SignInAsync(hub.Hub, "jigsawOfficer", "Camden", name: "camden-7");

        var page = await camden.GetAsync(Of(id));

        Assert.DoesNotContain("moves/decide", page, StringComparison.Ordinal);
        Assert.Contains("To be done by a supervisor or senior officer.", page, StringComparison.Ordinal);
        using var forced = await camden.PostAsync($"{Of(id)}/moves/decide", ("revision", "3"), ("outcome", "no-further-action"), ("rationale", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, forced.StatusCode);
        Assert.Contains("Only a supervisor or senior officer may do this.", await forced.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(await hub.LoggedAsync($"case:{id}"), e => e is { Allowed: false, By.Id: "camden-7", Action: "work-deported-offender" });
    }

    [Fact]
    public async Task A_team_the_case_is_not_about_sees_nothing_of_it_anywhere()
    {
        var id = await hub.OpenAsync();
        var kept = await hub.AttachAsync(id, "note.txt", "secret-4711"u8.ToArray());
        var file = $"{Of(id)}/attachments/{kept.Body.GetProperty("attachment").Text("sha256")}";
        using var brent = await DeskClient.SignInAsync(hub.Hub, "jigsawOfficer", "Brent", name: "brent-1");

        foreach (var address in new[] { Of(id), $"{Of(id)}/moves/research-complete", file })
        {
            using var read = await brent.Http.GetAsync(new Uri(address, UriKind.Relative));
            await AssertRefusedAsync(read);
        }

        foreach (var address in new[] { $"{Of(id)}/notes", $"{Of(id)}/attachments", $"{Of(id)}/moves/research-complete", file })
        {
            using var sent = await brent.PostAsync(address, ("reason", "x"), ("text", "x"), ("rationale", "x"), ("revision", "1"));
            await AssertRefusedAsync(sent);
        }

        Assert.Equal(7, (await hub.LoggedAsync($"case:{id}")).Count(e => e is { Allowed: false, By.Id: "brent-1", Reason: "not-own" }));
    }

    [Fact]
    public async Task A_report_is_no_case()
    {
        var report = (await hub.Hub.ArrestAsync(new Arrest())).Text("id");
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");
        using var answer = await desk.Http.GetAsync(new Uri(Of(report), UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_too_long_for_one_page_goes_page_by_page()
    {
        var id = await hub.OpenAsync();
        for (var i = 1; i <= 23; i++)
        {
            await hub.NoteAsync(id, new { text = $"Note number {i}." });
        }

        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");
        var first = await desk.GetAsync(Of(id));
        var second = await desk.GetAsync($"{Of(id)}?notes=2");

        Assert.Contains("Note number 23.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Note number 3.", first, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Of(id)}?notes=2#notes\">Older notes", first, StringComparison.Ordinal);
        Assert.Contains("Note number 3.", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Note number 23.", second, StringComparison.Ordinal);
        Assert.Contains("Note number 3.", await desk.GetAsync($"{Of(id)}?notes=99999999999"[..^8]), StringComparison.Ordinal);
        Assert.Contains("Note number 23.", await desk.GetAsync($"{Of(id)}?notes=nonsense"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_officers_write_is_shown_as_written_and_never_as_markup()
    {
        var id = await hub.OpenAsync();
        await hub.NoteAsync(id, new { text = "<script>alert(1)</script>\nSecond line." });
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");

        var page = await desk.GetAsync(Of(id));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_case_says_so_and_takes_nothing_more()
    {
        var id = await DeportedLife.DecidedAsync(hub, "N-1", outcome: "no-further-action");
        await DeportedLife.MoveAsync(hub, id, "close", new { });
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");

        var page = await desk.GetAsync(Of(id));
        Assert.Contains("This case is closed", page, StringComparison.Ordinal);
        Assert.Contains("It stopped when the case was closed.", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"{Of(id)}", page, StringComparison.Ordinal);
        using var note = await desk.PostAsync($"{Of(id)}/notes", ("id", "1"), ("text", "Late word."));
        Assert.Equal(HttpStatusCode.Conflict, note.StatusCode);
        Assert.Contains("The case is closed. A new alert opens another.", await note.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Of(string id) => $"/desk/deported-offenders/{id}";

    private static async Task AssertRefusedAsync(HttpResponseMessage answer)
    {
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("Thornbury", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-4711", page, StringComparison.Ordinal);
    }
}
