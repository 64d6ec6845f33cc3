using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Border.Travel;
using Hub.Functions.Commands;
using Hub.Functions.Hosting;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Hub.Functions.Demo;

/// <summary>Loads the sample register, posts the sample arrests over HTTP as custody would, and waits for what becomes of them.</summary>
internal sealed class DemoRun(EmbeddedHub hub, TimeProvider time)
{
    private const int MaxLooks = 200;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    public async Task<IReadOnlyList<DemoOutcome>> RunAsync(CancellationToken cancellationToken)
    {
        var data = new DemoData(time.GetUtcNow());
        await KnowAsync(data.Register, cancellationToken);

        using var custody = Client("feed", feed: "arrests");
        using var supervisor = Client("supervisor");
        var outcomes = new List<DemoOutcome>();
        foreach (var arrest in data.Arrests)
        {
            var notice = JsonSerializer.SerializeToElement(arrest, HubJson.Options);
            using var answer = await custody.PostAsJsonAsync("api/reports/arrests", notice, cancellationToken);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            var report = answer.IsSuccessStatusCode ? await FollowAsync(supervisor, answer.Headers.Location!, cancellationToken) : body;
            outcomes.Add(new DemoOutcome(notice, (int)answer.StatusCode, report));
        }

        return outcomes;
    }

    /// <summary>Uploads the sample manifest as the border liaison would, and reads what the hub made of it.</summary>
    public async Task WriteBorderAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        var data = new DemoBorder(time.GetUtcNow());
        await KnowAsync(data.Register, cancellationToken);
        using var liaison = Client("borderLiaison");
        using var supervisor = Client("supervisor");
        using var content = new ByteArrayContent(data.Manifest);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await liaison.PostAsync("api/manifests", content, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var manifest = await FollowManifestAsync(supervisor, answer.Headers.Location!, cancellationToken);
        var hits = new List<JsonElement>();
        var planned = new List<(string Nominal, JsonElement Notice)>();
        foreach (var hit in manifest.GetProperty("hits").GetProperty("items").EnumerateArray())
        {
            var report = await FollowAsync(supervisor, new Uri($"api/reports/{hit.GetProperty("report").GetString()}", UriKind.Relative), cancellationToken);
            hits.Add(report);
            if (report.GetProperty("match").TryGetProperty("nominal", out var nominal))
            {
                planned.AddRange((await PlannedAsync(supervisor, nominal.GetString()!, cancellationToken)).Select(n => (nominal.GetString()!, n)));
            }
        }

        DemoBorderTable.Write(console, manifest, hits, planned.ToLookup(p => p.Nominal, p => p.Notice));
    }

    /// <summary>Posts the sample alerts as Interpol and Prisoners Abroad would, has the first case researched and decided, and shows what is open.</summary>
    public async Task WriteDeportedAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        var data = new DemoDeported(time.GetUtcNow());
        await KnowAsync(data.Register, cancellationToken);
        using var interpol = Client("feed", feed: "deported-offenders", name: "interpol");
        using var prisonersAbroad = Client("feed", feed: "deported-offenders", name: "prisoners-abroad");
        using var jigsaw = Client("jigsawOfficer");
        using var supervisor = Client("supervisor");
        var cases = new List<string>();
        foreach (var (alert, byInterpol) in data.Alerts)
        {
            using var answer = await (byInterpol ? interpol : prisonersAbroad).PostAsJsonAsync("api/reports/deported-offenders", alert, HubJson.Options, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var report = await FollowAsync(supervisor, answer.Headers.Location!, cancellationToken);
            cases.Add(report.GetProperty("conclusion").GetProperty("case").GetString()!);
        }

        await WorkAsync(jigsaw, cases[0], "notes", new { text = "Previous convictions obtained from the Royal Thai Police.", source = "Royal Thai Police" }, cancellationToken);
        await MoveAsync(jigsaw, cases[0], "research-complete", new { rationale = "All that can be had before the landing is there." }, cancellationToken);
        await MoveAsync(supervisor, cases[0], "decide", new { outcome = "notification-order", rationale = "A conviction for an offence that would be one of Schedule 3 here." }, cancellationToken);
        var open = await supervisor.GetFromJsonAsync<JsonElement>("api/deported-offenders", cancellationToken);
        var shown = new List<(JsonElement, JsonElement)>();
        foreach (var one in open.GetProperty("items").EnumerateArray())
        {
            shown.Add((one, await supervisor.GetFromJsonAsync<JsonElement>($"api/deported-offenders/{one.GetProperty("id").GetString()}", cancellationToken)));
        }

        DemoDeportedTable.Write(console, shown);
    }

    private static async Task MoveAsync(HttpClient client, string id, string move, object body, CancellationToken cancellationToken)
    {
        var revision = (await client.GetFromJsonAsync<JsonElement>($"api/deported-offenders/{id}", cancellationToken)).GetProperty("revision").GetInt32();
        var fields = JsonSerializer.SerializeToNode(body, HubJson.Options)!.AsObject();
        fields["revision"] = revision;
        await WorkAsync(client, id, $"moves/{move}", fields, cancellationToken);
    }

    private static async Task WorkAsync(HttpClient client, string id, string what, object body, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync($"api/deported-offenders/{id}/{what}", body, HubJson.Options, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The notices of a nominal's travel record: who is told before a return flight lands.</summary>
    private static async Task<IEnumerable<JsonElement>> PlannedAsync(HttpClient client, string nominal, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync($"api/reports/{TravelRecords.IdOf(nominal)}", cancellationToken);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("notices").EnumerateArray()
            : [];
    }

    private static async Task<JsonElement> FollowManifestAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            var manifest = await client.GetFromJsonAsync<JsonElement>(address, cancellationToken);
            if (manifest.GetProperty("state").GetString() != "received" || look == MaxLooks)
            {
                return manifest;
            }

            await Task.Delay(LookAgain, cancellationToken);
        }
    }

    private async Task KnowAsync(IReadOnlyList<Nominal> nominals, CancellationToken cancellationToken)
    {
        await hub.Host.Services.GetRequiredService<INominalRegister>().UpsertAsync(nominals, cancellationToken);
        await hub.Host.Services.GetRequiredService<RegisterFollower>().CatchUpAsync(cancellationToken);
    }

    private HttpClient Client(string role, string? feed = null, string name = "demo")
    {
        var client = new HttpClient { BaseAddress = hub.Host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", new TokenWish(role, Feed: feed, Name: name).Issue(hub.Issuer));
        return client;
    }

    /// <summary>Reads the report until it is assessed and its notices are delivered.</summary>
    private static async Task<JsonElement> FollowAsync(HttpClient client, Uri report, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            var state = await client.GetFromJsonAsync<JsonElement>(report, cancellationToken);
            var onItsWay = state.GetProperty("status").GetString() == "accepted"
                || state.GetProperty("notices").EnumerateArray().Any(n => n.GetProperty("state").GetString() == "raised");
            if (!onItsWay || look == MaxLooks)
            {
                return state;
            }

            await Task.Delay(LookAgain, cancellationToken);
        }
    }
}

/// <summary>One sample arrest and what became of it.</summary>
/// <param name="Notice">As posted.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Report">The report as a supervisor sees it, or the problem document of a refusal.</param>
internal sealed record DemoOutcome(JsonElement Notice, int Status, JsonElement Report);
