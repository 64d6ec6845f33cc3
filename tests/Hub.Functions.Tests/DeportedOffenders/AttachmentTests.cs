using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Hub.Archive;
using Hub.DeportedOffenders.Attachments;
using Hub.Functions.Tests.Border;
using Hub.Testing.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.DeportedOffenders;

public sealed class AttachmentTests : IAsyncLifetime
{
    private CaseHub hub = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        hub = await CaseHub.StartAsync();
        id = await hub.OpenAsync();
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_file_is_kept_shown_with_the_case_and_handed_out_to_be_saved()
    {
        foreach (var (format, name, content) in AttachmentSamples.All)
        {
            var type = AttachmentTypes.Published.Kept.Single(t => t.Format == format).MediaType;
            var (status, body) = await hub.AttachAsync(id, $"folder/{name}", content, type);
            var kept = body.GetProperty("attachment");
            Assert.Equal((201, name, type, content.Length, "As sent", "camden-7"), (status, kept.Text("name"), kept.Text("mediaType"), kept.GetProperty("length").GetInt32(), kept.Text("description"), kept.Text("by")));

            using var answer = await hub.Camden.GetAsync(kept.Text("content").TrimStart('/') + "?reason=Reading%20it");
            Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal((type, "attachment", name), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
            Assert.Equal(("nosniff", "default-src 'none'; sandbox", "no-store"), (Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")), Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), answer.Headers.CacheControl!.ToString()));
        }

        var shown = (await hub.ReadAsync(id)).GetProperty("attachments").EnumerateArray().Select(a => a.Text("sha256"));
        Assert.Equal(AttachmentSamples.All.Select(s => Convert.ToHexStringLower(SHA256.HashData(s.Content))), shown);
    }

    [Fact]
    public async Task A_form_carries_the_file_and_its_description()
    {
        var file = new ByteArrayContent(AttachmentSamples.Pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { new StringContent("From the embassy"), "description" }, { file, "file", "C:\\temp\\r\u00e9sum\u00e9.pdf" } };

        using var answer = await hub.Camden.PostAsync($"api/deported-offenders/{id}/attachments", form);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var kept = Assert.Single((await hub.ReadAsync(id)).GetProperty("attachments").EnumerateArray());

        Assert.Equal(("r\u00e9sum\u00e9.pdf", "From the embassy", answer.Headers.Location!.ToString()), (kept.Text("name"), kept.Text("description"), kept.Text("content")));
    }

    [Fact]
    public async Task The_same_file_again_is_one_and_under_another_name_another()
    {
        var first = await hub.AttachAsync(id, "record.pdf", AttachmentSamples.Pdf);
        var again = await hub.AttachAsync(id, "record.pdf", AttachmentSamples.Pdf, by: hub.Supervisor);
        Assert.Equal((201, first.Body.GetRawText()), (again.Status, again.Body.GetRawText()));

        await hub.AttachAsync(id, "copy.pdf", AttachmentSamples.Pdf);
        Assert.Equal(2, (await hub.ReadAsync(id)).GetProperty("attachments").GetArrayLength());
    }

    [Theory]
    [InlineData("photo.jpg", "image/jpeg", "MZ secret-4711", 422, "attachment-not-as-stated")]
    [InlineData("photo.jpg", "image/png", "secret-4711", 422, "attachment-not-as-stated")]
    [InlineData("page.html", "text/html", "secret-4711", 415, "attachment-type-not-kept")]
    [InlineData("note.txt", "application/json", "secret-4711", 415, "attachment-type-not-kept")]
    [InlineData("note.txt", null, "secret-4711", 415, "attachment-type-not-kept")]
    [InlineData("record.pdf", "application/pdf", "%PDF-1.7 secret-4711", 422, "attachment-not-whole")]
    [InlineData("note.txt", "text/plain", "", 422, "attachment-empty")]
    [InlineData("no\nte.txt", "text/plain", "secret-4711", 400, "invalid-request")]
    [InlineData("", "text/plain", "secret-4711", 400, "invalid-request")]
    public async Task What_may_not_be_kept_is_refused_and_leaves_nothing(string name, string? type, string content, int status, string code)
    {
        var refused = await hub.AttachAsync(id, name, Encoding.UTF8.GetBytes(content), type);

        Assert.Equal((status, code), (refused.Status, refused.Body.Text("code")));
        await AssertNothingKeptAsync(Encoding.UTF8.GetBytes(content));
    }

    [Fact]
    public async Task A_document_with_macros_is_refused_and_leaves_nothing()
    {
        var document = AttachmentSamples.Word(("word/vbaProject.bin", "secret-4711"));

        Assert.Equal((422, "attachment-can-run"), Code(await hub.AttachAsync(id, "report.docx", document)));
        await AssertNothingKeptAsync(document);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_large_a_file_is_refused_whether_or_not_its_length_is_said(bool chunked)
    {
        using var content = new StreamContent(new MemoryStream(Enumerable.Repeat((byte)'a', AttachmentTypes.Published.MaxBytes + 1).ToArray()));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/deported-offenders/{id}/attachments?name=note.txt") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;
        using var answer = await hub.Camden.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("attachment-too-large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_cut_short_is_refused_and_leaves_nothing()
    {
        var form = new ByteArrayContent("--seam\r\nContent-Disposition: form-data; name=\"file\"; filename=\"note.txt\"\r\n\r\nsecret-4711"u8.ToArray());
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=seam");

        Assert.Equal((400, "form-unreadable"), Code(await hub.PostAsync($"api/deported-offenders/{id}/attachments", form)));
        await AssertNothingKeptAsync("secret-4711"u8.ToArray());
    }

    [Fact]
    public async Task A_file_of_another_case_is_not_handed_out_with_this_one()
    {
        var (_, body) = await hub.AttachAsync(id, "record.pdf", AttachmentSamples.Pdf);
        var other = await hub.OpenAsync("N-2");
        var address = body.GetProperty("attachment").Text("content").Replace(id, other, StringComparison.Ordinal).TrimStart('/');

        using var answer = await hub.Camden.GetAsync($"{address}?reason=Reading");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Reading_a_file_needs_a_reason_and_the_right_and_is_logged()
    {
        var (_, body) = await hub.AttachAsync(id, "record.pdf", AttachmentSamples.Pdf);
        var address = body.GetProperty("attachment").Text("content").TrimStart('/');
        using var without = await hub.Camden.GetAsync(address);
        using var stranger = await hub.Brent.GetAsync($"{address}?reason=Curious");
        using var read = await hub.Camden.GetAsync($"{address}?reason=Preparing%20the%20meeting");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.OK), (without.StatusCode, stranger.StatusCode, read.StatusCode));
        var byFile = Assert.Single(await hub.LoggedAsync($"attachment:{address.Split('/')[^1]}"));
        Assert.Equal(("camden-7", "Preparing the meeting", true), (byFile.By.Id, byFile.Reason, byFile.Allowed));
        Assert.Equal([("brent-1", false), ("camden-7", true)], (await hub.LoggedAsync($"case:{id}")).Select(e => (e.By.Id, e.Allowed)));
    }

    private static (int Status, string Code) Code((int Status, System.Text.Json.JsonElement Body) answer) => (answer.Status, answer.Body.Text("code"));

    private async Task AssertNothingKeptAsync(byte[] content)
    {
        Assert.Equal(0, (await hub.ReadAsync(id)).GetProperty("attachments").GetArrayLength());
        Assert.Null(await hub.Hub.Services.GetRequiredService<IArchive>().OpenAsync(ArchiveAddress.Of(content), CancellationToken.None));
        Assert.Empty(KeptBytes.Search(hub.Hub.Folder, ["secret-4711"]));
    }
}
