using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hub.Testing.DeportedOffenders;

namespace Hub.Functions.Tests.DeportedOffenders;

/// <summary>The ordinary life of a case of somebody unknown, over real HTTP: the real record comes, and the case goes on as its own.</summary>
public sealed class CaseMergeTests : IAsyncLifetime
{
    private CaseHub it = null!;

    public async Task InitializeAsync() => it = await CaseHub.StartAsync();

    public async Task DisposeAsync() => await it.DisposeAsync();

    [Fact]
    public async Task A_case_goes_on_as_the_case_of_the_record_its_own_is_merged_into()
    {
        var alert = await SendAsync(new AlertJson("A"));
        var (id, provisional) = (alert.GetProperty("conclusion").Text("case"), alert.GetProperty("match").Text("nominal"));
        Assert.Equal(201, (await it.NoteAsync(id, new { text = "Known to Europol." }, it.Supervisor)).Status);
        Assert.Equal(200, (await it.MoveAsync(id, "research-complete", new { revision = 2, rationale = "Done." }, it.Supervisor)).Status);
        Assert.Equal(200, (await it.MoveAsync(id, "decide", new { revision = 3, rationale = "High risk.", outcome = "manage-without-order" }, it.Supervisor)).Status);
        var before = await it.ReadAsync(id);
        using (var register = it.Hub.As("feed", feed: "register"))
        using (var put = await register.PutAsJsonAsync("api/nominals/N-1", new
        {
            names = new[] { new { kind = "primary", surname = "Quillfeather", given = new[] { "Barnaby" } } },
            born = "1971-02-03",
            registers = new[] { "visor" },
            updated = TestHub.Start,
        }))
        {
            Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        }

        using (var merged = await it.Supervisor.PostAsJsonAsync($"api/nominals/{provisional}/merge", new { into = "N-1", rationale = "The same photograph." }))
        {
            Assert.True(merged.IsSuccessStatusCode, await merged.Content.ReadAsStringAsync());
        }

        await it.Hub.DrainAsync();
        var after = await it.ReadAsync(id);
        Assert.Equal(("N-1", provisional, "decided"), (after.Text("nominal"), after.Text("openedFor"), after.Text("state")));
        Assert.Equal(before.GetProperty("clock").GetRawText(), after.GetProperty("clock").GetRawText());
        Assert.Equal(before.GetProperty("moves").GetRawText(), after.GetProperty("moves").GetRawText());
        Assert.Equal(before.GetProperty("notices").GetArrayLength(), after.GetProperty("notices").GetArrayLength());
        Assert.True(after.GetProperty("timelineIntact").GetBoolean());

        var later = await SendAsync(new AlertJson("B").About("Quillfeather", "Barnaby", "1971-02-03"), "prisoners-abroad");
        Assert.Equal(("N-1", id), (later.GetProperty("match").Text("nominal"), later.GetProperty("conclusion").Text("case")));
    }

    private async Task<JsonElement> SendAsync(AlertJson alert, string sender = "interpol-london")
    {
        using var feed = it.Hub.As("feed", feed: "deported-offenders", name: sender);
        using var body = new StringContent(alert.Text(), Encoding.UTF8, "application/json");
        using var answer = await feed.PostAsync("api/reports/deported-offenders", body);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await it.Hub.SettledAsync(answer.Headers.Location!);
    }
}
