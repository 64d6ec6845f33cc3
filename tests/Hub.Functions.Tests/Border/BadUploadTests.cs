using System.Net;
using System.Text;
using System.Text.Json;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>Uploads that cannot be used are refused with a clear answer, and leave nothing.</summary>
public sealed class BadUploadTests : IAsyncLifetime
{
    private const int TooLarge = (16 * 1024 * 1024) + 1;

    private static readonly string List = PaxlstText.Write(Lists.Out([Lists.Traveller(Offenders.Thornbury), Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")]));

    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury);

    public async Task DisposeAsync()
    {
        // Whatever a test sent: nothing of it is kept, the drafts of the archive included.
        Assert.Empty(KeptBytes.Search(border.Hub.Folder, ["Quillfeather", "QUILLFEATHER", "Xanthippe", "XANTHIPPE"]));
        Assert.Empty(KeptBytes.Files(border.Hub.Folder, "manifests"));
        await border.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_body_is_no_manifest() => AssertRefused("empty-file", "file", await border.UploadAsync(Lists.Edifact("")));

    [Theory]
    [InlineData("application/json")]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task A_body_that_is_not_said_to_be_a_manifest_is_not_read(string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(List));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var (status, problem) = await border.UploadAsync(content);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "unsupported-media-type"), (status, problem.Text("code")));
    }

    [Theory]
    [InlineData("NAD+FL", "NAD+", "truncated")]
    [InlineData("PAXLST:D:02B", "ORDERS:D:02B", "message-type-unsupported")]
    [InlineData("CNT+42:2", "CNT+42:3", "persons-missing")]
    [InlineData("LOC+87+BKK", "LOC+87+XQZ", "airport-unknown")]
    public async Task A_broken_envelope_refuses_the_whole_with_the_place(string from, string to, string code)
    {
        var text = code == "truncated" ? List[..List.IndexOf(from, StringComparison.Ordinal)] : List.Replace(from, to, StringComparison.Ordinal);

        var (status, problem) = await border.UploadAsync(Lists.Edifact(text));

        Assert.Equal((422, "manifest-refused"), ((int)status, problem.Text("code")));
        var (path, found) = Assert.Single(problem.Errors());
        Assert.Equal(code, found);
        Assert.Matches(@"^segment \d+ \([A-Z]{3}\), byte \d+$", path);
    }

    [Fact]
    public async Task Lines_without_a_header_are_refused_at_their_line() =>
        AssertRefused("header-missing", "line 1", await border.UploadAsync(new StringContent("Quillfeather;Xanthippe;1990-06-11\n", Encoding.UTF8, "text/csv")));

    [Fact]
    public async Task A_file_said_to_be_too_large_is_not_read()
    {
        var (status, problem) = await border.UploadAsync(Large(chunked: false));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body-too-large"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task A_file_that_turns_out_to_be_too_large_is_given_up()
    {
        var (status, problem) = await border.UploadAsync(Large(chunked: true));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body-too-large"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        var (status, problem) = await border.UploadAsync(new MultipartFormDataContent { { new StringContent("BA9"), "flight" } });

        Assert.Equal((HttpStatusCode.BadRequest, "form-unreadable"), (status, problem.Text("code")));
    }

    [Theory]
    [InlineData("--cut")]
    [InlineData("")]
    public async Task A_form_that_ends_before_its_last_boundary_is_refused(string ending)
    {
        var form = $"--seam\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.edi\"\r\n\r\n{List}\r\n{ending}";
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(form));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=seam");

        var (status, problem) = await border.UploadAsync(content);

        Assert.Equal((HttpStatusCode.BadRequest, "form-unreadable"), (status, problem.Text("code")));
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=other")]
    public async Task A_form_whose_boundary_does_not_fit_is_refused(string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"--seam\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n{List}\r\n--seam--\r\n"));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var (status, problem) = await border.UploadAsync(content);

        Assert.Equal((HttpStatusCode.BadRequest, "form-unreadable"), (status, problem.Text("code")));
    }

    private static void AssertRefused(string code, string place, (HttpStatusCode Status, JsonElement Problem) answer)
    {
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "manifest-refused"), (answer.Status, answer.Problem.Text("code")));
        Assert.Equal([(place, code)], answer.Problem.Errors());
        Assert.DoesNotContain("Quillfeather", answer.Problem.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A list that goes on and on.</summary>
    private static StreamContent Large(bool chunked)
    {
        var person = "NAD+FL+++QUILLFEATHER:XANTHIPPE'DTM+329:19900611:102'"u8;
        var bytes = new byte[TooLarge + 1000];
        var written = Encoding.UTF8.GetBytes(List, 0, List.IndexOf("CNT+", StringComparison.Ordinal), bytes, 0);
        while (written + person.Length <= bytes.Length)
        {
            person.CopyTo(bytes.AsSpan(written));
            written += person.Length;
        }

        var content = new StreamContent(chunked ? new ChunkedStream(bytes, 64 * 1024) : new MemoryStream(bytes));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/edifact");
        return content;
    }
}
