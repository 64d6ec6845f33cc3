using System.Net;
using Hub.Functions.Tests.Border;

namespace Hub.Functions.Tests.Desk;

/// <summary>The list of matches that JBOC found itself, sent by the page's second form.</summary>
public sealed class MatchListPageTests : IAsyncLifetime
{
    private const string Page = "/desk/manifests/matches";
    private const string Header = "reference,surname,given,dob,passport,flight,from,to,departs\n";
    private const string Good = "J-17,Thornbury,Alaric,04/03/1971,533401372,BA9,LHR,BKK,2026-11-22T21:30\n";

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
    public async Task A_list_is_taken_in_and_whoever_must_be_told_is_told()
    {
        var (address, page) = await liaison.SendFileAndFollowAsync(Page, Header + Good, "matches.csv");

        Assert.Equal("/desk/manifests", address);
        Assert.Contains("1 row taken in.", page, StringComparison.Ordinal);
        await border.Hub.DrainAsync();
        Assert.Equal("border-hit", Assert.Single(await border.InboxAsync(border.Liaison)).Text("kind"));
    }

    [Fact]
    public async Task The_same_list_again_doubles_nothing()
    {
        await liaison.SendFileAndFollowAsync(Page, Header + Good, "matches.csv");

        await liaison.SendFileAndFollowAsync(Page, Header + Good, "matches.csv");

        await border.Hub.DrainAsync();
        Assert.Single(await border.InboxAsync(border.Liaison));
    }

    [Fact]
    public async Task Rows_that_cannot_be_used_are_shown_by_their_lines_and_the_others_are_taken_in()
    {
        using var answer = await liaison.SendFileAsync(Page, Header + Good + "J-18,Quillfeather,Xanthippe,soon,,BA9,LHR,BKK,2026-11-22T21:30\n,Quillfeather,Xanthippe,1990-06-11,,BA9,LHR,BKK,2026-11-22T21:30\nJ-19,Quillfeather,Xanthippe,1990-06-11,,BA9,LHR,,2026-11-22T21:30\n", "matches.csv");

        var html = await answer.Content.ReadAsStringAsync();
        var page = Rendered.TextOf(html);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#matches\">3 rows of 4 could not be taken in.", html, StringComparison.Ordinal);
        Assert.Contains("1 row was taken in. Correct the rows below and send the list again", page, StringComparison.Ordinal);
        Assert.Contains("Line 4 The row has no reference of its own", page, StringComparison.Ordinal);
        Assert.Contains("Line 5 Arrival airport: ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", page, StringComparison.OrdinalIgnoreCase);
        await border.Hub.DrainAsync();
        Assert.Single(await border.InboxAsync(border.Liaison));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("surname,given\nQuillfeather,Xanthippe\n", "A list of matches needs a column reference.")]
    [InlineData("reference,surname\n", "no row below it")]
    public async Task A_list_that_cannot_be_used_is_refused_in_words(string file, string words)
    {
        using var answer = await liaison.SendFileAsync(Page, file, "matches.csv");

        var page = Rendered.TextOf(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_list_that_is_too_large_and_none_at_all_are_refused_in_words()
    {
        using var large = await liaison.SendFileAsync(Page, new byte[1_100_000], "matches.csv");
        Assert.Contains("A list of matches has at most 1 MB.", await large.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var none = await liaison.SendNoFileAsync(Page);
        Assert.Contains("href=\"#matches\">Choose a list of matches.", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
    }
}
