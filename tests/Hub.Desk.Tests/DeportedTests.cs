using Hub.Desk.Tests.Browsers;
using Hub.Functions.Tests;
using Hub.Functions.Tests.DeportedOffenders;
using Hub.Testing.Attachments;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>A deported offender's case, from the alert to the airport and beyond, in a browser.</summary>
public sealed class DeportedTests
{
    private const string List = "/desk/deported-offenders";

    [BrowserFact]
    public async Task A_case_goes_from_the_alert_to_its_end_through_the_pages_alone()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "camden-7");
        await desk.Page.GotoAsync(List);
        await desk.IsFineAsync("deported-list-empty");
        await DeportedAlerts.OfThornburyAsync(desk.Hub);
        await using var senior = await desk.BesideAsync();
        await senior.SignInAsync("supervisor", name: "dci-1");

        // Research.
        var page = desk.Page;
        await page.GotoAsync(List);
        await desk.IsFineAsync("deported-list");
        await page.GetByRole(AriaRole.Link, new() { Name = "Alaric Thornbury" }).ClickAsync();
        await ExpectNextAsync(page, "Next: Finish the research");
        await desk.IsFineAsync("deported-case-received");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write a research note" }).ClickAsync();
        await page.GetByLabel("What did you find out?").FillAsync("He was in Klong Prem until May.\nThe prison knows of no threats.");
        await page.GetByLabel("Where from? (optional)").FillAsync("Bangkok liaison");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the note" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The note was added.")).ToBeVisibleAsync();
        await GiveReasonsAsync(page, "The prison and the embassy were asked.", "The research is complete");
        await Assertions.Expect(page.GetByText("To be done by a supervisor or senior officer.")).ToBeVisibleAsync();
        await desk.IsFineAsync("deported-case-waits-for-another");

        // Decision.
        await senior.Page.GotoAsync(List);
        await senior.Page.GetByRole(AriaRole.Link, new() { Name = "Alaric Thornbury" }).ClickAsync();
        await ExpectNextAsync(senior.Page, "Next: Decide what is to be done");
        await senior.IsFineAsync("deported-case-decide");
        await senior.Page.GetByLabel("A notification order is applied for").CheckAsync();
        await GiveReasonsAsync(senior.Page, "He was convicted of rape, and is young enough to offend again.", "Save the decision");
        await ExpectNextAsync(senior.Page, "Next: Plan the return");

        // Plan.
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan the return" }).ClickAsync();
        await desk.IsFineAsync("deported-plan");
        await page.GetByLabel("Officers who meet the person").FillAsync("DC Moss\nDC Vane");
        await page.GetByLabel("Where and how do they meet?").FillAsync("At gate B36, before the other passengers leave.");
        await GiveReasonsAsync(page, "Both know the terminal.", "Save the plan");
        await ExpectNextAsync(page, "Next: Meet the person");
        await desk.IsFineAsync("deported-case-planned");
        await PrintedAsync(page, "deported-case-print");

        // Meeting.
        await desk.Hub.AdvanceAsync(TimeSpan.FromDays(8.9));
        await senior.Page.GotoAsync(List);
        await senior.IsFineAsync("deported-list-landing");
        await desk.Hub.AdvanceAsync(TimeSpan.FromDays(0.1));
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "camden-7");
        await page.GotoAsync(List);
        await page.GetByRole(AriaRole.Link, new() { Name = "Alaric Thornbury" }).ClickAsync();
        await desk.IsFineAsync("deported-case-landed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the meeting" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the meeting" }).ClickAsync();
        await desk.IsFineAsync("deported-meet-wrong");
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter the day and the time of the meeting." }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Day", new() { Exact = true })).ToBeFocusedAsync();
        foreach (var (box, value) in new[] { ("Day", "1"), ("Month", "12"), ("Year", "2026"), ("Time", "6:40am") })
        {
            await page.GetByLabel(box, new() { Exact = true }).FillAsync(value);
        }

        await page.GetByLabel("Where?").FillAsync("Gate B36");
        foreach (var question in new[] { "Was the person debriefed?", "Were the requirements of a notification order served?", "Was a photograph taken?" })
        {
            await page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel("Yes").CheckAsync();
        }

        foreach (var question in new[] { "Were fingerprints taken?", "Was a DNA sample given?" })
        {
            await page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel("No, the person declined").CheckAsync();
        }

        await GiveReasonsAsync(page, "As planned.", "Save the meeting");

        // Record, referrals, end.
        await ExpectNextAsync(page, "Next: Create the ViSOR record");
        await page.GetByLabel("ViSOR reference").FillAsync("VS/2026/1");
        await GiveReasonsAsync(page, "Created today.", "Save the reference");
        await ExpectNextAsync(page, "Next: Refer the person to MAPPA");
        await desk.IsFineAsync("deported-case-mappa");
        await page.GetByLabel("Category 1").CheckAsync();
        await page.GetByLabel("Level 2").CheckAsync();
        await GiveReasonsAsync(page, "Several agencies will have to do with him.", "Refer the person to MAPPA");
        await ExpectNextAsync(page, "Next: Close the case");
        await GiveReasonsAsync(page, "Nothing is left to do.", "Close the case");
        await ExpectNextAsync(page, "This case is closed");
        await desk.IsFineAsync("deported-case-closed");
        await page.GotoAsync(List);
        await Assertions.Expect(page.GetByText("No open case is your team's.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Of_two_officers_the_second_sees_what_the_first_did_and_sends_what_they_entered_again()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        var id = await ResearchedAsync(desk.Hub);
        await desk.SignInAsync("supervisor", name: "dci-1");
        await using var other = await desk.BesideAsync();
        await other.SignInAsync("supervisor", name: "dci-2");
        await desk.Page.GotoAsync($"{List}/{id}");
        await other.Page.GotoAsync($"{List}/{id}");

        await desk.Page.GetByLabel("No further action is taken").CheckAsync();
        await GiveReasonsAsync(desk.Page, "Nothing to be done.", "Save the decision");
        await other.Page.GetByLabel("The person is managed without an order").CheckAsync();
        await GiveReasonsAsync(other.Page, "He must be met.", "Save the decision");

        await Assertions.Expect(other.Page.GetByText("The senior officer decides: no further action is taken. (dci-1,")).ToBeVisibleAsync();
        await Assertions.Expect(other.Page.GetByLabel("The person is managed without an order")).ToBeCheckedAsync();
        await Assertions.Expect(other.Page.GetByLabel("Reasons")).ToHaveValueAsync("He must be met.");
        await other.IsFineAsync("deported-changed");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Save the decision" }).ClickAsync();
        await ExpectNextAsync(other.Page, "Next: Plan the return");
    }

    [BrowserFact]
    public async Task Files_are_added_refused_and_saved_for_a_reason()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        var id = await CaseHub.OpenAsync(desk.Hub, "N-1", TimeSpan.FromHours(20));
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "camden-7");
        var page = desk.Page;
        await page.GotoAsync($"{List}/{id}");

        await page.GetByLabel("What is the file? (optional)").FillAsync("The prison's record");
        await page.GetByLabel("Choose a file").SetInputFilesAsync(new FilePayload { Name = "record.pdf", MimeType = "application/pdf", Buffer = "MZ no PDF"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the file" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("What is the file? (optional)")).ToHaveValueAsync("The prison's record");
        await desk.IsFineAsync("deported-file-refused");
        await page.GetByLabel("Choose a file").SetInputFilesAsync(new FilePayload { Name = "record.pdf", MimeType = "application/pdf", Buffer = AttachmentSamples.Pdf });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the file" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The file was added.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "record.pdf" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the file" }).ClickAsync();
        await desk.IsFineAsync("deported-file-save-wrong");
        await page.GetByLabel("Why do you need it?").FillAsync("For the court");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save the file" }).ClickAsync());
        Assert.Equal("record.pdf", download.SuggestedFilename);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Save a file" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_note_and_a_step_are_made_by_the_keyboard_alone()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        var id = await CaseHub.OpenAsync(desk.Hub, "N-1", TimeSpan.FromHours(20));
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "camden-7");
        var page = desk.Page;
        await page.GotoAsync($"{List}/{id}");

        await TabToAsync(page, "Write a research note");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await TabToAsync(page, "What did you find out?");
        await page.Keyboard.TypeAsync("Nothing was found.");
        await TabToAsync(page, "Add the note");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("The note was added.")).ToBeVisibleAsync();
        await TabToAsync(page, "Reasons");
        await page.Keyboard.TypeAsync("All were asked.");
        await TabToAsync(page, "The research is complete");
        await page.Keyboard.PressAsync("Enter");

        await ExpectNextAsync(page, "Next: Decide what is to be done");
    }

    [BrowserFact]
    public async Task A_step_needs_no_scripts_and_the_back_button_does_it_no_second_time()
    {
        await using var desk = await Browsers.Desk.OpenAsync(scripts: false);
        var id = await ResearchedAsync(desk.Hub);
        await desk.SignInAsync("supervisor", name: "dci-1");
        var page = desk.Page;
        await page.GotoAsync($"{List}/{id}/moves/decide");
        await page.GetByLabel("The person is managed without an order").CheckAsync();
        await GiveReasonsAsync(page, "He must be met.", "Save the decision");
        await ExpectNextAsync(page, "Next: Plan the return");

        await page.GoBackAsync();

        // The browser has kept what was entered, and the page is of the new revision.
        await Assertions.Expect(page.GetByText("The case is decided.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Reasons")).ToHaveValueAsync("He must be met.");
        await page.GetByLabel("The person is managed without an order").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the decision" }).ClickAsync();

        await ExpectNextAsync(page, "Next: Plan the return");
        using var supervisor = desk.Hub.As("supervisor");
        var read = await supervisor.GetStringAsync(new Uri($"api/deported-offenders/{id}", UriKind.Relative));
        Assert.Equal(2, read.Split("\"outcome\"").Length);
    }

    [BrowserFact]
    public async Task What_cannot_be_done_yet_and_who_may_not_are_told_in_words()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        var id = await CaseHub.OpenAsync(desk.Hub, "N-1");
        await desk.SignInAsync("supervisor", name: "dci-1");

        await desk.Page.GotoAsync($"{List}/{id}/moves/close");
        await desk.IsFineAsync("deported-not-yet");
        foreach (var move in new[] { "transfer", "refer-housing", "refer-mappa", "missed" })
        {
            await desk.Page.GotoAsync($"{List}/{id}/moves/{move}");
            await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "This cannot be done yet" })).ToBeVisibleAsync();
        }

        await desk.SignInAsync("jigsawOfficer", "Brent");
        await desk.Page.GotoAsync($"{List}/{id}");
        await desk.IsFineAsync("deported-not-yours");
    }

    private static Task ExpectNextAsync(IPage page, string heading) => Assertions.Expect(page.Locator("#next")).ToHaveTextAsync(heading);

    private static async Task GiveReasonsAsync(IPage page, string why, string button)
    {
        await page.GetByLabel("Reasons").FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private static async Task TabToAsync(IPage page, string name)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            if (await page.EvaluateAsync<string>("() => { const at = document.activeElement; return at.labels?.[0]?.textContent ?? at.textContent }") is { } text && text.Trim() == name)
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key does not lead to \"{name}\".");
    }

    private static async Task PrintedAsync(IPage page, string name)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(794, 1123);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Checked.Screens, $"{name}.png"), FullPage = true });
        await Assertions.Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("DC Moss, DC Vane meet the person").First).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    private static async Task<string> ResearchedAsync(TestHub hub)
    {
        var id = await CaseHub.OpenAsync(hub, "N-1", TimeSpan.FromDays(9));
        await DeportedAlerts.ResearchAsync(hub, id);
        return id;
    }
}
