using System.Globalization;
using System.Text;
using Hub.Auditing;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Hub.Cases;
using Hub.Desk.Tests.Browsers;
using Hub.Functions.Tests.Border;
using Hub.Testing.Manifests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>A border liaison with a file in hand.</summary>
public sealed class ManifestTests
{
    private static readonly string Nobody = PaxlstText.Write(new PaxlstManifest(Lists.Flight("11", "LHR", "BKK", Lists.Leaves, Lists.Leaves.AddHours(18)), [Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")]));
    private static readonly string Elsewhere = PaxlstText.Write(new PaxlstManifest(Lists.Flight("117", "LHR", "JFK", Lists.Leaves, Lists.Leaves.AddHours(3)), [Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")]));
    private static readonly string WithHits = PaxlstText.Write(Lists.Out([Lists.Traveller(Offenders.Thornbury, booking: "QX7RT2"), Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11"), Perhaps]));

    private static PaxlstPerson Perhaps => Lists.Traveller(Offenders.Hollowbread) with { Person = Lists.Traveller(Offenders.Hollowbread).Person with { Born = Persons.BirthDate.Parse("1965"), Documents = [] } };

    [BrowserFact]
    public async Task A_manifest_is_chosen_sent_and_its_hits_come_without_loading_the_page_again()
    {
        await using var desk = await OpenAsync();
        await desk.IsFineAsync("manifests-empty");

        await desk.Page.GetByLabel("Drop manifests here").SetInputFilesAsync(FileOf("BA9.edi", WithHits));
        await Assertions.Expect(desk.Page.GetByText("Taken in: 3 travellers on 1 flight.").First).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator("#recent").GetByText("BA9, London Heathrow")).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "See what is found in BA9.edi" }).ClickAsync();
        await desk.Hub.DrainAsync();

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Alaric Peverell Thornbury" })).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.GetByText("1 traveller may be of interest: an officer has to decide first.")).ToBeVisibleAsync();
        await desk.IsFineAsync("manifest-hits");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Back to manifests" }).ClickAsync();
        await desk.IsFineAsync("manifests");
    }

    [BrowserFact]
    public async Task Several_files_are_sent_one_by_one_and_each_says_what_became_of_it()
    {
        await using var desk = await OpenAsync();

        await desk.Page.GetByLabel("Drop manifests here").SetInputFilesAsync(
        [
            FileOf("hits.edi", WithHits),
            FileOf("new-york.edi", Elsewhere),
            FileOf("empty.csv", ""),
            new FilePayload { Name = "day.edi", MimeType = "application/edifact", Buffer = new byte[17 * 1024 * 1024] },
            FileOf("nobody.edi", Nobody),
            FileOf("nobody again.edi", Nobody),
        ]);

        await Assertions.Expect(Row(desk, "nobody again.edi")).ToContainTextAsync("This file was sent before");
        await Assertions.Expect(Row(desk, "hits.edi")).ToContainTextAsync("Taken in: 3 travellers on 1 flight.");
        await Assertions.Expect(Row(desk, "new-york.edi")).ToContainTextAsync("No flight in the file is on a monitored route (BA117 LHR-JFK).");
        await Assertions.Expect(Row(desk, "empty.csv")).ToContainTextAsync("The file is empty. Check that you chose the right file.");
        await Assertions.Expect(Row(desk, "day.edi")).ToContainTextAsync("The file is larger than 16 MB. Send it in parts.");
        await desk.Hub.DrainAsync();
        await Assertions.Expect(desk.Page.Locator("#recent").GetByText("2 hits")).ToBeVisibleAsync();
        await desk.IsFineAsync("manifests-sent");
    }

    [BrowserFact]
    public async Task Files_can_be_dropped()
    {
        await using var desk = await OpenAsync();

        await desk.Page.EvaluateAsync("""
            content => {
              const dropped = new DataTransfer()
              dropped.items.add(new File([content], 'dropped.edi'))
              const zone = document.querySelector('.desk-upload__drop')
              zone.dispatchEvent(new DragEvent('dragover', { dataTransfer: dropped, bubbles: true, cancelable: true }))
            }
            """, WithHits);
        await Assertions.Expect(desk.Page.Locator(".desk-upload__drop--over")).ToBeVisibleAsync();
        await desk.IsFineAsync("manifests-drag");
        await desk.Page.EvaluateAsync("""
            content => {
              const dropped = new DataTransfer()
              dropped.items.add(new File([content], 'dropped.edi'))
              document.querySelector('.desk-upload__drop').dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }))
            }
            """, WithHits);

        await Assertions.Expect(Row(desk, "dropped.edi")).ToContainTextAsync("Taken in: 3 travellers on 1 flight.");
        await Assertions.Expect(desk.Page.Locator(".desk-upload__drop--over")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task By_the_keyboard_alone_the_flight_is_entered_a_file_chosen_and_its_page_opened()
    {
        await using var desk = await OpenAsync();
        await desk.Page.Locator("summary", new() { HasText = "The file does not name the flight" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        foreach (var text in new[] { "BA9", "LHR", "BKK", "2026-11-22T21:30" })
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            await desk.Page.Keyboard.TypeAsync(text);
        }

        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.IsFineAsync("manifests-flight");

        // What Enter then opens is the system's own dialog, which a browser gives to one page at a time.
        var chosen = desk.Page.Locator("input[type=file]").First;
        await Assertions.Expect(chosen).ToBeFocusedAsync();
        await chosen.SetInputFilesAsync(FileOf("list.csv", "Surname,Given names,Date of birth,Passport number\nThornbury,Alaric Peverell,1971-03-04,533401372\n"));
        await Assertions.Expect(Row(desk, "list.csv")).ToContainTextAsync("Taken in: 1 traveller on 1 flight.");
        await desk.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "See what is found in list.csv" })).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "BA9, London Heathrow" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Without_scripts_one_file_is_sent_by_the_form_and_what_came_of_it_shown()
    {
        await using var desk = await OpenAsync(scripts: false);

        await desk.Page.GetByLabel("Manifest", new() { Exact = true }).SetInputFilesAsync(FileOf("new-york.edi", Elsewhere));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "There is a problem" })).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.GetByText("No flight in the file is on a monitored route (BA117 LHR-JFK).").First).ToBeVisibleAsync();
        await desk.Page.GetByLabel("Manifest", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "day.edi", MimeType = "application/edifact", Buffer = new byte[17 * 1024 * 1024] });
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("The file is larger than the 16 MB taken this way.").First).ToBeVisibleAsync();

        var id = await HeldAsync(desk);
        await desk.Page.GotoAsync($"/desk/manifests/{id}");
        await Assertions.Expect(desk.Page.GetByText("120,000 of 300,000 travellers compared.")).ToBeVisibleAsync();
        await EndAsync(desk, id);

        // Chromium without scripts still reads a page as one with them: what is for those without is checked on the page as sent.
        await desk.Page.ReloadAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "No hits" })).ToBeVisibleAsync();

        await desk.Page.GotoAsync("/desk/manifests");
        await desk.Page.GetByLabel("Manifest", new() { Exact = true }).SetInputFilesAsync(FileOf("BA9.edi", WithHits));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("Taken in: 3 travellers on 1 flight.")).ToBeVisibleAsync();
        await desk.Hub.DrainAsync();
        await desk.Page.ReloadAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Alaric Peverell Thornbury" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_form_that_is_wrong_says_what_and_keeps_what_was_entered()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GetByText("The file does not name the flight").ClickAsync();
        await desk.Page.GetByLabel("Flight", new() { Exact = true }).FillAsync("BA9");

        // As in a browser whose scripts did not come.
        await desk.Page.EvaluateAsync("document.querySelector('[data-upload]').submit()");

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "Choose a manifest." })).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.GetByLabel("Flight", new() { Exact = true })).ToHaveValueAsync("BA9");
        await desk.IsFineAsync("manifests-wrong");
    }

    [BrowserFact]
    public async Task How_far_the_screening_is_shows_by_itself_and_is_read_out()
    {
        await using var desk = await OpenAsync();
        var id = await HeldAsync(desk);
        await desk.Page.GotoAsync($"/desk/manifests/{id}");
        await Assertions.Expect(desk.Page.GetByText("120,000 of 300,000 travellers compared. 2 hits so far.")).ToBeVisibleAsync();
        await desk.IsFineAsync("manifest-screening");

        await ChangeAsync(desk, id, manifest => manifest with { Done = 240_000 });
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("240,000 of 300,000 travellers compared. 2 hits so far.");
        await EndAsync(desk, id);

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Screened: no hits.");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "No hits" })).ToBeVisibleAsync();
        await desk.IsFineAsync("manifest-no-hits");
    }

    [BrowserFact]
    public async Task Rows_that_could_not_be_read_are_shown_by_their_lines()
    {
        await using var desk = await OpenAsync();
        var file = new StringBuilder("flight,from,to,departs,surname,given,dob\nBA9,LHR,BKK,2026-11-22T21:30,Quillfeather,Xanthippe,1990-06-11\n");
        for (var row = 0; row < 60; row++)
        {
            file.Append(CultureInfo.InvariantCulture, $"BA9,LHR,BKK,2026-11-22T21:30,{(row % 3 == 0 ? "" : "Quillfeather")},{(row % 3 == 0 ? "" : "Xanthippe")},{(row % 3 == 1 ? "19-05-11" : "soon")}\n");
        }

        await desk.Page.GetByLabel("Drop manifests here").SetInputFilesAsync(FileOf("list.csv", file.ToString()));
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "See what is found in list.csv" }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByText("60 rows could not be read")).ToBeVisibleAsync();
        await desk.Hub.DrainAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "No hits" })).ToBeVisibleAsync();
        await desk.IsFineAsync("manifest-rows");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Next rows" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("Page 2 of 2")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_file_refused_from_the_drop_folder_says_why()
    {
        await using var desk = await OpenAsync();
        var id = await desk.Hub.Services.GetRequiredService<ManifestIntake>().RefuseAsync(
            new ManifestRefusedException(new ManifestPlace(1), "header-missing", "The first line cannot be read as names of columns."), new ManifestOrigin(new("manifest-drop", "system"), "carrier-list.csv", null, 1), null, CancellationToken.None);

        await desk.Page.GotoAsync($"/desk/manifests/{id}");

        await Assertions.Expect(desk.Page.GetByText("See line 1 of the file.")).ToBeVisibleAsync();
        await desk.IsFineAsync("manifest-refused");
    }

    [BrowserFact]
    public async Task A_list_of_matches_says_which_rows_were_not_taken_in()
    {
        await using var desk = await OpenAsync();

        await desk.Page.GetByLabel("List of matches").SetInputFilesAsync(FileOf("matches.csv",
            "reference,surname,given,dob,passport,flight,from,to,departs\nJ-17,Thornbury,Alaric,04/03/1971,533401372,BA9,LHR,BKK,2026-11-22T21:30\nJ-18,Quillfeather,Xanthippe,soon,,BA9,LHR,BKK,2026-11-22\n,Quillfeather,Xanthippe,1990-06-11,,BA9,LHR,BKK,2026-11-22\n"));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Upload the list" }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByText("1 row was taken in.")).ToBeVisibleAsync();
        await desk.IsFineAsync("manifests-matches-wrong");

        await desk.Page.GetByLabel("List of matches").SetInputFilesAsync(FileOf("matches.csv", "reference,surname,given,dob,passport,flight,from,to,departs\nJ-17,Thornbury,Alaric,04/03/1971,533401372,BA9,LHR,BKK,2026-11-22T21:30\n"));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Upload the list" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("1 row taken in.")).ToBeVisibleAsync();
        await desk.IsFineAsync("manifests-matches");
    }

    [BrowserFact]
    public async Task A_supervisor_sees_what_was_uploaded_and_has_no_form()
    {
        await using var desk = await OpenAsync();
        for (var number = 101; number <= 121; number++)
        {
            desk.Hub.Time.Advance(TimeSpan.FromMinutes(7));
            await UploadAsync(desk, PaxlstText.Write(new PaxlstManifest(Lists.Flight($"{number}", "LHR", "BKK", Lists.Leaves, Lists.Leaves.AddHours(18)), [number % 3 == 0 ? Lists.Traveller(Offenders.Thornbury) : Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")])));
        }

        await desk.Hub.DrainAsync();
        await using var supervisor = await desk.BesideAsync();
        await supervisor.SignInAsync("supervisor");
        await supervisor.Page.GotoAsync("/desk/manifests");

        await Assertions.Expect(supervisor.Page.GetByText("BA121, ")).ToBeVisibleAsync();
        await Assertions.Expect(supervisor.Page.Locator("[type=file]")).ToHaveCountAsync(0);
        await supervisor.IsFineAsync("manifests-supervisor");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(supervisor.Page.GetByText("BA101, ")).ToBeVisibleAsync();
        await supervisor.IsFineAsync("manifests-earlier");
    }

    private static async Task<Browsers.Desk> OpenAsync(bool scripts = true)
    {
        var desk = await Browsers.Desk.OpenAsync(scripts);
        await desk.Hub.KnowAsync(Offenders.Thornbury, Offenders.Hollowbread);
        await desk.SignInAsync("borderLiaison", name: "jboc-3");
        await desk.Page.GotoAsync("/desk/manifests");
        return desk;
    }

    private static FilePayload FileOf(string name, string content) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(content) };

    private static ILocator Row(Browsers.Desk desk, string file) => desk.Page.Locator(".desk-upload__row", new() { Has = desk.Page.GetByText(file, new() { Exact = true }) });

    private static async Task UploadAsync(Browsers.Desk desk, string list)
    {
        using var liaison = desk.Hub.As("borderLiaison", name: "jboc-3");
        using var file = Lists.Edifact(list);
        using var answer = await liaison.PostAsync("api/manifests", file);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A manifest whose screening stands still in the middle.</summary>
    private static async Task<CaseId> HeldAsync(Browsers.Desk desk)
    {
        var file = await desk.Hub.Services.GetRequiredService<Records>().EditAsync<ManifestRecord>(ManifestRecord.Sort, "held", new Actor("jboc-3", "borderLiaison"), (edit, _) =>
        {
            edit.Audit("test", "Held.");
            return new ManifestRecord
            {
                State = ManifestState.Received,
                ReceivedAt = edit.Now,
                By = edit.By,
                FileName = "heathrow-day.edi",
                Travellers = 300_000,
                Done = 120_000,
                Hits = 2,
                Lists = [new ManifestListSummary(Lists.Outbound, ListKind.Passengers, ListFunction.Whole, "segment 1", 300_000, Monitored: true)],
            };
        }, CancellationToken.None);
        return file.Id;
    }

    private static Task<CaseFile?> EndAsync(Browsers.Desk desk, CaseId id) => ChangeAsync(desk, id, manifest => manifest with { State = ManifestState.Screened, Done = manifest.Travellers, Hits = 0 });

    private static Task<CaseFile?> ChangeAsync(Browsers.Desk desk, CaseId id, Func<ManifestRecord, ManifestRecord> change) =>
        desk.Hub.Services.GetRequiredService<Records>().EditAsync<ManifestRecord>(id, Actor.Hub, (edit, manifest) =>
        {
            edit.Audit("test", "Changed.");
            return change(manifest);
        }, CancellationToken.None);
}
