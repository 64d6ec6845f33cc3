using Hub.Desk.Tests.Browsers;
using Hub.Functions.Identity;
using Hub.Functions.Tests;
using Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>Coming in and going out.</summary>
public sealed class SignInTests
{
    [BrowserFact]
    public async Task Somebody_signs_in_with_a_token_and_out_again()
    {
        await using var desk = await Browsers.Desk.OpenAsync();

        await desk.Page.GotoAsync("/desk");
        await desk.IsFineAsync("sign-in");
        await desk.Page.GetByLabel("Your token").FillAsync("nonsense");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await desk.IsFineAsync("sign-in-refused");
        Assert.StartsWith("Error: ", await desk.Page.TitleAsync(), StringComparison.Ordinal);

        await desk.SignInAsync("auditor", name: "A. Auditor");
        await Assertions.Expect(desk.Page.GetByText("A. Auditor")).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByLabel("Your token")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_page_of_how_the_hub_is_is_fine()
    {
        await using var desk = await Browsers.Desk.OpenAsync();

        await desk.Page.GotoAsync("/status");

        await desk.IsFineAsync("status");
    }

    [BrowserFact]
    public async Task A_page_says_quietly_that_the_session_is_about_to_end()
    {
        var clock = new ManualTime(TimeProvider.System.GetUtcNow());
        await using var hub = await TestHub.StartAsync(with: options => options with
        {
            Adapters = services =>
            {
                options.Adapters(services);
                var own = services.Last(s => s.ServiceType == typeof(TokenSettings)).ImplementationFactory!;
                services.AddSingleton(provider => (TokenSettings)own(provider) with { Clock = clock });
            },
        });
        await using var desk = await Browsers.Desk.OpenAsync(hub.Anonymous.BaseAddress!);
        await desk.Page.GotoAsync("/sign-in?to=%2Fstatus");
        await desk.Page.GetByLabel("Your token").FillAsync(hub.TokenOf("supervisor"));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await desk.Page.WaitForURLAsync("**/status");
        clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromMinutes(10));
        await desk.Page.ReloadAsync();

        await Assertions.Expect(desk.Page.GetByText("You are signed in until")).ToBeVisibleAsync();
        await desk.IsFineAsync("session-ending");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "sign in again" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByLabel("Your token")).ToBeVisibleAsync();
    }
}
