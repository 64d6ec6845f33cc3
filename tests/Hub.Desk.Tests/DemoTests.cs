using Hub.Desk.Tests.Browsers;
using Hub.Functions.Demo;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Tests.Demo;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>The demonstration: whoever one chooses to be, the hub opens on a page with something in it.</summary>
public sealed class DemoTests(DemoHub demo) : IClassFixture<DemoHub>
{
    /// <summary>In the order of the page.</summary>
    public static TheoryData<string> People => [.. DemoPeople.All.Select(p => p.Person.Id)];

    [BrowserFact]
    public async Task The_page_to_choose_on_offers_everybody_with_what_waits_for_them()
    {
        await using var desk = await OpenAsync();

        await desk.Page.GotoAsync("/");

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Who do you want to be?" })).ToBeVisibleAsync();
        await desk.IsFineAsync("demo-people");
        foreach (var person in DemoPeople.All)
        {
            await Assertions.Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = $"Sign in as {person.Person.Name}" })).ToBeVisibleAsync();
            await Assertions.Expect(desk.Page.GetByText(person.Person.Morning)).ToBeVisibleAsync();
        }
    }

    [BrowserTheory]
    [MemberData(nameof(People))]
    public async Task Somebody_chosen_comes_to_a_first_page_with_something_in_it(string id)
    {
        var (person, caller) = DemoPeople.All.Single(p => p.Person.Id == id);
        var start = DeskSection.StartOf(caller);
        await using var desk = await OpenAsync();
        await desk.Page.GotoAsync("/");

        var landed = await desk.Page.RunAndWaitForResponseAsync(
            () => desk.Page.GetByRole(AriaRole.Button, new() { Name = $"Sign in as {person.Name}" }).ClickAsync(),
            response => response.Request.IsNavigationRequest && response.Status is not (302 or 303));

        await Assertions.Expect(desk.Page.GetByText(person.Name)).ToBeVisibleAsync();
        await desk.IsFineAsync($"demo-{id}");
        Assert.Equal(start, new Uri(landed.Url).AbsolutePath);
        Assert.True(landed.Status == 200, $"{person.Name} comes to {landed.Url}: {landed.Status}");
        Assert.True(await desk.Page.Locator("main").Locator("a, button").CountAsync() > 1, $"{person.Name} comes to {landed.Url}, and nothing is to be done there.");
    }

    [BrowserFact]
    public async Task Somebody_else_can_be_chosen_by_keyboard_alone()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GotoAsync("/");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in as Amara Osei" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByText("Amara Osei")).ToBeVisibleAsync();

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in as somebody else" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in as Martin Fry" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(desk.Page.Locator(".desk-header")).ToContainTextAsync("Martin Fry");
        await Assertions.Expect(desk.Page.Locator(".desk-header")).Not.ToContainTextAsync("Amara Osei");
    }

    private Task<Browsers.Desk> OpenAsync() => Browsers.Desk.OpenAsync(demo.Address);
}
