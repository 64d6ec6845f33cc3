using System.Net;
using Hub.Functions.Tests.DeportedOffenders;

namespace Hub.Functions.Tests.Desk;

/// <summary>The form of research notes.</summary>
public sealed class DeportedNoteTests : IAsyncLifetime
{
    private CaseHub hub = null!;
    private DeskClient desk = null!;
    private string address = "";
    private string id = "";

    public async Task InitializeAsync()
    {
        hub = await CaseHub.StartAsync();
        id = await hub.OpenAsync();
        address = $"/desk/deported-offenders/{id}";
        desk = await DeskClient.SignInAsync(hub.Hub, "jigsawOfficer", "Camden", name: "camden-7");
    }

    public async Task DisposeAsync()
    {
        desk.Dispose();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_note_sent_twice_is_one()
    {
        var form = Form(await NewIdAsync(), "Line one.\r\nLine two.", "Bangkok liaison");
        var first = await desk.PostAndFollowAsync($"{address}/notes", form);
        await desk.PostAndFollowAsync($"{address}/notes", form);

        Assert.Contains("The note was added.", first, StringComparison.Ordinal);
        var kept = Assert.Single((await hub.ReadAsync(id)).GetProperty("notes").EnumerateArray());
        Assert.Equal(("Line one.\nLine two.", "Bangkok liaison", "camden-7"), (kept.Text("text"), kept.Text("source"), kept.Text("by")));
    }

    [Fact]
    public async Task The_same_words_sent_from_a_form_gone_back_to_are_one_note_and_after_something_else_another()
    {
        await desk.PostAndFollowAsync($"{address}/notes", Form(await NewIdAsync(), "No reply yet."));
        await desk.PostAndFollowAsync($"{address}/notes", Form(await NewIdAsync(), "No reply yet."));
        Assert.Single((await hub.ReadAsync(id)).GetProperty("notes").EnumerateArray());

        await desk.PostAndFollowAsync($"{address}/notes", Form(await NewIdAsync(), "Asked again."));
        await desk.PostAndFollowAsync($"{address}/notes", Form(await NewIdAsync(), "No reply yet."));
        Assert.Equal(3, (await hub.ReadAsync(id)).GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task A_form_sent_before_and_changed_since_adds_nothing_until_it_is_sent_again()
    {
        var form = await NewIdAsync();
        await desk.PostAndFollowAsync($"{address}/notes", Form(form, "First words."));
        using var answer = await desk.PostAsync($"{address}/notes", Form(form, "Other words."));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("that note stands", page, StringComparison.Ordinal);
        Assert.Contains(">Other words.</textarea>", page, StringComparison.Ordinal);
        Assert.Single((await hub.ReadAsync(id)).GetProperty("notes").EnumerateArray());

        await desk.PostAndFollowAsync($"{address}/notes", Form(IdIn(page), "Other words."));
        Assert.Equal(2, (await hub.ReadAsync(id)).GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task A_note_without_words_is_refused_and_what_was_entered_stays()
    {
        using var answer = await desk.PostAsync($"{address}/notes", Form("1", " ", "Bangkok liaison"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#text\">Write down what you found out, or that nothing was found.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Bangkok liaison\"", page, StringComparison.Ordinal);
        Assert.Equal("1", IdIn(page));
    }

    [Fact]
    public async Task A_note_that_is_too_long_stays_on_the_page_to_be_shortened()
    {
        var text = new string('a', 20_001);
        using var answer = await desk.PostAsync($"{address}/notes", Form("1", text));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The note: longer than 20000 characters. Shorten it.", page, StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Empty((await hub.ReadAsync(id)).GetProperty("notes").EnumerateArray());
    }

    private async Task<string> NewIdAsync() => IdIn(await desk.GetAsync(address));

    private static string IdIn(string page) => page.Split("name=\"id\" value=\"")[1].Split('"')[0];

    private static (string, string)[] Form(string id, string text, string source = "") => [("id", id), ("text", text), ("source", source)];
}
