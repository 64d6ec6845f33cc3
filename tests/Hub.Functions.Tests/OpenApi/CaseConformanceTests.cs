using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Hub.DeportedOffenders.Attachments;
using Hub.Testing.Attachments;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>What officers get of deported offenders' cases is what the document says; <see cref="RunningHub"/> checks every answer.</summary>
public sealed class CaseConformanceTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task A_case_is_taken_on_with_the_examples_and_shown_to_everybody_as_described()
    {
        var id = await AlertedAsync("C-1", "Thornbury");
        Assert.Equal(201, (await hub.CallAsync("deported_offender_note", Callers.Supervisor, id, content: RunningHub.Example("deported_offender_note", "note"))).Status);
        Assert.Equal(201, (await AttachAsync(id, "note.txt", "text/plain", "x"u8.ToArray())).Status);
        foreach (var (move, example) in new[] { ("research-complete", "researched"), ("decide", "decision"), ("plan", "plan") })
        {
            var made = await MoveAsync(id, move, example);
            Assert.True(made.Status == 200, $"{move}: {made.Body}");
            await ReadAsync(id);
        }

        Assert.Equal(200, (await MoveAsync(id, "refer-housing", "researched", ("needs", "A room."))).Status);
        var closing = await MoveAsync(id, "close", "researched");
        Assert.Equal((409, "move-not-allowed"), (closing.Status, closing.Code));
        var unread = await hub.CallAsync("deported_offender_move", Callers.Supervisor, id, content: RunningHub.Json("""{"revision":1,"rationale":"x"}"""), part: "not-on-flight");
        Assert.True((unread.Status, unread.Code) is (409, "case-changed") or (200, null), $"{unread.Body}");
        await ReadAsync(id);
        foreach (var caller in new[] { Callers.Jigsaw(), Callers.Supervisor, Callers.Border })
        {
            Assert.Equal(200, (await hub.CallAsync("notices_list", caller)).Status);
        }

        foreach (var recipient in new[] { "probation", "housing", "jigsaw", "supervisors", "border-liaison" })
        {
            await hub.CallAsync("notices_list", Callers.Auditor, query: $"?recipient={recipient}");
        }
    }

    [Fact]
    public async Task Every_type_of_file_is_taken_in_and_handed_out_as_described()
    {
        var id = await AlertedAsync("C-2", "Hollowbread");
        foreach (var (format, name, content) in AttachmentSamples.All)
        {
            var type = AttachmentTypes.Published.Kept.Single(t => t.Format == format).MediaType;
            var kept = await AttachAsync(id, name, type, content);
            Assert.Equal(201, kept.Status);
            Assert.Equal(200, (await hub.CallAsync("deported_offender_attachment_get", Callers.Supervisor, id, "?reason=Reading", part: kept.Body.GetProperty("attachment").GetProperty("sha256").GetString())).Status);
        }

        Assert.Equal(8, (await hub.CallAsync("deported_offender_get", Callers.Supervisor, id)).Body.GetProperty("attachments").GetArrayLength());
        Assert.Equal(404, (await hub.CallAsync("deported_offender_attachment_get", Callers.Supervisor, id, "?reason=Reading", part: new string('0', 64))).Status);
        Assert.Equal(400, (await hub.CallAsync("deported_offender_attachment_get", Callers.Supervisor, id, part: new string('0', 64))).Status);
    }

    [Theory]
    [InlineData("photo.jpg", "image/jpeg", "MZ", 422, "attachment-not-as-stated")]
    [InlineData("page.html", "text/html", "x", 415, "attachment-type-not-kept")]
    [InlineData("record.pdf", "application/pdf", "%PDF-1.7", 422, "attachment-not-whole")]
    [InlineData("note.txt", "text/plain", "", 422, "attachment-empty")]
    [InlineData("", "text/plain", "x", 400, "invalid-request")]
    public async Task A_file_that_is_not_kept_is_refused_as_described(string name, string type, string content, int status, string code)
    {
        var refused = await AttachAsync(await AlertedAsync("C-3", "Moss"), name, type, Encoding.UTF8.GetBytes(content));

        Assert.Equal((status, code), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_refused_as_described()
    {
        var id = await AlertedAsync("C-4", "Quill");
        Task<Answer> Note(string body) => hub.CallAsync("deported_offender_note", Callers.Supervisor, id, content: RunningHub.Json(body));

        Assert.Equal(["required"], (await Note("{}")).FieldCodes);
        await Note("""{"id":"1","text":"a"}""");
        Assert.Equal("note-conflict", (await Note("""{"id":"1","text":"b"}""")).Code);
        Assert.Equal("not-found", (await hub.CallAsync("deported_offender_move", Callers.Supervisor, id, content: RunningHub.Json("{}"), part: "nonsense")).Code);
        Assert.Equal("invalid-body", (await hub.CallAsync("deported_offender_move", Callers.Supervisor, id, content: RunningHub.Json("{}"), part: "decide")).Code);
        Assert.Equal("forbidden", (await hub.CallAsync("deported_offender_move", Callers.Jigsaw(), id, content: RunningHub.Json("{}"), part: "decide")).Code);
        Assert.Equal("forbidden", (await hub.CallAsync("deported_offender_get", Callers.Jigsaw("Brent"), id)).Code);
        Assert.Equal("not-found", (await hub.CallAsync("deported_offender_get", Callers.Supervisor, Guid.NewGuid().ToString())).Code);
        Assert.Equal(400, (await hub.CallAsync("deported_offenders_list", Callers.Supervisor, query: "?limit=0")).Status);
        Assert.Equal("form-unreadable", (await hub.CallAsync("deported_offender_attach", Callers.Supervisor, id, content: new StringContent("x") { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data") } })).Code);
    }

    [Fact]
    public void The_types_of_file_described_are_those_that_are_kept()
    {
        var described = ApiDocument.Embedded["deported_offender_attachment_get"].Element.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(c => c.Name);
        Assert.Equal(AttachmentTypes.Published.Kept.Select(t => t.MediaType), described);
        var words = ApiDocument.Embedded["deported_offender_attach"].Element.GetProperty("description").GetString()!;
        Assert.All(AttachmentTypes.Published.Kept.SelectMany(t => t.Extensions), extension => Assert.Contains($"`.{extension}`", words, StringComparison.Ordinal));
    }

    /// <summary>The case that an alert opens.</summary>
    private async Task<string> AlertedAsync(string reference, string surname)
    {
        var posted = await hub.CallAsync("deported_offenders_post", Callers.Interpol, content: RunningHub.Json(
            $$$"""{"reference":"{{{reference}}}","source":"interpol","alertedAt":"2026-11-22T07:00:00Z","subject":{"surname":"{{{surname}}}","given":["{{{reference}}} {{{surname}}}son"],"born":"19{{{reference[^1] - '0' + 5}}}{{{reference[^1]}}}-0{{{reference[^1]}}}-1{{{reference[^1]}}}"},"convictions":[{"offence":"Rape","country":"THA","date":"2019","sexual":true}],"deportingState":"THA","arrival":{"flight":"BA10","port":"LHR","lands":"2026-12-01"},"noFixedAbode":true,"risk":{"level":"veryHigh","information":"Armed."}}"""));
        Assert.Equal(202, posted.Status);
        var alert = await Following.AssessedAsync(hub, posted.Text("id"));
        return alert.Body.GetProperty("conclusion").GetProperty("case").GetString()!;
    }

    private async Task ReadAsync(string id)
    {
        foreach (var caller in new[] { Callers.Supervisor, Callers.Auditor, Callers.Jigsaw() })
        {
            Assert.Equal(200, (await hub.CallAsync("deported_offender_get", caller, id)).Status);
            Assert.Equal(200, (await hub.CallAsync("deported_offenders_list", caller)).Status);
        }

        Assert.Equal("record", (await hub.CallAsync("report_get", Callers.Supervisor, id)).Text("status"));
    }

    /// <summary>A move with an example's body, on the revision the case has.</summary>
    private async Task<Answer> MoveAsync(string id, string move, string example, params (string Name, string Value)[] more)
    {
        var body = JsonNode.Parse(ApiDocument.Embedded.Example("deported_offender_move", example))!;
        body["revision"] = (await hub.CallAsync("deported_offender_get", Callers.Supervisor, id)).Body.GetProperty("revision").GetInt32();
        foreach (var (name, value) in more)
        {
            body[name] = value;
        }

        return await hub.CallAsync("deported_offender_move", Callers.Supervisor, id, content: RunningHub.Json(body.ToJsonString()), part: move);
    }

    private Task<Answer> AttachAsync(string id, string name, string type, byte[] content)
    {
        var bytes = new ByteArrayContent(content);
        bytes.Headers.ContentType = new MediaTypeHeaderValue(type);
        return hub.CallAsync("deported_offender_attach", Callers.Supervisor, id, $"?name={Uri.EscapeDataString(name)}", bytes);
    }
}
