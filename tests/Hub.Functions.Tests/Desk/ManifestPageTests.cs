using System.Globalization;
using System.Text;
using System.Text.Json;
using Hub.Auditing;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Hub.Cases;
using Hub.Functions.Tests.Border;
using Hub.Persons;
using Hub.Testing.Manifests;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Desk;

/// <summary>What came of a manifest, as its reader may see it.</summary>
public sealed class ManifestPageTests : IAsyncLifetime
{
    private static readonly string[] Why = ["V-70411", "visor", "mappa", "rm2000", "offen", "breach", "sexual", "rationale", "probability", "Example Mews"];

    private BorderHub border = null!;
    private DeskClient liaison = null!;
    private DeskClient supervisor = null!;

    public async Task InitializeAsync()
    {
        border = await BorderHub.StartAsync(Offenders.Thornbury);
        liaison = await DeskClient.SignInAsync(border.Hub, "borderLiaison", name: "jboc-3");
        supervisor = await DeskClient.SignInAsync(border.Hub, "supervisor", name: "supervisor-1");
    }

    public async Task DisposeAsync()
    {
        liaison.Dispose();
        supervisor.Dispose();
        await border.DisposeAsync();
    }

    [Fact]
    public async Task A_hit_says_who_and_whom_to_call_leads_to_its_notice_and_never_says_why()
    {
        var manifest = await border.ScreenAsync(Lists.Out([Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11"), Lists.Traveller(Offenders.Thornbury, booking: "QX7RT2")]));

        var html = await liaison.GetAsync(AddressOf(manifest));

        var page = Rendered.TextOf(html);
        Assert.Contains("Alaric Peverell Thornbury, born 4 March 1971", page, StringComparison.Ordinal);
        Assert.Contains("Booking QX7RT2.", page, StringComparison.Ordinal);
        Assert.Contains("Call: Camden Jigsaw team.", page, StringComparison.Ordinal);
        Assert.Contains("Compared 2", page, StringComparison.Ordinal);
        Assert.Contains("Kept until tomorrow, Monday 23 November 2026, at 8:00am", page, StringComparison.Ordinal);
        var notice = Assert.Single(await border.InboxAsync(border.Liaison));
        Assert.Contains($"href=\"/desk/notices/{notice.Text("id")}\"", html, StringComparison.Ordinal);
        Assert.All(Why, word => Assert.DoesNotContain(word, page, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Quillfeather", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Thornbury", html[html.IndexOf("<title>", StringComparison.Ordinal)..html.IndexOf("</title>", StringComparison.Ordinal)], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_looks_at_a_hit_is_in_the_access_log()
    {
        var manifest = await border.ScreenAsync(Lists.Out(Offenders.Thornbury));

        await liaison.GetAsync(AddressOf(manifest));

        Assert.Contains(await AccessEntries.OfAsync(border.Hub, $"manifest:{manifest.Text("id")}"), e => e is { Action: "read-manifest", By.Id: "jboc-3" });
        Assert.Contains(await AccessEntries.OfAsync(border.Hub, $"case:{manifest.Hits()[0]}"), e => e is { Action: "read-report", By.Id: "jboc-3" });
    }

    [Fact]
    public async Task Without_hits_the_page_says_so_and_what_is_kept()
    {
        var manifest = await border.ScreenAsync(Lists.Out(Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")));

        var page = await TextAsync(liaison, manifest);
        Assert.Contains("No hits Nobody who was compared is a person of interest. Nothing of the passengers is kept but the file itself", page, StringComparison.Ordinal);

        await border.Hub.AdvanceAsync(TimeSpan.FromHours(25));
        page = await TextAsync(liaison, manifest);
        Assert.Contains("Nothing of the passengers is kept.", page, StringComparison.Ordinal);
        Assert.Contains("Not kept any more.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_be_known_the_border_sees_counted_until_an_officer_decides_and_then_by_name()
    {
        var traveller = Lists.Traveller(Offenders.Thornbury);
        var perhaps = traveller with { Person = traveller.Person with { Born = BirthDate.Parse("1971"), Documents = [] } };
        var manifest = await border.ScreenAsync(Lists.Out([perhaps]));

        var before = await TextAsync(liaison, manifest);
        Assert.Contains("1 traveller may be of interest: an officer has to decide first.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Thornbury", before, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("segment", before, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("A traveller at segment", await TextAsync(supervisor, manifest), StringComparison.Ordinal);

        await border.ReviewAsync(manifest.Hits()[0], new { decision = "confirm", nominal = "V-70411", rationale = "Same face." });

        var after = await TextAsync(liaison, manifest);
        Assert.Contains("Thornbury", after, StringComparison.Ordinal);
        Assert.DoesNotContain("has to decide", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_found_to_be_somebody_else_waits_for_nobody_any_more_and_is_not_shown_to_the_border()
    {
        var traveller = Lists.Traveller(Offenders.Thornbury);
        var perhaps = traveller with { Person = traveller.Person with { Born = BirthDate.Parse("1971"), Documents = [] } };
        var manifest = await border.ScreenAsync(Lists.Out([perhaps]));
        await border.ReviewAsync(manifest.Hits()[0], new { decision = "reject", rationale = "Another man." });

        Assert.DoesNotContain("has to decide", await TextAsync(liaison, manifest), StringComparison.Ordinal);
        Assert.DoesNotContain("segment", await TextAsync(liaison, manifest), StringComparison.Ordinal);
        Assert.Contains("An officer decided that this is somebody else.", await TextAsync(supervisor, manifest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_that_a_newer_list_takes_back_says_so_on_both()
    {
        var first = await border.ScreenAsync(Lists.Out(Offenders.Thornbury));
        await border.Hub.AdvanceAsync(TimeSpan.FromMinutes(1));
        var second = await border.ScreenAsync(Lists.Out(Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")));

        Assert.Contains("Taken back: this does not hold any more.", await TextAsync(liaison, first), StringComparison.Ordinal);
        Assert.Contains("1 hit of an earlier list is taken back", await TextAsync(liaison, second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_are_known_for_other_reasons_is_not_for_the_border()
    {
        await border.Hub.KnowAsync(Offenders.Hollowbread with { Registers = ["yot"], NotificationPeriods = [] });
        var manifest = await border.ScreenAsync(Lists.Out(Offenders.Hollowbread));

        Assert.DoesNotContain("not the border", await TextAsync(liaison, manifest), StringComparison.Ordinal);
        Assert.Contains("Known, and not the border’s business 1", await TextAsync(supervisor, manifest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_could_not_be_read_are_shown_by_their_lines_and_paged()
    {
        var file = new StringBuilder("flight,from,to,departs,surname,given,dob\nBA9,LHR,BKK,2026-11-22T21:30,Quillfeather,Xanthippe,1990-06-11\n");
        for (var row = 0; row < 60; row++)
        {
            file.Append(CultureInfo.InvariantCulture, $"BA9,LHR,BKK,2026-11-22T21:30,Quillfeather,Xanthippe,{(row == 0 ? "19-05-11" : "soon")}\n");
        }

        var manifest = await border.ScreenAsync(new StringContent(file.ToString(), Encoding.UTF8, "text/csv"));

        var first = await TextAsync(liaison, manifest);
        Assert.Contains("60 rows could not be read", first, StringComparison.Ordinal);
        Assert.Contains("Nobody in 60 rows was compared: they could not be read.", first, StringComparison.Ordinal);
        Assert.Contains("Line 3 ", first, StringComparison.Ordinal);
        Assert.Contains("Line 52 ", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Line 53 ", first, StringComparison.Ordinal);
        Assert.Contains("Page 1 of 2", first, StringComparison.Ordinal);
        var second = Rendered.TextOf(await liaison.GetAsync(AddressOf(manifest) + "?rows=2"));
        Assert.Contains("Line 53 ", second, StringComparison.Ordinal);
        Assert.Contains("Line 62 ", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Line 52 ", second, StringComparison.Ordinal);
        foreach (var nonsense in new[] { "0", "-1", "x", "99999999999" })
        {
            Assert.Contains("Page 1 of 2", Rendered.TextOf(await liaison.GetAsync($"{AddressOf(manifest)}?rows={nonsense}")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_refused_from_the_drop_folder_says_why_and_what_to_do()
    {
        var id = await border.Hub.Services.GetRequiredService<ManifestIntake>().RefuseAsync(
            new ManifestRefusedException(new ManifestPlace(1), "header-missing", "The first line cannot be read as names of columns."), new ManifestOrigin(new("manifest-drop", "system"), "list.csv", null, 1), null, CancellationToken.None);

        var page = Rendered.TextOf(await liaison.GetAsync($"/desk/manifests/{id}"));

        Assert.Contains("The first line cannot be read as names of columns. See line 1 of the file.", page, StringComparison.Ordinal);
        Assert.Contains("ask the carrier to send it again", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_it_is_screened_the_page_is_loaded_again_with_scripts_or_without_and_then_no_more()
    {
        var file = await border.Hub.Services.GetRequiredService<Records>().EditAsync<ManifestRecord>(ManifestRecord.Sort, "held", Actor.Hub, (edit, _) =>
        {
            edit.Audit("test", "Held.");
            return new ManifestRecord { State = ManifestState.Received, ReceivedAt = edit.Now, By = edit.By, Travellers = 300, Done = 120 };
        }, CancellationToken.None);
        var screened = await border.ScreenAsync(Lists.Out(Offenders.Thornbury));

        var during = await liaison.GetAsync($"/desk/manifests/{file.Id}");
        var after = await liaison.GetAsync(AddressOf(screened));

        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"5\" /></noscript>", during, StringComparison.Ordinal);
        Assert.Contains("data-live=\"yes\" data-say=\"120 of 300 travellers compared.\"", during, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv", after, StringComparison.Ordinal);
        Assert.Contains("data-live=\"no\" data-say=\"Screened: 1 hit.\"", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recent_uploads_are_listed_newest_first_by_pages_with_what_came_of_them()
    {
        Assert.Contains("No manifest has been uploaded in the last 7 days.", Rendered.TextOf(await liaison.GetAsync("/desk/manifests")), StringComparison.Ordinal);
        for (var number = 101; number <= 121; number++)
        {
            border.Hub.Time.Advance(TimeSpan.FromSeconds(1));
            await border.UploadAsync(Lists.Edifact(new PaxlstManifest(Lists.Flight($"{number}", "LHR", "BKK", Lists.Leaves, Lists.Leaves.AddHours(18)), [number == 121 ? Lists.Traveller(Offenders.Thornbury) : Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")])));
        }

        await border.Hub.DrainAsync();
        var html = await liaison.GetAsync("/desk/manifests");

        var first = Rendered.TextOf(html);
        Assert.True(first.IndexOf("BA121, ", StringComparison.Ordinal) < first.IndexOf("BA120, ", StringComparison.Ordinal));
        Assert.Contains("Screened 1 hit today, Sunday 22 November 2026, at 8:00am", first, StringComparison.Ordinal);
        Assert.Contains(", by jboc-3", first, StringComparison.Ordinal);
        Assert.Contains("Screened No hits", first, StringComparison.Ordinal);
        Assert.DoesNotContain("BA101, ", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Thornbury", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Quillfeather", html, StringComparison.OrdinalIgnoreCase);
        var next = html[html.IndexOf("/desk/manifests?continuation=", StringComparison.Ordinal)..];
        var second = Rendered.TextOf(await supervisor.GetAsync(next[..next.IndexOf('"', StringComparison.Ordinal)]));
        Assert.Contains("BA101, ", second, StringComparison.Ordinal);
        Assert.DoesNotContain("BA102, ", second, StringComparison.Ordinal);
        Assert.Contains("First page", second, StringComparison.Ordinal);
    }

    private static string AddressOf(JsonElement manifest) => $"/desk/manifests/{manifest.Text("id")}";

    private static async Task<string> TextAsync(DeskClient desk, JsonElement manifest) => Rendered.TextOf(await desk.GetAsync(AddressOf(manifest)));
}
