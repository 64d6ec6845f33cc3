using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hub.Functions.Tests.Border;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Desk;

/// <summary>A manifest sent by the page's form.</summary>
public sealed class ManifestUploadTests : IAsyncLifetime
{
    private const string Page = "/desk/manifests";
    private const string Lines = "Surname,Given names,Date of birth,Passport number\nThornbury,Alaric Peverell,1971-03-04,533401372\n";
    private static readonly string List = PaxlstText.Write(Lists.Out([Lists.Traveller(Offenders.Thornbury), Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")]));

    private BorderHub border = null!;
    private DeskClient liaison = null!;

    public async Task InitializeAsync()
    {
        border = await BorderHub.StartAsync(Offenders.Thornbury);
        liaison = await DeskClient.SignInAsync(border.Hub, "borderLiaison", name: "jboc-3");
    }

    public async Task DisposeAsync()
    {
        liaison.Dispose();
        await border.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_taken_in_and_leads_to_its_own_page()
    {
        var (address, page) = await liaison.SendFileAndFollowAsync(Page, List);

        Assert.Matches("^/desk/manifests/[0-9a-f-]{36}$", address);
        Assert.Contains("Taken in: 2 travellers on 1 flight.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_manifest_and_says_so()
    {
        var (first, _) = await liaison.SendFileAndFollowAsync(Page, List);
        await border.Hub.DrainAsync();

        var (second, page) = await liaison.SendFileAndFollowAsync(Page, List, "another name.edi");

        Assert.Equal(first, second);
        Assert.Contains("This file was sent before, and is not screened twice.", page, StringComparison.Ordinal);
        Assert.Single(await border.InboxAsync(border.Liaison));
    }

    [Fact]
    public async Task The_same_file_sent_by_two_people_at_once_is_one_manifest()
    {
        using var other = await DeskClient.SignInAsync(border.Hub, "borderLiaison", name: "jboc-4");

        var sent = await Task.WhenAll(liaison.SendFileAndFollowAsync(Page, List), other.SendFileAndFollowAsync(Page, List));

        await border.Hub.DrainAsync();
        Assert.Equal(sent[0].Address, sent[1].Address);
        Assert.Single(await border.InboxAsync(border.Liaison));
    }

    [Fact]
    public async Task What_the_script_sends_is_answered_with_where_to_look()
    {
        liaison.Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        using var answer = await liaison.SendFileAsync(Page, List);

        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("/desk/manifests/", said.Text("to"), StringComparison.Ordinal);
        Assert.Equal("Taken in: 2 travellers on 1 flight.", said.Text("words"));
    }

    [Fact]
    public async Task The_flight_can_be_stated_beside_a_file_that_does_not_name_it()
    {
        var (_, page) = await liaison.SendFileAndFollowAsync(Page, Lines, "list.csv", ("flight", "BA9"), ("from", "LHR"), ("to", "BKK"), ("departs", "2026-11-22T21:30"));

        Assert.Contains("BA9, London Heathrow Airport (LHR) to", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_larger_than_any_other_form_is_read_as_it_comes()
    {
        var people = Enumerable.Range(0, 4_000).Select(i => Lists.Stranger($"Quill{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}", "Xanthippe", $"19{50 + (i % 40)}-06-11"));
        var text = PaxlstText.Write(Lists.Out([.. people]));
        Assert.True(text.Length > Functions.Desk.FormReading.MaxBytes);

        var (_, page) = await liaison.SendFileAndFollowAsync(Page, text);

        Assert.Contains("Taken in: 4,000 travellers on 1 flight.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_the_page_says_so_and_keeps_the_flight_entered()
    {
        using var answer = await liaison.SendNoFileAsync(Page, ("flight", "BA9"), ("from", "LHR"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<title>Error: ", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#file\">Choose a manifest.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"BA9\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"LHR\"", page, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string[]> Refused() => new()
    {
        { "", "#file", ["The file is empty.", "Check that you chose the right file."] },
        { "Quillfeather;Xanthippe;1990-06-11\n", "#file", ["See line 1 of the file.", "Correct the file there"] },
        { Lines, "#flight", ["Neither a column nor anything stated beside the file gives: flight", "enter the flight, and choose the file again"] },
        { List[..List.IndexOf("NAD+FL", StringComparison.Ordinal)], "#file", ["The file ends after this segment", "See segment ", "ask the carrier to send it again"] },
        {
            PaxlstText.Write(new PaxlstManifest(Lists.Flight("117", "LHR", "JFK", Lists.Leaves, Lists.Leaves.AddHours(3)), [Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")])),
            "#file", ["No flight in the file is on a monitored route (BA117 LHR-JFK).", "nothing of the file was kept", "ask a supervisor"]
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_used_is_said_in_words_with_the_place_and_what_to_do_and_nothing_is_kept(string file, string field, string[] words)
    {
        using var answer = await liaison.SendFileAsync(Page, file);

        var html = await answer.Content.ReadAsStringAsync();
        var page = Rendered.TextOf(html);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"href=\"{field}\"", html, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
        Assert.DoesNotContain("Quillfeather", page, StringComparison.OrdinalIgnoreCase);
        await border.Hub.DrainAsync();
        Assert.Empty(KeptBytes.Search(border.Hub.Folder, ["Quillfeather", "QUILLFEATHER", "BA117"]));
        Assert.Empty(KeptBytes.Files(border.Hub.Folder, "manifests"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_kept_and_the_page_says_where_it_can_go()
    {
        var large = new byte[17 * 1024 * 1024];
        Encoding.UTF8.GetBytes(List, large);

        using var answer = await liaison.SendFileAsync(Page, large, "large.edi", ("flight", "BA9"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The file is larger than the 16 MB taken this way.", html, StringComparison.Ordinal);
        Assert.Contains("files of up to 256 MB are taken there", html, StringComparison.Ordinal);
        Assert.Contains("value=\"BA9\"", html, StringComparison.Ordinal);
        Assert.Empty(KeptBytes.Files(border.Hub.Folder, "manifests"));
    }

    [Fact]
    public async Task A_form_that_the_desk_did_not_make_or_whose_proof_comes_too_late_is_not_taken()
    {
        using var other = await DeskClient.SignInAsync(border.Hub, "borderLiaison", name: "another");
        var (mine, foreign) = (await liaison.FormTokenAsync(), await other.FormTokenAsync());
        foreach (var (path, token, late) in new[] { (Page, null, false), (Page, "nonsense", false), (Page, foreign, false), (Page, mine, true), (Page + "/matches", null, false), (Page + "/matches", mine, true) })
        {
            using var form = new MultipartFormDataContent();
            if (token is not null && !late)
            {
                form.Add(new StringContent(token), "form-token");
            }

            form.Add(new StringContent(List), "file", "list.edi");
            if (late)
            {
                form.Add(new StringContent(token!), "form-token");
            }

            using var answer = await liaison.Http.PostAsync(new Uri(path, UriKind.Relative), form);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("This form is not valid any more.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(KeptBytes.Files(border.Hub.Folder, "manifests"));
    }

    [Fact]
    public async Task A_form_that_is_cut_short_is_refused_in_words_and_nothing_is_kept()
    {
        var form = $"--seam\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n{await liaison.FormTokenAsync()}\r\n--seam\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.edi\"\r\n\r\n{List}\r\n";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(form));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=seam");

        using var answer = await liaison.Http.PostAsync(new Uri(Page, UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("the file in it may be cut short", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(KeptBytes.Files(border.Hub.Folder, "manifests"));
    }

    [Fact]
    public async Task A_supervisor_reads_and_does_not_upload()
    {
        using var supervisor = await DeskClient.SignInAsync(border.Hub, "supervisor");

        using var answer = await supervisor.SendFileAsync(Page, List);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("type=\"file\"", await supervisor.GetAsync(Page), StringComparison.Ordinal);
        Assert.Contains("type=\"file\"", await liaison.GetAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_is_in_the_access_log()
    {
        var (address, _) = await liaison.SendFileAndFollowAsync(Page, List);

        Assert.Contains(await AccessEntries.OfAsync(border.Hub, $"manifest:{address.Split('/')[^1]}"), e => e is { Action: "upload-manifest", Allowed: true, By.Id: "jboc-3" });
    }
}
