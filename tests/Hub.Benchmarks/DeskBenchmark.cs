using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Hub.Embedded.Identity;

namespace Hub.Benchmarks;

/// <summary>
/// Every page of a desk at its fullest, over HTTP from a hub in a process of its own: how long each takes, one after
/// another, from the request to its last byte, and how large it is as it is sent.
/// </summary>
internal static partial class DeskBenchmark
{
    private const int PostsAtOnce = 32;
    private const int WarmUps = 30;

    public static async Task<int> RunAsync(int nominals, int notices, int times, TextWriter output, CancellationToken cancellationToken)
    {
        var sample = new DeskSample(nominals, notices);
        await using var hub = await BenchmarkHub.StartAsync(folder => DayBenchmark.LoadAsync(folder, sample.Register(), cancellationToken));
        using var supervisor = hub.Client("supervisor");
        await DayBenchmark.WaitAsync(supervisor, h => h.GetProperty("ready").GetBoolean(), cancellationToken);
        await FillAsync(hub, sample, cancellationToken);
        await DayBenchmark.WaitAsync(supervisor, DayBenchmark.Settled, cancellationToken);
        await output.WriteLineAsync($"{Machine.Describe()}; {nominals:N0} nominals; {sample.Arrests:N0} arrests with {notices:N0} notices; each page {times} times, one after another; browser on the same machine");

        var assets = 0;
        using var issuer = EmbeddedIssuer.Open(hub.Folder);
        foreach (var (name, role, borough, find) in Pages)
        {
            using var visitor = await DeskVisitor.SignInAsync(hub.Process.Address, issuer, role, borough);
            var path = await find(visitor);
            if (assets == 0)
            {
                assets = await AssetsAsync(visitor, path);
                await output.WriteLineAsync($"style sheet, script and icon: {assets / 1e3:0.0} kB, loaded once");
            }

            var took = new List<double>();
            var bytes = 0;
            for (var i = -WarmUps; i < times; i++)
            {
                var start = Stopwatch.GetTimestamp();
                (bytes, _) = await visitor.GetAsync(path);
                if (i >= 0)
                {
                    took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            await output.WriteLineAsync($"{name,-34} {Percentiles.Words(took)}; {bytes / 1e3:0.0} kB");
        }

        await output.WriteLineAsync($"peak memory {hub.Process.PeakMemory() / 1e6:0} MB");
        return 0;
    }

    private static readonly (string Name, string Role, string? Borough, Func<DeskVisitor, Task<string>> Find)[] Pages =
    [
        ("inbox of a youth offending team", "yotOfficer", "Camden", _ => Task.FromResult("/desk/inbox")),
        ("its tenth page", "yotOfficer", "Camden", v => DeepAsync(v, "/desk/inbox", 9)),
        ("a notice", "yotOfficer", "Camden", v => LinkedAsync(v, "/desk/inbox", "/desk/notices/")),
        ("review queue", "ppdSergeant", "Camden", _ => Task.FromResult("/desk/reviews")),
        ("its tenth page", "ppdSergeant", "Camden", v => DeepAsync(v, "/desk/reviews", 9)),
        ("a review", "ppdSergeant", "Camden", v => LinkedAsync(v, "/desk/reviews", "/desk/reviews/")),
        ("inbox of the review's desk", "ppdSergeant", "Camden", _ => Task.FromResult("/desk/inbox")),
        ("deadlines of all London", "supervisor", null, _ => Task.FromResult("/desk/deadlines")),
        ("its tenth page", "supervisor", null, v => DeepAsync(v, "/desk/deadlines", 9)),
        ("find a person: the form", "ppdOfficer", "Camden", _ => Task.FromResult("/desk/people")),
        ("find a person: what was found", "ppdOfficer", "Camden", v => v.PostAsync("/desk/people", [("q", "smith"), ("reason", "benchmark")])),
        ("manifests", "borderLiaison", null, _ => Task.FromResult("/desk/manifests")),
        ("travel", "jigsawOfficer", "Camden", _ => Task.FromResult("/desk/travel")),
        ("deported offenders", "supervisor", null, _ => Task.FromResult("/desk/deported-offenders")),
        ("quarantine", "supervisor", null, _ => Task.FromResult("/desk/quarantine")),
        ("how the hub is", "supervisor", null, _ => Task.FromResult("/status")),
        ("sign in", "supervisor", null, _ => Task.FromResult("/sign-in")),
    ];

    private static async Task FillAsync(BenchmarkHub hub, DeskSample sample, CancellationToken cancellationToken)
    {
        using var custody = hub.Client("feed", "arrests");
        var now = TimeProvider.System.GetUtcNow();
        await Parallel.ForEachAsync(Enumerable.Range(0, sample.Arrests), new ParallelOptions { MaxDegreeOfParallelism = PostsAtOnce, CancellationToken = cancellationToken }, async (number, token) =>
        {
            using var content = new ByteArrayContent(sample.Arrest(number, now)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await custody.PostAsync("api/reports/arrests", content, token);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(token));
            }
        });
    }

    private static async Task<int> AssetsAsync(DeskVisitor visitor, string path)
    {
        var bytes = 0;
        foreach (var address in Asset().Matches((await visitor.GetAsync(path)).Text).Select(m => m.Value).Distinct())
        {
            bytes += (await visitor.GetAsync(address)).Bytes;
        }

        return bytes;
    }

    /// <summary>The first address on a page that begins so and goes on with an id, whether it is a link's or a form's.</summary>
    private static async Task<string> LinkedAsync(DeskVisitor visitor, string page, string beginning)
    {
        var (_, text) = await visitor.GetAsync(page);
        return Regex.Match(text, $"{Regex.Escape(beginning)}[0-9a-f-]{{36,49}}") is { Success: true } found ? found.Value : throw new InvalidOperationException($"{page} leads to nothing below {beginning}.");
    }

    /// <summary>The page so many pages further on.</summary>
    private static async Task<string> DeepAsync(DeskVisitor visitor, string page, int further)
    {
        for (var i = 0; i < further; i++)
        {
            var (_, text) = await visitor.GetAsync(page);
            page = System.Net.WebUtility.HtmlDecode(Link().Matches(text).Select(m => m.Groups[1].Value).First(a => a.Contains("continuation=", StringComparison.Ordinal)));
        }

        return page;
    }

    [GeneratedRegex("/desk/assets/[^\"]+")]
    private static partial Regex Asset();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
