using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hub.DeportedOffenders.Attachments;
using Hub.Functions.Tests.DeportedOffenders;
using Hub.Testing.Attachments;

namespace Hub.Functions.Tests.Desk;

/// <summary>Files of a case: added by a form, saved for a reason.</summary>
public sealed class DeportedFileTests : IAsyncLifetime
{
    private CaseHub hub = null!;
    private DeskClient desk = null!;
    private string id = "";
    private string address = "";

    public async Task InitializeAsync()
    {
        hub = await CaseHub.StartAsync();
        id = await hub.OpenAsync();
        address = $"/desk/deported-offenders/{id}/attachments";
        desk = await DeskClient.SignInAsync(hub.Hub, "jigsawOfficer", "Camden", name: "camden-7");
    }

    public async Task DisposeAsync()
    {
        desk.Dispose();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_file_of_every_type_is_added_once_however_often_it_is_sent()
    {
        foreach (var (_, name, content) in AttachmentSamples.All)
        {
            using var first = await SendAsync(name, content, description: "As sent by the prison");
            using var again = await SendAsync(name, content, description: "As sent by the prison");
            Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, again.StatusCode));
        }

        var kept = (await hub.ReadAsync(id)).GetProperty("attachments").EnumerateArray().ToList();
        Assert.Equal(AttachmentSamples.All.Select(s => s.Name), kept.Select(a => a.Text("name")));
        Assert.All(kept, a => Assert.Equal(("As sent by the prison", "camden-7"), (a.Text("description"), a.Text("by"))));
        var page = Rendered.TextOf(await desk.GetAsync($"/desk/deported-offenders/{id}"));
        Assert.Contains("The file was added.", page, StringComparison.Ordinal);
        Assert.All(AttachmentSamples.All, s => Assert.Contains(s.Name, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("photo.jpg", "MZ secret-4711", 422, "The file is not what it is said to be.")]
    [InlineData("page.html", "secret-4711", 415, "Files of this type are not kept.")]
    [InlineData("record.pdf", "%PDF-1.7 secret-4711", 422, "The file is not whole.")]
    [InlineData("note.txt", "", 422, "The file is empty.")]
    [InlineData("no-ending", "secret-4711", 415, "Kept are: PDF document (.pdf)")]
    public async Task A_file_that_may_not_be_kept_is_refused_in_words_and_its_description_stays(string name, string content, int status, string words)
    {
        using var answer = await SendAsync(name, Encoding.UTF8.GetBytes(content), description: "From the embassy");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains("<title>Error: ", page, StringComparison.Ordinal);
        Assert.Contains(words, Rendered.TextOf(page), StringComparison.Ordinal);
        Assert.Contains("href=\"#file\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"From the embassy\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-4711", page, StringComparison.Ordinal);
        Assert.Empty((await hub.ReadAsync(id)).GetProperty("attachments").EnumerateArray());
    }

    [Fact]
    public async Task A_document_with_macros_is_refused()
    {
        using var answer = await SendAsync("report.docx", AttachmentSamples.Word(("word/vbaProject.bin", "x")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The file holds something that can be run.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        using var answer = await SendAsync("note.txt", Encoding.ASCII.GetBytes(new string('a', AttachmentTypes.Published.MaxBytes + 1)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("At most 10 MB are kept of one file.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_file_was_chosen_the_page_asks_for_one()
    {
        using var form = new MultipartFormDataContent { { new StringContent(await desk.FormTokenAsync()), "\"form-token\"" }, { new StringContent(""), "\"description\"" } };
        var nothing = new ByteArrayContent([]);
        nothing.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse("form-data; name=\"file\"; filename=\"\"");
        form.Add(nothing);
        using var answer = await desk.Http.PostAsync(new Uri(address, UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#file\">Choose a file.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_that_is_too_long_is_said_at_its_field()
    {
        using var answer = await SendAsync("note.txt", "x"u8.ToArray(), description: new string('a', 501));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#description\">What the file is: longer than 500 characters. Shorten it.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task A_form_that_the_desk_did_not_make_adds_nothing(string? token)
    {
        using var answer = await SendAsync("note.txt", "x"u8.ToArray(), token: token ?? "");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await hub.ReadAsync(id)).GetProperty("attachments").EnumerateArray());
    }

    [Fact]
    public async Task A_closed_case_takes_no_file_and_says_so()
    {
        var closed = await DeportedLife.DecidedAsync(hub, "N-2", outcome: "no-further-action");
        await DeportedLife.MoveAsync(hub, closed, "close", new { });
        address = $"/desk/deported-offenders/{closed}/attachments";

        using var answer = await SendAsync("note.txt", "x"u8.ToArray());

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("The case is closed. A new alert opens another.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_saved_for_a_reason_that_is_kept_and_never_shown_by_the_browser()
    {
        using var added = await SendAsync("record.pdf", AttachmentSamples.Pdf);
        var sha = Assert.Single((await hub.ReadAsync(id)).GetProperty("attachments").EnumerateArray()).Text("sha256");
        Assert.Contains("record.pdf", await desk.GetAsync($"{address}/{sha}"), StringComparison.Ordinal);

        using var without = await desk.PostAsync($"{address}/{sha}", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("href=\"#reason\">Say why you need the file", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var saved = await desk.PostAsync($"{address}/{sha}", ("reason", "For the court"));
        Assert.Equal(AttachmentSamples.Pdf, await saved.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "attachment", "record.pdf"), (saved.Content.Headers.ContentType!.MediaType, saved.Content.Headers.ContentDisposition!.DispositionType, saved.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(("nosniff", "default-src 'none'; sandbox"), (Assert.Single(saved.Headers.GetValues("X-Content-Type-Options")), Assert.Single(saved.Headers.GetValues("Content-Security-Policy"))));
        Assert.Contains(await hub.LoggedAsync($"attachment:{sha}"), e => e is { Allowed: true, By.Id: "camden-7", Reason: "For the court" });
        Assert.Contains(await hub.LoggedAsync($"case:{id}"), e => e is { Allowed: true, Reason: "For the court" });
    }

    [Fact]
    public async Task A_file_that_the_case_has_not_is_not_found()
    {
        var other = $"{address}/{new string('0', 64)}";
        using var asked = await desk.Http.GetAsync(new Uri(other, UriKind.Relative));
        using var saved = await desk.PostAsync(other, ("reason", "x"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (asked.StatusCode, saved.StatusCode));
    }

    private async Task<HttpResponseMessage> SendAsync(string name, byte[] content, string description = "", string? token = null)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token ?? await desk.FormTokenAsync()), "\"form-token\"" },
            { new StringContent(description), "\"description\"" },
            { file, "\"file\"", $"\"{name}\"" },
        };
        return await desk.Http.PostAsync(new Uri(address, UriKind.Relative), form);
    }
}
