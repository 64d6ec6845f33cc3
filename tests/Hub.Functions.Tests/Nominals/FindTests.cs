using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Functions.Tests.Nominals;

/// <summary>An officer with a name on a scrap of paper.</summary>
public sealed class FindTests : IAsyncLifetime
{
    private TestHub hub = null!;

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync();
        await hub.KnowAsync(
            [
                A.Nominal("N-1") with { Names = [new PersonName { Surname = "Smith", Given = ["John", "Paul"] }], Born = BirthDate.Parse("1971-03-04"), Addresses = [new Address { Lines = ["1 High Road"], Postcode = "E8 1AB" }] },
                A.Nominal("N-2") with { Names = [new PersonName { Surname = "Smith", Given = ["Agatha"] }], Born = BirthDate.Parse("1971-03-04") },
                A.Nominal("N-3") with { Names = [new PersonName { Surname = "Smith", Given = ["John"] }], Born = BirthDate.Parse("1990-01-01") },
                .. Enumerable.Range(0, 40).Select(i => A.Nominal($"C-{i}") with { Names = [new PersonName { Surname = "Crowdson", Given = [$"Ada{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"] }], Born = BirthDate.Parse("1950-06-07") }),
            ]);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData("smith john 4.3.71", "N-1")]
    [InlineData("born:1971-03-04 surname:smith given:john", "N-1")]
    [InlineData("John Smith E8 1971", "N-1")]
    [InlineData("id:N-3", "N-3")]
    [InlineData("N-3", "N-3")]
    public async Task Words_in_any_order_find_the_person_and_say_how_they_were_read(string words, string id)
    {
        var found = await FindAsync(words);

        Assert.Equal(id, Ids(found)[0]);
        Assert.NotEmpty(found.GetProperty("understood").EnumerateArray());
        Assert.False(found.TryGetProperty("cutShort", out _));
    }

    [Fact]
    public async Task Single_fields_count_together_with_free_words()
    {
        using var officer = hub.As("ppdOfficer", "Camden");
        var found = await officer.GetFromJsonAsync<JsonElement>("api/nominals?q=john&surname=smith&postcode=E8%201AB&reason=test");
        Assert.Equal(["N-1", "N-3"], Ids(found));
        Assert.Contains(found.GetProperty("understood").EnumerateArray(), u => u.Text("field") == "postcode" && u.Text("value") == "E8 1AB");
    }

    [Fact]
    public async Task More_than_are_shown_are_counted_and_said()
    {
        var found = await FindAsync("crowdson");
        Assert.Equal(20, Ids(found).Length);
        Assert.Equal(40, found.GetProperty("found").GetInt32());
        Assert.Contains("40 people fit", found.Text("cutShort"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_person_shown_is_in_the_access_log_nobody_else_and_no_word_that_was_looked_for()
    {
        using var officer = hub.As("ppdOfficer", "Camden", name: "pc-9");
        var found = await officer.GetFromJsonAsync<JsonElement>("api/nominals?q=smith%20john%20quxley1@example.com&reason=a%20call");

        using var auditor = hub.As("auditor");
        var log = await auditor.GetFromJsonAsync<JsonElement>("api/audit?limit=500");
        var about = log.GetProperty("items").EnumerateArray().Where(e => e.Text("action") == "search-nominals" && e.Text("reason") == "a call" && e.Text("by") == "pc-9").Select(e => e.Text("subject"));
        Assert.Equal(Ids(found).Select(id => $"nominal:{id}").Prepend("nominals").Order(), about.Order());
        Assert.DoesNotContain("quxley", log.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("quxley", hub.Log.All, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Everything_that_cannot_be_read_is_said_at_once_and_nobody_is_looked_up()
    {
        using var officer = hub.As("supervisor");
        using var answer = await officer.GetAsync("api/nominals?q=smith%2031/02/1971%20colour:blue&pncId=1");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["invalid-identifier", "not-a-date", "not-one-of", "required"], body.GetProperty("errors").EnumerateArray().Select(e => e.Text("code")).Order());
        Assert.DoesNotContain("blue", body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=smith&dob=1971&reason=x", "query not-one-of")]
    [InlineData("q=smith&q=john&reason=x", "q too-many")]
    [InlineData("q=smith&reason=x&reason=y", "reason too-many")]
    [InlineData("q=smith&reason=%20", "reason required")]
    [InlineData("q=smith&reason=a%0Ab", "reason required")]
    public async Task Nothing_that_was_sent_is_passed_over(string query, string error)
    {
        using var officer = hub.As("supervisor");
        using var answer = await officer.GetAsync($"api/nominals?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal([error], body.GetProperty("errors").EnumerateArray().Select(e => $"{e.Text("path")} {e.Text("code")}"));
    }

    [Theory]
    [InlineData(500, HttpStatusCode.OK)]
    [InlineData(501, HttpStatusCode.BadRequest)]
    public async Task A_reason_has_at_most_500_characters(int length, HttpStatusCode status)
    {
        using var officer = hub.As("supervisor");
        using var answer = await officer.GetAsync($"api/nominals?Surname=smith&reason={new string('x', length)}");
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_refused_search_shows_nobody_and_leaves_nothing_in_the_access_log()
    {
        using var officer = hub.As("supervisor");
        using var answer = await officer.GetAsync("api/nominals?q=smith%2031/02/1971&reason=a%20refused%20search");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);

        using var auditor = hub.As("auditor");
        var log = await auditor.GetFromJsonAsync<JsonElement>("api/audit?limit=500");
        Assert.DoesNotContain("a refused search", log.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_finds_nobody_is_in_the_access_log()
    {
        using var officer = hub.As("supervisor", name: "insp-7");
        Assert.Empty((await officer.GetFromJsonAsync<JsonElement>("api/nominals?q=quxley&reason=nobody%20there")).GetProperty("items").EnumerateArray());

        using var auditor = hub.As("auditor");
        var log = await auditor.GetFromJsonAsync<JsonElement>("api/audit?limit=500");
        Assert.Equal("nominals", Assert.Single(log.GetProperty("items").EnumerateArray(), e => e.Text("reason") == "nobody there").Text("subject"));
    }

    private async Task<JsonElement> FindAsync(string words)
    {
        using var officer = hub.As("ppdOfficer", "Camden");
        return await officer.GetFromJsonAsync<JsonElement>($"api/nominals?q={Uri.EscapeDataString(words)}&reason=test");
    }

    private static string[] Ids(JsonElement found) => [.. found.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("nominal").Text("id"))];
}
