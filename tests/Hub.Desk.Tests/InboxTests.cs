using Hub.Desk.Tests.Browsers;
using Hub.Functions.Tests;
using Hub.Functions.Tests.Desk;
using Hub.Notices;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>A working day's first page.</summary>
public sealed class InboxTests
{
    private static readonly DateTimeOffset Now = TestHub.Start;

    [BrowserFact]
    public async Task An_officer_acknowledges_one_then_all_the_rest()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await FillAsync(desk.Hub);
        await desk.SignInAsync("yotOfficer", "Camden", name: "Amara Osei");
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("5 open, 1 overdue");
        await desk.IsFineAsync("inbox");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge 1: Child arrested" }).ClickAsync();
        await Expect(desk.Page.GetByText("1 notice acknowledged.")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("4 open, none overdue");
        await desk.IsFineAsync("inbox-done");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge those ticked" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "Tick the notices you have read." })).ToBeVisibleAsync();
        await desk.IsFineAsync("inbox-wrong");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Tick all on this page" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(4);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge those ticked" }).ClickAsync();
        await Expect(desk.Page.GetByText("4 notices acknowledged.")).ToBeVisibleAsync();
        await desk.IsFineAsync("inbox-empty");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Acknowledged", Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByText("Acknowledged by Amara Osei (YOT officer)").First).ToBeVisibleAsync();
        await desk.IsFineAsync("inbox-acknowledged");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Planned", Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByText("Will be raised")).ToBeVisibleAsync();
        await desk.IsFineAsync("inbox-planned");
    }

    [BrowserFact]
    public async Task Notices_are_ticked_and_acknowledged_by_keyboard_alone_and_without_scripts()
    {
        await using var desk = await Browsers.Desk.OpenAsync(scripts: false);
        await FillAsync(desk.Hub);
        await desk.SignInAsync("yotOfficer", "Camden", name: "Amara Osei");

        await TabToAsync(desk.Page, "document.activeElement.id === 'notice-2'");
        await desk.Page.Keyboard.PressAsync("Space");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(desk.Page.GetByText("1 notice acknowledged.")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("4 open, 1 overdue");
    }

    [BrowserFact]
    public async Task What_others_were_first_with_is_told_notice_by_notice()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        var ids = await FillAsync(desk.Hub);
        await desk.SignInAsync("yotOfficer", "Camden", name: "Amara Osei");
        await using var colleague = await desk.BesideAsync();
        await colleague.SignInAsync("yotOfficer", "Camden", name: "Ben Whitlock");
        await colleague.Page.GotoAsync("/desk/inbox");
        await colleague.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge 1: Child arrested" }).ClickAsync();
        await Expect(colleague.Page.GetByText("1 notice acknowledged.")).ToBeVisibleAsync();
        await desk.Hub.WithdrawAsync(ids[3], "It was another child.");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Tick all on this page" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge those ticked" }).ClickAsync();

        await Expect(desk.Page.GetByText("3 notices acknowledged, 1 had been already. 1 notice was withdrawn meanwhile.")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("Acknowledged by Ben Whitlock (YOT officer)")).ToBeVisibleAsync();
        await desk.IsFineAsync("inbox-others-first");
    }

    [BrowserFact]
    public async Task New_notices_are_told_of_while_the_page_stays_open()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await FillAsync(desk.Hub);
        await desk.SignInAsync("yotOfficer", "Camden", name: "Amara Osei");
        await desk.Page.Clock.InstallAsync();
        await desk.Page.GotoAsync("/desk/inbox");
        await desk.Hub.AddNoticesAsync(NoticesAdded.Draft("Just in"), NoticesAdded.Draft("This too"));

        await desk.Page.Clock.FastForwardAsync(31_000);

        var link = desk.Page.GetByRole(AriaRole.Link, new() { Name = "2 new notices: load them" });
        await Expect(link).ToBeVisibleAsync();
        await desk.IsFineAsync("inbox-news");
        await link.ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "Just in" })).ToBeVisibleAsync();
        await Expect(link).Not.ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_auditor_chooses_whose_inbox()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await FillAsync(desk.Hub);
        await desk.SignInAsync("auditor", name: "Adaeze Cole");
        await desk.Page.GotoAsync("/desk/inbox");
        await desk.IsFineAsync("inbox-choose");

        await desk.Page.GetByLabel("Team").SelectOptionAsync("Youth offending team");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show the inbox" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose the borough");
        await desk.IsFineAsync("inbox-choose-wrong");
        await desk.Page.GetByLabel("Borough or force").SelectOptionAsync("Camden");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show the inbox" }).ClickAsync();

        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("5 open, 1 overdue");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" })).ToHaveCountAsync(0);
        await desk.IsFineAsync("inbox-auditor");
    }

    private static async Task<string[]> FillAsync(TestHub hub) => await hub.AddNoticesAsync(
        NoticesAdded.Draft("Child arrested", content: Arrest(-26, "Islington custody")) with { Due = Now.AddHours(-2), Priority = NoticePriority.Urgent },
        NoticesAdded.Draft("Child arrested ", content: Arrest(-21, "Holborn custody")) with { Due = Now.AddHours(3).AddMinutes(20), Priority = NoticePriority.Urgent },
        NoticesAdded.Draft("Child arrested  ", content: Arrest(-2, "Kentish Town custody")) with { Due = Now.AddHours(22) },
        NoticesAdded.Draft("Child arrested   ", content: Arrest(-1, "Charing Cross custody")) with { Due = Now.AddHours(23) },
        NoticesAdded.Draft("Home borough of an arrested child not known", kind: NoticeKind.ResidenceUnknown, content: Arrest(-1, "Charing Cross custody")),
        NoticesAdded.Draft("Return flight to be met", kind: NoticeKind.Interception, content: new { flight = "BA10" }) with { NotBefore = Now.AddDays(3) });

    private static object Arrest(int hours, string station) => new { arrestedAt = Now.AddHours(hours), station };

    private static async Task TabToAsync(IPage page, string there)
    {
        for (var i = 0; i < 60 && !await page.EvaluateAsync<bool>(there); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
