using Hub.Desk.Tests.Browsers;
using Hub.Functions.Tests;
using Hub.Functions.Tests.Desk;
using Hub.Notices;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>A supervisor's board.</summary>
public sealed class DeadlinesTests
{
    private static readonly DateTimeOffset Now = TestHub.Start;

    [BrowserFact]
    public async Task A_supervisor_sees_what_is_late_and_filters_it_by_keyboard_alone()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.SignInAsync("supervisor", name: "Ruth Adeyemi");
        await desk.IsFineAsync("deadlines-empty");
        await desk.Hub.AddNoticesAsync(
            NoticesAdded.Draft("Child arrested", content: new { arrestedAt = Now.AddHours(-26), station = "Islington custody" }) with { Due = Now.AddHours(-2), EscalateTo = "ppd:camden", Priority = NoticePriority.Urgent },
            NoticesAdded.Draft("Suspected breach: travel not notified", "jigsaw:brent", NoticeKind.TravelBreach, new { flight = "BA9" }) with { Due = Now.AddHours(2), EscalateTo = Recipient.Supervisors, Priority = NoticePriority.Urgent },
            NoticesAdded.Draft("Child travelling with a watched person", "cait:brent", NoticeKind.ChildTravelling, new { flight = "BA9" }) with { Due = Now.AddHours(9), EscalateTo = Recipient.Supervisors, Priority = NoticePriority.Urgent },
            NoticesAdded.Draft("A deported offender's case needs a decision", Recipient.Supervisors, NoticeKind.DecisionNeeded) with { Due = Now.AddHours(30) });

        await desk.Page.GotoAsync("/desk/deadlines");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("1 notice is overdue");
        await desk.IsFineAsync("deadlines");

        await desk.Page.GetByLabel("Team").FocusAsync();
        await desk.Page.Keyboard.TypeAsync("Jigsaw");
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.TypeAsync("Brent");
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("No notice is overdue");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "Suspected breach: travel not notified" })).ToBeVisibleAsync();
        await desk.IsFineAsync("deadlines-filtered");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Suspected breach" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Suspected breach: travel not notified");
    }
}
