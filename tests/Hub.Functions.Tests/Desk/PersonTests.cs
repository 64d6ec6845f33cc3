using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Border.Travel;
using Hub.Functions.Tests.DeportedOffenders;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Desk;

/// <summary>One person's record at the desk, and how it came to be.</summary>
public sealed partial class PersonTests : IAsyncLifetime
{
    private TestHub hub = null!;
    private DeskClient jigsaw = null!;

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync();
        await hub.KnowAsync(Whole);
        jigsaw = await DeskClient.SignInAsync(hub, "jigsawOfficer", "Camden", name: "jo-1");
    }

    public async Task DisposeAsync()
    {
        jigsaw.Dispose();
        await hub.DisposeAsync();
    }

    private static Nominal Whole => A.Nominal("N-1") with
    {
        Names = [new PersonName { Surname = "Thornbury", Given = ["Alaric"] }, new PersonName { Kind = NameKind.Previous, Surname = "Vance", Given = ["Alan"] }],
        Born = BirthDate.Parse("1971-03-04"),
        Sex = Sex.Male,
        Nationality = "GBR",
        PncId = "2003/0011985X",
        VisorReference = "VIS-77",
        PlaceOfBirth = "Leeds",
        Occupation = "Chef",
        Phones = ["020 7946 0144"],
        Emails = ["a@example.com"],
        Documents = [new TravelDocument("P", "925665416", "GBR", new DateOnly(2025, 1, 2))],
        Addresses = [new Address { Lines = ["1 High Road"], Postcode = "E8 1AB", From = new DateOnly(2024, 5, 1) }, new Address { Lines = ["9 Old Lane"], Borough = "Brent", To = new DateOnly(2024, 4, 30) }],
        Registers = ["visor", "mappa"],
        Markers = [],
        NotificationPeriods = [new NotificationPeriod(new DateOnly(2015, 6, 1), null)],
        TravelNotified = [new TravelNotification { Id = "T-1", NotifiedAt = TestHub.Start.AddDays(-9), Departs = new DateOnly(2026, 12, 1), Country = "THA", Returns = new DateOnly(2026, 12, 20) }],
        Mappa = new Mappa(1, 2),
        Rm2000 = Rm2000.VeryHigh,
        Orders = [new CourtOrder("sexual-harm-prevention-order", new DateOnly(2015, 6, 1), new DateOnly(2020, 5, 31), "Leeds Crown Court")],
        Responsible = new Responsible("camden", "DC Pike"),
    };

    [Fact]
    public async Task Nobody_is_shown_before_it_is_said_why()
    {
        var page = Rendered.TextOf(await jigsaw.GetAsync("/desk/people/N-1"));

        Assert.Contains("Why do you look this person up?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Thornbury", page, StringComparison.Ordinal);
        Assert.DoesNotContain("read-nominal", await LogAsync(), StringComparison.Ordinal);
        using var without = await jigsaw.PostAsync("/desk/people/N-1", ("reason", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        using var with = await jigsaw.PostAsync("/desk/people/N-1", ("reason", "a call about Vance"));
        Assert.DoesNotContain("Vance", with.Headers.Location!.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Everything_the_register_holds_is_there_in_words()
    {
        var page = Rendered.TextOf(await OpenAsync("/desk/people/N-1"));

        foreach (var words in new[]
        {
            "Alaric Thornbury ViSOR MAPPA", "Also known as Alan Vance (previous name)", "Born 4 March 1971, aged 55", "Sex Male", "Nationality United Kingdom", "Place of birth Leeds", "Occupation Chef",
            "Registers ViSOR MAPPA", "MAPPA Category 1, registered sexual offender; level 2, managed by several agencies together", "Risk Matrix 2000 Very high", "Managed by DC Pike, Camden Jigsaw team",
            "Must notify the police since 1 June 2015", "Court orders Sexual harm prevention order, 1 June 2015 to 31 May 2020, Leeds Crown Court; ended",
            "PNC ID 2003/0011985X", "ViSOR reference VIS-77", "Documents Passport 925665416, United Kingdom, expired 2 January 2025",
            "Lives at 1 High Road, E8 1AB (since 1 May 2024)", "Other addresses 9 Old Lane, Brent (until 30 April 2024)", "Telephone 020 7946 0144", "E-mail a@example.com",
            "Leaves 1 December 2026 for Thailand, back 20 December 2026; notified Friday 13 November 2026 at 8:00am", "Record N-1",
        })
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_reason_goes_along_and_stands_in_the_access_log_of_each_page()
    {
        var page = await OpenAsync("/desk/people/N-1", "a call");

        await jigsaw.GetAsync(LinkTo(page, "/desk/people/N-1/history"));

        Assert.StartsWith("/desk/travel/N-1?because=", LinkTo(page, "/desk/travel/N-1"), StringComparison.Ordinal);
        Assert.Equal([("read-nominal", "nominal:N-1", "a call"), ("read-nominal-history", "nominal:N-1", "a call")], await EntriesAsync());
    }

    [Fact]
    public async Task A_record_that_was_merged_leads_to_the_one_that_stands_for_it_and_both_are_in_the_log()
    {
        await hub.KnowAsync(A.Nominal("N-2") with { Names = [new PersonName { Surname = "Vance", Given = ["Alan"] }] });
        using var supervisor = hub.As("supervisor");
        using var merged = await supervisor.PostAsync("api/nominals/N-2/merge", new StringContent("""{"into":"N-1","rationale":"One person."}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.NoContent, merged.StatusCode);

        var html = await OpenAsync("/desk/people/N-2");
        var page = Rendered.TextOf(html);

        Assert.Contains("Record N-2 was merged into this one, N-1", page, StringComparison.Ordinal);
        Assert.Contains("Alaric Thornbury", page, StringComparison.Ordinal);
        Assert.Equal(["nominal:N-1", "nominal:N-2"], (await EntriesAsync()).Where(e => e.Action == "read-nominal").Select(e => e.Subject).Order());
        var history = Rendered.TextOf(await jigsaw.GetAsync(LinkTo(html, "/desk/people/N-2/history")));
        Assert.Contains("Merged into another record", history, StringComparison.Ordinal);
        Assert.Contains("Merged into record now: N-1", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_ended_says_so_and_one_that_is_not_there_is_not_found()
    {
        await hub.KnowAsync(A.Nominal("N-3") with { Ended = TestHub.Start.AddDays(-3) });

        Assert.Contains("Their time on the register ended", Rendered.TextOf(await OpenAsync("/desk/people/N-3")), StringComparison.Ordinal);
        using var answer = await jigsaw.PostAsync("/desk/people/N-404", ("reason", "a call"));
        using var page = await jigsaw.Http.GetAsync(answer.Headers.Location);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("There is no such record on the register.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_as_a_deported_offender_are_linked_for_whom_they_reached_and_nobody_else()
    {
        var id = await CaseHub.OpenAsync(hub, "N-9");
        using var brent = await DeskClient.SignInAsync(hub, "jigsawOfficer", "Brent");
        using var ppd = await DeskClient.SignInAsync(hub, "ppdOfficer", "Camden");

        Assert.Contains($"/desk/deported-offenders/{id}", await OpenAsync("/desk/people/N-9"), StringComparison.Ordinal);
        Assert.Contains(("read-deported-offender", $"case:{id}", "a call"), await EntriesAsync());
        foreach (var other in new[] { brent, ppd })
        {
            var page = await OpenAsync("/desk/people/N-9", by: other);
            Assert.DoesNotContain("deported", page[page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Travel_and_history_are_linked_for_whoever_may_read_them()
    {
        using var ppd = await DeskClient.SignInAsync(hub, "ppdOfficer", "Camden");

        var page = await OpenAsync("/desk/people/N-1", by: ppd);

        Assert.DoesNotContain("/desk/travel/N-1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/history", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_of_somebody_else_opens_nothing()
    {
        using var answer = await jigsaw.PostAsync("/desk/people/N-1", ("reason", "a call"));
        using var other = await DeskClient.SignInAsync(hub, "supervisor");

        var page = await other.GetAsync(answer.Headers.Location!.ToString());

        Assert.Contains("The reason given before is good no more", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Thornbury", page, StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task Every_change_is_told_field_by_field_newest_first()
    {
        await hub.KnowAsync(Whole with { Occupation = "Driver", Phones = [], Updated = A.Moment.AddDays(1) });

        var page = Rendered.TextOf(await OpenAsync("/desk/people/N-1/history"));

        Assert.Contains("Every change is kept, newest first, and none of them was altered since.", page, StringComparison.Ordinal);
        Assert.Contains("Occupation before: Chef now: Driver", page, StringComparison.Ordinal);
        Assert.Contains("Telephone 1 before: 020 7946 0144 taken out", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Changed", StringComparison.Ordinal) < page.IndexOf("Added to the register", StringComparison.Ordinal));
        Assert.Contains("Name 1 now: kind primary; surname Thornbury; given Alaric Name 2 now: kind previous; surname Vance; given Alan", page, StringComparison.Ordinal);
        Assert.Contains("Nationality now: United Kingdom", page, StringComparison.Ordinal);
        Assert.Contains("Born now: 4 March 1971", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_history_goes_page_by_page_and_the_auditor_reads_it_without_the_record()
    {
        var register = hub.Services.GetRequiredService<INominalRegister>();
        for (var i = 1; i <= 21; i++)
        {
            await register.UpsertAsync([Whole with { Occupation = $"Chef {i}", Updated = A.Moment.AddDays(i) }], CancellationToken.None);
        }

        using var auditor = await DeskClient.SignInAsync(hub, "auditor");
        var first = await OpenAsync("/desk/people/N-1/history", by: auditor);
        var second = await auditor.GetAsync(Next().Match(first).Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal));

        Assert.Contains("Chef 21", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Added to the register", first, StringComparison.Ordinal);
        Assert.Contains("Added to the register", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("The person’s record", first, StringComparison.Ordinal);
        using var record = await auditor.Http.GetAsync(new Uri("/desk/people/N-1", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, record.StatusCode);
    }

    private Task<string> OpenAsync(string address, string reason = "a call", DeskClient? by = null) => (by ?? jigsaw).PostAndFollowAsync(address, ("reason", reason));

    private static string LinkTo(string page, string address)
    {
        var start = page.IndexOf($"{address}?because=", StringComparison.Ordinal);
        return page[start..page.IndexOf('"', start)];
    }

    private async Task<(string Action, string Subject, string Reason)[]> EntriesAsync()
    {
        using var auditor = hub.As("auditor");
        var log = await auditor.GetFromJsonAsync<JsonElement>("api/audit?limit=500");
        return [.. log.GetProperty("items").EnumerateArray().Where(e => e.Text("action").StartsWith("read-", StringComparison.Ordinal) && e.TryGetProperty("reason", out _))
            .Select(e => (e.Text("action"), e.Text("subject"), e.Text("reason"))).OrderBy(e => e.Item1, StringComparer.Ordinal)];
    }

    private async Task<string> LogAsync()
    {
        using var auditor = hub.As("auditor");
        return await auditor.GetStringAsync("api/audit?limit=500");
    }

    [GeneratedRegex("href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex Next();
}
