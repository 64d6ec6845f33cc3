using System.Text.Json;
using Hub.Functions.Tests.House;
using Microsoft.Playwright;

namespace Hub.Desk.Tests.Browsers;

/// <summary>What every page must be, whatever it is for.</summary>
internal static class Checked
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Repository.Root, "shared", "Hub.Desk", "node_modules", "axe-core", "axe.min.js")));

    public static readonly string Screens = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;

    /// <summary>
    /// The page has no fault that axe-core finds by WCAG 2.2 AA or its best practices, the browser did not complain, nothing
    /// is wider than a screen of 320 pixels (which is 1280 at 400 %), and every link and button there is large enough.
    /// Pictures of it, wide and narrow, are kept in <c>artifacts/screens</c>.
    /// </summary>
    /// <param name="name">The pictures' name, such as <c>inbox</c>.</param>
    public static async Task IsFineAsync(this Desk desk, string name)
    {
        var page = desk.Page;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Screens, $"{name}.png"), FullPage = true });
        var faults = await FaultsAsync(page);
        await page.SetViewportSizeAsync(320, 800);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Screens, $"{name}-narrow.png"), FullPage = true });
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var narrow = await FaultsAsync(page);
        await page.SetViewportSizeAsync(1280, 900);

        Assert.True(faults.Count == 0, $"{name}: {string.Join("\n", faults)}");
        Assert.True(narrow.Count == 0, $"{name}, narrow: {string.Join("\n", narrow)}");
        Assert.True(width <= 320, $"{name} is {width} pixels wide on a screen of 320.");
        Assert.Empty(desk.Complaints);
    }

    private static async Task<List<string>> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.map(n => n.html) }))");
        return [.. found.EnumerateArray().Select(v => $"{v.GetProperty("id").GetString()}: {v.GetProperty("help").GetString()} {string.Join(" | ", v.GetProperty("nodes").EnumerateArray().Select(n => n.GetString()))}")];
    }
}
