using Hub.Functions.Tests;
using Microsoft.Playwright;

namespace Hub.Desk.Tests.Browsers;

/// <summary>A hub and a browser on it.</summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly List<string> complaints = [];
    private readonly IBrowserContext context;

    private readonly TestHub? hub;

    private Desk(TestHub? hub, IBrowserContext context, IPage page)
    {
        this.hub = hub;
        this.context = context;
        Page = page;
        page.SetDefaultTimeout(10_000);
        Listen(page);
    }

    /// <exception cref="InvalidOperationException">It is a hub that the test started otherwise.</exception>
    public TestHub Hub => hub ?? throw new InvalidOperationException("This hub is not the tests' own.");

    /// <summary>The tab that is looked at.</summary>
    public IPage Page { get; }

    /// <summary>What the browser complained of: scripts that failed, what the page may not load, answers of 500 and above.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <param name="scripts">False: as in a browser without any script.</param>
    public static async Task<Desk> OpenAsync(bool scripts = true)
    {
        var hub = await TestHub.StartAsync();
        var browser = await SharedBrowser.GetAsync();
        var context = await browser.NewContextAsync(new() { BaseURL = hub.Anonymous.BaseAddress!.ToString(), JavaScriptEnabled = scripts, ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "en-GB" });
        return new Desk(hub, context, await context.NewPageAsync());
    }

    /// <summary>A browser on a hub that runs already, and goes on when the browser is closed.</summary>
    public static async Task<Desk> OpenAsync(Uri address)
    {
        var browser = await SharedBrowser.GetAsync();
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "en-GB" });
        return new Desk(null, context, await context.NewPageAsync());
    }

    /// <summary>Signs in with a token, as on the page for it, and stays on the role's first page.</summary>
    public async Task SignInAsync(string role, string? borough = null, string? agency = null, string? name = null)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("Your token").FillAsync(Hub.TokenOf(role, borough, agency, name));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        // A click does not wait for where it leads, and the next step would be cut short by that.
        await Page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Another person on the same hub, in a browser of their own.</summary>
    public async Task<Desk> BesideAsync()
    {
        var browser = await SharedBrowser.GetAsync();
        var other = await browser.NewContextAsync(new() { BaseURL = Hub.Anonymous.BaseAddress!.ToString(), ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "en-GB" });
        return new Desk(Hub, other, await other.NewPageAsync()) { IsGuest = true };
    }

    private bool IsGuest { get; init; }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        if (!IsGuest && hub is not null)
        {
            await hub.DisposeAsync();
        }
    }

    private void Listen(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                complaints.Add($"{response.Status} {response.Url}");
            }
        };
    }
}

/// <summary>One browser for all tests: each has a context of its own, as private as another browser.</summary>
internal static class SharedBrowser
{
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    public static Task<IBrowser> GetAsync() => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
