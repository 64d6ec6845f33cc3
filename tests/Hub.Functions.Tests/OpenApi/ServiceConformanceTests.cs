using System.Text.Json;
using Hub.Messaging;
using Hub.Quarantine;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>What partners, the register and supervisors get is what the document says; <see cref="RunningHub"/> checks every answer.</summary>
public sealed class ServiceConformanceTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task A_team_reads_its_inbox_page_by_page_and_acknowledges()
    {
        foreach (var number in Enumerable.Range(1, 2))
        {
            await PostAsync($"PENY/inbox/{number}");
        }

        var first = await hub.CallAsync("notices_list", Callers.Yot("Lambeth"), query: "?state=open&limit=1");
        var second = await hub.CallAsync("notices_list", Callers.Yot("Lambeth"), query: $"?state=open&limit=1&continuation={Uri.EscapeDataString(first.Text("continuation"))}");
        var id = first.Body.GetProperty("items")[0].GetProperty("id").GetString()!;
        Assert.NotEqual(id, second.Body.GetProperty("items")[0].GetProperty("id").GetString());

        var acknowledged = await hub.CallAsync("notice_acknowledge", Callers.Yot("Lambeth"), id);
        var again = await hub.CallAsync("notice_acknowledge", Callers.Yot("Lambeth"), id);
        Assert.Equal("acknowledged", acknowledged.Text("state"));
        Assert.Equal(acknowledged.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal("forbidden", (await hub.CallAsync("notice_acknowledge", Callers.Compass, id)).Code);
        Assert.Equal("not-found", (await hub.CallAsync("notice_acknowledge", Callers.Compass, $"{Guid.NewGuid():N}-0000000000000000")).Code);
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("?recipient=yot:camden&state=lost", "not-one-of")]
    [InlineData("?recipient=yot:camden&state=delivered,acknowledged", "not-one-of")]
    [InlineData("?recipient=yot:camden&limit=501", "out-of-range")]
    [InlineData("?recipient=yot:camden&continuation=nonsense", "invalid-continuation")]
    public async Task An_inbox_that_cannot_be_asked_for_so_is_refused(string query, string code)
    {
        var refused = await hub.CallAsync("notices_list", Callers.Auditor, query: query);
        Assert.Equal((400, "invalid-request"), (refused.Status, refused.Code));
        Assert.Equal([code], refused.FieldCodes);
    }

    [Fact]
    public async Task A_nominal_is_put_found_read_and_ended()
    {
        Assert.Equal(204, (await hub.CallAsync("nominal_put", Callers.Register, "N-20417", content: RunningHub.Example("nominal_put", "known"))).Status);
        var read = await hub.CallAsync("nominal_get", Callers.Supervisor, "N-20417", "?reason=Checking");
        Assert.Equal(("2024/0184403C", "NW5 2HS"), (read.Text("pncId"), read.Body.GetProperty("addresses")[0].GetProperty("postcode").GetString()));
        Assert.Equal("N-20417", await FindAsync());

        Assert.Equal(204, (await hub.CallAsync("nominal_end", Callers.Register, "N-20417")).Status);
        Assert.Equal(404, (await hub.CallAsync("nominal_end", Callers.Register, "N-20417")).Status);
        Assert.Null(await FindAsync());
        Assert.True((await hub.CallAsync("nominal_get", Callers.Supervisor, "N-20417", "?reason=Checking")).Body.TryGetProperty("ended", out _));

        // What was said before the end came late; what is said after it brings the person back.
        var late = await hub.CallAsync("nominal_put", Callers.Register, "N-20417", content: RunningHub.Example("nominal_put", "known"));
        Assert.Equal((409, "nominal-stale"), (late.Status, late.Code));
        Assert.Null(await FindAsync());
        Assert.Equal(204, (await hub.CallAsync("nominal_put", Callers.Register, "N-20417", content: RunningHub.Json("""{"names":[{"surname":"Ashdown-Okoro","given":["Wren"]}],"born":"2011-05-19"}"""))).Status);
        Assert.Equal("N-20417", await FindAsync());
    }

    [Fact]
    public async Task A_nominal_that_cannot_be_right_is_refused()
    {
        Task<Answer> Put(string id, string body) => hub.CallAsync("nominal_put", Callers.Register, id, content: RunningHub.Json(body));

        Assert.Equal(["id-differs", "invalid-identifier"], (await Put("N-1", """{"id":"N-2","pncId":"1"}""")).FieldCodes);
        Assert.Equal(["required"], (await Put("N-1", "{}")).FieldCodes);
        Assert.Equal(["in-future", "in-future"], (await Put("N-1", """{"names":[{"surname":"Quill"}],"updated":"2099-01-01T00:00:00Z","ended":"2099-01-01T00:00:00Z"}""")).FieldCodes);
        Assert.Equal(["control-characters"], (await Put("N\u00011", """{"names":[{"surname":"Quill"}]}""")).FieldCodes);
        Assert.Equal(["required"], (await Put(" ", """{"names":[{"surname":"Quill"}]}""")).FieldCodes);
        Assert.Equal(404, (await hub.CallAsync("nominal_get", Callers.Supervisor, "N-0", "?reason=Checking")).Status);
    }

    [Theory]
    [InlineData("?surname=Quill", "required")]
    [InlineData("?reason=Checking", "required")]
    [InlineData("?reason=Checking&born=soon", "not-a-date")]
    [InlineData("?reason=Checking&pncId=1", "invalid-identifier")]
    public async Task A_search_that_cannot_be_made_is_refused(string query, string code) =>
        Assert.Equal([code], (await hub.CallAsync("nominals_search", Callers.Supervisor, query: query)).FieldCodes);

    [Fact]
    public async Task A_search_for_too_long_a_name_is_refused_and_not_made_without_the_name() =>
        Assert.Equal(["too-long"], (await hub.CallAsync("nominals_search", Callers.Supervisor, query: $"?reason=Checking&born=2011-05-19&surname={new string('a', 201)}")).FieldCodes);

    [Fact]
    public async Task Quarantine_is_listed_replayed_and_discarded()
    {
        var desk = hub.Hub.Host.Services.GetRequiredService<QuarantineDesk>();
        foreach (var message in new[] { "message-1", "message-2" })
        {
            await desk.SetAsideAsync(new SubscriptionAddress("reports", "assess"), message, "{}", "unknown-event-type", "No handler knows this type.", CancellationToken.None);
        }

        var list = await hub.CallAsync("quarantine_list", Callers.Auditor, query: "?limit=500");
        var ids = list.Body.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!).ToList();
        Task<Answer> Close(string how, string id) => hub.CallAsync($"quarantine_{how}", Callers.Supervisor, id, content: RunningHub.Example($"quarantine_{how}", "rationale"));

        Assert.Equal("needs-attention", (await hub.CallAsync("health")).Text("status"));
        Assert.Equal((204, 409), ((await Close("replay", ids[0])).Status, (await Close("replay", ids[0])).Status));
        Assert.Equal((204, 409), ((await Close("discard", ids[1])).Status, (await Close("discard", ids[1])).Status));
        Assert.Equal(404, (await Close("discard", new string('0', 32))).Status);
        Assert.Equal(["required"], (await hub.CallAsync("quarantine_discard", Callers.Supervisor, ids[0], content: RunningHub.Json("{}"))).FieldCodes);
    }

    [Fact]
    public async Task The_access_log_shows_readings_and_refusals()
    {
        await hub.CallAsync("notices_list", Callers.Yot("Camden"));
        Assert.Equal(403, (await hub.CallAsync("audit_list", Callers.Supervisor)).Status);
        var log = await hub.CallAsync("audit_list", Callers.Auditor, query: "?limit=500");
        Assert.Contains(log.Body.GetProperty("items").EnumerateArray(), e => !e.GetProperty("allowed").GetBoolean());
        Assert.Equal(400, (await hub.CallAsync("audit_list", Callers.Auditor, query: "?limit=0")).Status);
    }

    [Fact]
    public async Task What_is_open_to_all_answers_as_described()
    {
        Assert.Equal(200, (await hub.CallAsync("health_head")).Status);
        Assert.True(JsonElement.DeepEquals(ApiDocument.Embedded.Root, (await hub.CallAsync("openapi")).Body));
    }

    private async Task<string?> FindAsync()
    {
        var found = await hub.CallAsync("nominals_search", Callers.Desk("Camden"), query: "?reason=Checking&surname=Ashdown-Okoro&born=2011-05-19");
        return found.Body.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("nominal").GetProperty("id").GetString()).SingleOrDefault();
    }

    private async Task PostAsync(string reference)
    {
        var answer = await hub.CallAsync("arrests_post", Callers.Custody, content: RunningHub.Json(Following.Changed(ApiDocument.Embedded.Example("arrests_post", "noFixedAbode"), reference)));
        await Following.AssessedAsync(hub, answer.Text("id"));
    }
}
