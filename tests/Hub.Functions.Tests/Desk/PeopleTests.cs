using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Functions.Tests.Desk;

/// <summary>An officer with a name on a scrap of paper, at the desk.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private TestHub hub = null!;
    private DeskClient officer = null!;

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync();
        await hub.KnowAsync(
            [
                A.Nominal("N-1") with
                {
                    Names = [new PersonName { Surname = "Smith", Given = ["John", "Paul"] }, new PersonName { Kind = NameKind.Alias, Surname = "Moss", Given = ["Jack"] }],
                    Born = BirthDate.Parse("1971-03-04"),
                    Sex = Sex.Male,
                    Addresses = [new Address { Lines = ["1 High Road"], Postcode = "E8 1AB" }],
                    Registers = ["visor"],
                    Markers = [Marker.Missing],
                },
                A.Nominal("N-3") with { Names = [new PersonName { Surname = "Smith", Given = ["John"] }], Born = BirthDate.Parse("1990-01-01") },
                .. Enumerable.Range(0, 40).Select(i => A.Nominal($"C-{i}") with { Names = [new PersonName { Surname = "Crowdson", Given = [$"Ada{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"] }], Born = BirthDate.Parse("1950-06-07") }),
            ]);
        officer = await DeskClient.SignInAsync(hub, "ppdOfficer", "Camden", name: "pc-9");
    }

    public async Task DisposeAsync()
    {
        officer.Dispose();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_is_found_and_it_is_said_how_the_words_were_read_and_why_they_fit()
    {
        var page = Rendered.TextOf(await SearchAsync(("q", "smyth john 4.3.71 E8"), ("reason", "a call")));

        Assert.Contains("1 person on the register fits", page, StringComparison.Ordinal);
        Assert.Contains("born 4 March 1971", page, StringComparison.Ordinal);
        Assert.Contains("a postcode that begins with E8", page, StringComparison.Ordinal);
        Assert.Contains("John Paul Smith Missing ViSOR Also known as Jack Moss Born 4 March 1971, aged 55 Sex Male Lives at 1 High Road, E8 1AB", page, StringComparison.Ordinal);
        Assert.Contains("Date of birth agrees.", page, StringComparison.Ordinal);
        Assert.Contains("You asked for “smyth”; the register has “smith”.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_fields_count_together_with_free_words()
    {
        var page = Rendered.TextOf(await SearchAsync(("q", "john"), ("surname", "smith"), ("born", "1.1.1990"), ("reason", "a call")));

        Assert.Contains("1 person on the register fits", page, StringComparison.Ordinal);
        Assert.Contains("the surname smith", page, StringComparison.Ordinal);
        Assert.Contains("aged 36", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_fits_nothing_is_told_what_to_try()
    {
        var page = Rendered.TextOf(await SearchAsync(("q", "quxley"), ("reason", "a call")));

        Assert.Contains("Nobody on the register fits", page, StringComparison.Ordinal);
        Assert.Contains("leave out what you are least sure of", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_are_shown_are_counted_and_said()
    {
        var html = await SearchAsync(("q", "crowdson"), ("reason", "a call"));
        var page = Rendered.TextOf(html);

        Assert.Contains("The best of 40 people on the register who fit", page, StringComparison.Ordinal);
        Assert.Contains("40 people fit. The best 20 are shown.", page, StringComparison.Ordinal);
        Assert.Equal(20, html.Split("<li class=\"desk-card\">").Length - 1);
    }

    [Fact]
    public async Task A_word_that_may_be_several_things_is_said_to_be()
    {
        var page = Rendered.TextOf(await SearchAsync(("q", "smith 04031971"), ("reason", "a call")));

        Assert.Contains("May be one thing or another, and was looked for as each", page, StringComparison.Ordinal);
        Assert.Contains("born 4 March 1971", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_its_field_and_what_was_entered_is_kept()
    {
        using var answer = await officer.PostAsync("/desk/people", ("q", "smith 31/02/1971 colour:blue"), ("pncId", "1"), ("reason", "  "));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<title>Error: Find a person", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#q\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#pncId\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#reason\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"smith 31/02/1971 colour:blue\"", html, StringComparison.Ordinal);
        Assert.Contains("<details class=\"govuk-details\" open", html, StringComparison.Ordinal);
        Assert.DoesNotContain("search-nominals", await LogAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_an_address_can_carry_is_refused_with_words()
    {
        static string Much(int length, int from) => string.Concat(Enumerable.Range(from, length).Select(i => (char)(0x4E00 + (i * 7919 % 20_000))));

        using var answer = await officer.PostAsync("/desk/people", ("surname", Much(200, 0)), ("given", Much(200, 200)), ("q", Much(200, 400)), ("email", $"x@{Much(190, 600)}"), ("reason", Much(500, 800)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("too much for one search", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_entered_stands_in_an_address_a_title_or_a_log()
    {
        using var answer = await officer.PostAsync("/desk/people", ("q", "smith john quxley1@example.com"), ("reason", "asked by PC Featherstone"));
        var address = answer.Headers.Location!.ToString();
        var page = await officer.GetAsync(address);

        Assert.StartsWith("/desk/people?q=", address, StringComparison.Ordinal);
        Assert.DoesNotContain("smith", address, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Smith", page[..page.IndexOf("</title>", StringComparison.Ordinal)], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("quxley", hub.Log.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Featherstone", hub.Log.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("quxley", await LogAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_look_at_the_results_is_in_the_access_log_with_everybody_shown()
    {
        using var answer = await officer.PostAsync("/desk/people", ("q", "smith john"), ("reason", "a call"));
        Assert.DoesNotContain("search-nominals", await LogAsync(), StringComparison.Ordinal);

        await officer.GetAsync(answer.Headers.Location!.ToString());
        await officer.GetAsync(answer.Headers.Location!.ToString());

        var subjects = (await EntriesAsync("search-nominals")).Select(e => (e.Text("by"), e.Text("reason"), e.Text("subject"))).Order();
        Assert.Equal(new[] { "nominal:N-1", "nominal:N-1", "nominal:N-3", "nominal:N-3", "nominals", "nominals" }.Select(s => ("pc-9", "a call", s)), subjects);
    }

    [Fact]
    public async Task A_search_opens_for_nobody_else_and_not_for_ever()
    {
        using var answer = await officer.PostAsync("/desk/people", ("q", "smith john"), ("reason", "a call"));
        var address = answer.Headers.Location!.ToString();
        using var other = await DeskClient.SignInAsync(hub, "ppdOfficer", "Camden", name: "pc-10");

        Assert.Contains("That search cannot be shown again", await other.GetAsync(address), StringComparison.Ordinal);
        await hub.AdvanceAsync(TimeSpan.FromHours(12));
        Assert.Contains("That search cannot be shown again", await officer.GetAsync(address), StringComparison.Ordinal);
        Assert.DoesNotContain("search-nominals", await LogAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_leads_to_the_record_with_the_reason_given()
    {
        var html = await SearchAsync(("q", "N-1"), ("reason", "a call"));
        var start = html.IndexOf("/desk/people/N-1?because=", StringComparison.Ordinal);

        var page = await officer.GetAsync(html[start..html.IndexOf('"', start)]);

        Assert.Contains("John Paul Smith", page, StringComparison.Ordinal);
        Assert.Equal(("nominal:N-1", "a call"), (await EntriesAsync("read-nominal")).Select(e => (e.Text("subject"), e.Text("reason"))).Single());
    }

    private Task<string> SearchAsync(params (string, string)[] fields) => officer.PostAndFollowAsync("/desk/people", fields);

    private async Task<JsonElement[]> EntriesAsync(string action)
    {
        using var auditor = hub.As("auditor");
        var log = await auditor.GetFromJsonAsync<JsonElement>("api/audit?limit=500");
        return [.. log.GetProperty("items").EnumerateArray().Where(e => e.Text("action") == action)];
    }

    private async Task<string> LogAsync()
    {
        using var auditor = hub.As("auditor");
        return await auditor.GetStringAsync("api/audit?limit=500");
    }
}
