namespace Hub.Desk.Tests.Browsers;

/// <summary>Where the browser of these tests is.</summary>
internal static class Chromium
{
    /// <summary>The environment variable with its path. Set to <c>required</c>, a browser must be in one of the usual places.</summary>
    public const string Variable = "HUB_CHROMIUM";

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>Null where there is none.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        var said = Environment.GetEnvironmentVariable(Variable);
        if (said is { Length: > 0 } and not "required")
        {
            return File.Exists(said) ? said : throw new InvalidOperationException($"{Variable} names {said}, and there is no such file.");
        }

        var found = UsualPlaces.FirstOrDefault(File.Exists);
        return found is null && said == "required" ? throw new InvalidOperationException($"{Variable} says that a browser is required, and none is in: {string.Join(", ", UsualPlaces)}.") : found;
    }
}

/// <summary>A test in a real browser; skipped, and said so, where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Path is null ? NoBrowser.Words : null;
}

/// <summary>As <see cref="BrowserFactAttribute"/>, once for each of its data.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Path is null ? NoBrowser.Words : null;
}

internal static class NoBrowser
{
    public const string Words = $"NO BROWSER: the desk was NOT tested. Install Chromium (Debian: apt-get install chromium), or set {Chromium.Variable} to its path.";
}
