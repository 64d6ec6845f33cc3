using Hub.Desk.Tests.Browsers;
using Hub.Functions.Tests;
using Hub.Functions.Tests.Desk;
using Hub.Functions.Tests.House;
using Hub.Notices;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>A notice read, acknowledged and printed.</summary>
public sealed class NoticePageTests
{
    private static readonly DateTimeOffset Now = TestHub.Start;

    [BrowserFact]
    public async Task A_notice_is_read_from_the_inbox_and_acknowledged_by_keyboard_alone()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.Hub.ArrestAsync(new Arrest());
        await desk.SignInAsync("yotOfficer", "Camden", name: "Amara Osei");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Child arrested" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByText("Ottilie Featherstone")).ToBeVisibleAsync();
        await desk.IsFineAsync("notice");
        await PrintAsync(desk, "notice-print");

        for (var i = 0; i < 30 && !await desk.Page.EvaluateAsync<bool>("document.activeElement.textContent === 'Acknowledge this notice'"); i++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
        }

        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByText("The notice is acknowledged.")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge this notice" })).ToHaveCountAsync(0);
        await desk.IsFineAsync("notice-acknowledged");
    }

    [BrowserFact]
    public async Task Every_state_and_a_full_content_is_fine()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        var ids = await desk.Hub.AddNoticesAsync(
            NoticesAdded.Draft("A deported offender is to land", "jigsaw:camden", NoticeKind.DeportedOffender, Offender),
            NoticesAdded.Draft("Return flight to be met", "jigsaw:camden", NoticeKind.Interception, new { flight = "BA10", airport = "LHR" }) with { NotBefore = Now.AddDays(1), Due = Now.AddDays(3), EscalateTo = Recipient.Supervisors },
            NoticesAdded.Draft("Suspected breach: travel not notified", "jigsaw:camden", NoticeKind.TravelBreach, new { nominal = "N-1", flight = "BA9, London Heathrow (LHR) to Bangkok Suvarnabhumi (BKK)" }) with { Due = Now.AddHours(-1), EscalateTo = Recipient.Supervisors, Priority = NoticePriority.Urgent });
        await desk.Hub.WithdrawAsync(ids[1], "The return is planned otherwise now.");
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "Marta Kowalska");
        foreach (var (id, name) in ids.Zip(["notice-full", "notice-withdrawn", "notice-overdue"]))
        {
            await desk.Page.GotoAsync($"/desk/notices/{id}");
            await desk.IsFineAsync(name);
        }

        var planned = await desk.Hub.AddNoticesAsync(NoticesAdded.Draft("A watched person's return flight lands", "jigsaw:camden", NoticeKind.ReturnFlight) with { NotBefore = Now.AddDays(1) });
        await desk.Page.GotoAsync($"/desk/notices/{planned[0]}");
        await desk.IsFineAsync("notice-planned");
        await desk.Page.GotoAsync($"/desk/notices/{ids[0]}");
        await PrintAsync(desk, "notice-full-print");
    }

    /// <summary>As on paper, A4 less its margins: nothing to press, nothing cut off.</summary>
    private static async Task PrintAsync(Browsers.Desk desk, string name)
    {
        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await desk.Page.SetViewportSizeAsync(718, 1046);
        await desk.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screens", $"{name}.png"), FullPage = true });
        Assert.True(await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 718);
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Why you were told" })).ToBeVisibleAsync();
        await desk.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await desk.Page.SetViewportSizeAsync(1280, 900);
    }

    private static readonly object Offender = new
    {
        person = new { names = new[] { new { surname = "Thornbury", given = new[] { "Alaric" } }, new { surname = "Thornbery", given = new[] { "Al" } } }, born = "1971-03-04", sex = "male", nationality = "GBR", documents = new[] { new { type = "P", number = "533380006", issuingState = "GBR", expiry = "2030-01-02" } } },
        convictions = new[] { new { offence = "Rape", country = "THA", date = "2019", sentence = "7 years", sexual = true, violent = true }, new { offence = "Assault", country = "THA", date = "2019-02", sentence = "1 year", sexual = false, violent = true } },
        deportingState = "THA",
        flight = "BA10",
        port = "LHR",
        lands = new { day = "2026-11-24", earliest = "2026-11-24T06:15:00+00:00", latest = "2026-11-24T06:15:00+00:00" },
        intendedAddress = new { lines = new[] { "3 Albert Street" }, postcode = "NW1 7NB", borough = "Camden" },
        noFixedAbode = false,
        riskLevel = "veryHigh",
        riskInformation = new[] { "Refused treatment in prison.", "Has named a former partner in letters." },
    };
}
