using System.Text;
using System.Text.Json;
using Hub.Functions.Tests.Border;
using Hub.Json;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>What the border liaison, carriers and Jigsaw get is what the document says; <see cref="RunningHub"/> checks every answer.</summary>
public sealed class BorderConformanceTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private static readonly Nominal Sample = Offenders.Thornbury with { Id = "V-1", Names = [new PersonName { Surname = "Sample", Given = ["Jordan", "Lee"] }] };

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/edifact")]
    public async Task The_examples_of_lists_are_taken_in_and_screened(string type)
    {
        await KnowAsync(Sample);
        var text = ApiDocument.Embedded.TextExample("manifest_upload", type);

        var manifest = await ScreenedAsync(new StringContent(text, Encoding.UTF8, type), Callers.Carrier);

        Assert.Equal(1, manifest.Body.GetProperty("hits").GetProperty("count").GetInt32());
        await hub.CallAsync("manifest_get", Callers.Supervisor, manifest.Text("id"));
    }

    [Fact]
    public async Task A_hit_with_a_child_is_shown_to_everybody_as_described()
    {
        await KnowAsync(Sample);
        var manifest = await ScreenedAsync(Lists.Edifact(Lists.Out([Lists.Traveller(Sample, booking: "QX7RT2"), Lists.Stranger("Moss", "Lily", "2015-06-11", booking: "QX7RT2")])));
        var hit = manifest.Body.GetProperty("hits").GetProperty("items")[0].GetProperty("report").GetString()!;
        await Following.AssessedAsync(hub, hit);
        foreach (var example in new[] { "breach", "return", "tell" })
        {
            Assert.Equal(204, (await hub.CallAsync("travel_decide", Callers.Jigsaw("Camden"), hit, content: RunningHub.Example("travel_decide", example))).Status);
        }

        var whole = await DecidedAsync(hit);
        Assert.Equal(["border-hit", "child-travelling", "foreign-authority", "travel-breach-suspected"], whole.Body.GetProperty("notices").EnumerateArray().Select(n => n.GetProperty("kind").GetString()).Distinct().Order());
        foreach (var caller in new[] { Callers.Jigsaw("Camden"), Callers.Jigsaw(), Callers.Border, Callers.Cait("Camden") })
        {
            Assert.Equal(200, (await hub.CallAsync("report_get", caller, hit)).Status);
            Assert.NotEmpty((await hub.CallAsync("notices_list", caller)).Body.GetProperty("items").EnumerateArray());
        }

        Assert.NotEmpty((await hub.CallAsync("notices_list", Callers.Border, query: "?state=planned")).Body.GetProperty("items").EnumerateArray());
        var travel = await hub.CallAsync("travel_get", Callers.Jigsaw("Camden"), "V-1", "?reason=Checking");
        await RecordAsync(travel.Text("record").Split('/')[^1]);
        await RecordAsync(manifest.Text("id"));
        await RecordAsync(Hub.Cases.CaseId.For("flights", "BA9/2026-11-22/LHR").ToString());
    }

    [Fact]
    public async Task A_rejected_traveller_is_shown_as_taken_out()
    {
        await KnowAsync(Offenders.Hollowbread);
        var manifest = await ScreenedAsync(Lists.Edifact(new PaxlstManifest(Lists.Flight("911", "LHR", "BKK", Lists.Leaves, Lists.Leaves.AddHours(12)),
            [new PaxlstPerson(Lists.Traveller(Offenders.Hollowbread).Person with { Born = BirthDate.Parse("1965"), Documents = [] })])));
        var shown = (await hub.CallAsync("manifest_get", Callers.Supervisor, manifest.Text("id"))).Body.GetProperty("hits").GetProperty("items");
        var possible = shown[0].GetProperty("report").GetString()!;
        await Following.AssessedAsync(hub, possible);

        Assert.Equal("not-identified", (await hub.CallAsync("travel_decide", Callers.Supervisor, possible, content: RunningHub.Example("travel_decide", "breach"))).Code);
        Assert.Equal(204, (await hub.CallAsync("match_decide", Callers.Jigsaw("Hackney"), possible, content: RunningHub.Json("""{"decision":"reject","rationale":"Another."}"""))).Status);
        Assert.Equal("none", (await hub.CallAsync("report_get", Callers.Supervisor, possible)).Body.GetProperty("match").GetProperty("outcome").GetString());
        Assert.NotEmpty((await hub.CallAsync("notices_list", Callers.Jigsaw("Hackney"))).Body.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_typed_match_is_taken_in_with_the_example()
    {
        var posted = await hub.CallAsync("manifest_match_post", Callers.Border, content: RunningHub.Example("manifest_match_post", "known"));

        Assert.Equal(202, posted.Status);
        await Following.AssessedAsync(hub, posted.Text("id"));
        await hub.CallAsync("report_get", Callers.Border, posted.Text("id"));
        Assert.Equal("report-refused", (await hub.CallAsync("manifest_match_post", Callers.Border, content: RunningHub.Json("""{"traveller":{},"from":"XXQ","to":"LHR","departs":"soon"}"""))).Code);
    }

    [Fact]
    public async Task A_list_of_typed_matches_is_taken_in_row_by_row()
    {
        Task<Answer> Upload(string text) => hub.CallAsync("manifest_matches_upload", Callers.Border, content: new StringContent(text, Encoding.UTF8, "text/csv"));
        var example = ApiDocument.Embedded.TextExample("manifest_matches_upload", "text/csv");

        var taken = await Upload(example + "JBOC/2026/883,?,LHR,BKK,2026-11-22,21:30,Sample,Jordan,1971-03-04,,,\n");

        Assert.Equal((1, 1), (taken.Body.GetProperty("taken").GetArrayLength(), taken.Body.GetProperty("setAside").GetArrayLength()));
        Assert.Equal("manifest-refused", (await Upload(example.Replace("BA9", "?", StringComparison.Ordinal))).Code);
        Assert.Equal("manifest-refused", (await Upload("Surname\nSample\n")).Code);
        Assert.Equal("body-too-large", (await Upload(new string('x', (1024 * 1024) + 1))).Code);
    }

    [Fact]
    public async Task Routes_are_read_and_changed_with_the_example()
    {
        Assert.Equal(200, (await hub.CallAsync("routes_get", Callers.Border)).Status);
        var changed = await hub.CallAsync("routes_put", Callers.Supervisor, content: RunningHub.Example("routes_put", "two"));
        Assert.Equal(1, changed.Body.GetProperty("revision").GetInt32());
        await RecordAsync(changed.Text("history").Split('/')[^1]);
        Assert.Equal("revision-conflict", (await hub.CallAsync("routes_put", Callers.Supervisor, content: RunningHub.Example("routes_put", "two"))).Code);
        Assert.Equal("invalid-body", (await hub.CallAsync("routes_put", Callers.Supervisor, content: RunningHub.Json("""{"routes":[{"between":"PER","and":"PER","because":"x"}]}"""))).Code);
    }

    [Fact]
    public async Task What_was_notified_is_recorded_with_the_example()
    {
        await KnowAsync(Sample with { Id = "V-2" });
        Assert.Equal(204, (await hub.CallAsync("travel_notify", Callers.Jigsaw("Camden"), "V-2", content: RunningHub.Example("travel_notify", "thailand"), part: "T-1")).Status);
        Assert.Single((await hub.CallAsync("travel_get", Callers.Auditor, "V-2", "?reason=Checking")).Body.GetProperty("notifications").EnumerateArray());
        Assert.Equal(404, (await hub.CallAsync("travel_notify", Callers.Register, "V-0", content: RunningHub.Example("travel_notify", "thailand"), part: "T-1")).Status);
        Assert.Equal("invalid-body", (await hub.CallAsync("travel_notify", Callers.Register, "V-2", content: RunningHub.Json("""{"departs":"2026-11-22","country":"Narnia","returns":"2026-11-01"}"""), part: "T-2")).Code);
        Assert.Equal(400, (await hub.CallAsync("travel_get", Callers.Auditor, "V-2")).Status);
        Assert.Equal(404, (await hub.CallAsync("travel_get", Callers.Auditor, "V-0", "?reason=Checking")).Status);
    }

    [Fact]
    public async Task An_upload_that_cannot_be_used_is_refused_as_described()
    {
        Task<Answer> Upload(string text, string type) => hub.CallAsync("manifest_upload", Callers.Border, content: new StringContent(text, Encoding.UTF8, type));

        Assert.Equal("manifest-refused", (await Upload("", "text/csv")).Code);
        Assert.Equal("unsupported-media-type", (await Upload("{}", "application/json")).Code);
        Assert.Equal("form-unreadable", (await Upload("{}", "multipart/form-data")).Code);
        Assert.Equal("route-not-monitored", (await Upload(PaxlstText.Write(new PaxlstManifest(Lists.Flight("117", "LHR", "JFK", Lists.Leaves, Lists.Leaves.AddHours(3)), [Lists.Traveller(Sample)])), "application/edifact")).Code);
        Assert.Equal(403, (await hub.CallAsync("manifest_upload", Callers.Supervisor, content: new StringContent("x"))).Status);
        Assert.Equal(404, (await hub.CallAsync("manifest_get", Callers.Border, Guid.NewGuid().ToString())).Status);
    }

    private async Task KnowAsync(Nominal nominal) =>
        Assert.Equal(204, (await hub.CallAsync("nominal_put", Callers.Register, nominal.Id, content: RunningHub.Json(JsonSerializer.Serialize(nominal, HubJson.Options)))).Status);

    private async Task<Answer> ScreenedAsync(HttpContent list, Functions.Commands.TokenWish? by = null)
    {
        var receipt = await hub.CallAsync("manifest_upload", by ?? Callers.Border, content: list);
        Assert.Equal(202, receipt.Status);
        return await UntilAsync(() => hub.CallAsync("manifest_get", Callers.Border, receipt.Text("id")), m => m.Text("state") == "screened");
    }

    private Task<Answer> DecidedAsync(string hit) => UntilAsync(
        () => hub.CallAsync("report_get", Callers.Supervisor, hit),
        r => r.Body.GetProperty("notices").EnumerateArray().Any(n => n.GetProperty("kind").GetString() == "foreign-authority" && n.GetProperty("state").GetString() == "delivered"));

    private async Task RecordAsync(string id) => Assert.Equal("record", (await hub.CallAsync("report_get", Callers.Supervisor, id)).Text("status"));

    private static async Task<Answer> UntilAsync(Func<Task<Answer>> look, Func<Answer, bool> settled)
    {
        for (var looks = 0; looks < 400; looks++)
        {
            if (await look() is var answer && settled(answer))
            {
                return answer;
            }

            await Task.Delay(25);
        }

        throw new TimeoutException("It did not settle.");
    }
}
