using Hub.Desk.Tests.Browsers;
using Hub.Functions.Identity;
using Hub.Functions.Tests;
using Hub.Functions.Tests.Identity;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>Signing in on another site's page, with what a browser makes of cookies, forms and redirects between the two.</summary>
public sealed class WorkAccountTests : IAsyncLifetime
{
    private MetadataServer issuer = null!;
    private TestHub hub = null!;

    public async Task InitializeAsync()
    {
        issuer = await MetadataServer.StartAsync();
        hub = await TestHub.StartAsync(with: options => options with
        {
            Identity = new IdentitySettings { Issuer = MetadataServer.Issuer, Audience = MetadataServer.Audience, MetadataAddress = issuer.Address },
        });
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [BrowserFact]
    public async Task Somebody_comes_back_from_the_issuers_page_signed_in_and_goes_out_again()
    {
        // Another name for this machine than the issuer's: to a browser they are two sites.
        await using var desk = await Browsers.Desk.OpenAsync(new UriBuilder(hub.Anonymous.BaseAddress!) { Host = "localhost" }.Uri);
        await desk.Page.GotoAsync("/sign-in?to=%2Fstatus");
        await desk.IsFineAsync("sign-in-work-account");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with your work account" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Continue as Amara Osei" }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByText("Amara Osei")).ToBeVisibleAsync();
        Assert.Equal("/status", new Uri(desk.Page.Url).AbsolutePath);
        await desk.Page.ReloadAsync();
        await Assertions.Expect(desk.Page.GetByText("Amara Osei")).ToBeVisibleAsync();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out of the hub" })).ToBeVisibleAsync();
        await desk.IsFineAsync("signed-out");
    }

    [BrowserFact]
    public async Task Somebody_without_a_role_is_told_whom_to_ask()
    {
        issuer.Somebody = new() { ["sub"] = "y-2", ["name"] = "Jo Newcomer" };
        await using var desk = await Browsers.Desk.OpenAsync(new UriBuilder(hub.Anonymous.BaseAddress!) { Host = "localhost" }.Uri);
        await desk.Page.GotoAsync("/sign-in");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with your work account" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Continue as Jo Newcomer" }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByText("it has no role in the hub")).ToBeVisibleAsync();
        await desk.IsFineAsync("sign-in-no-role");
    }
}
