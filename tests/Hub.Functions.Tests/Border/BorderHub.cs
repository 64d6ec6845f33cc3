using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Json;
using Hub.Nominals;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>The whole hub, with everybody who has to do with the border.</summary>
public sealed class BorderHub : IAsyncDisposable
{
    private BorderHub(TestHub hub)
    {
        Hub = hub;
        Liaison = hub.As("borderLiaison", name: "jboc-3");
        Supervisor = hub.As("supervisor", name: "supervisor-1");
        Camden = hub.As("jigsawOfficer", "Camden", name: "camden-7");
        Central = hub.As("jigsawOfficer", name: "central-2");
        Register = hub.As("feed", feed: "register", name: "register-system");
    }

    public TestHub Hub { get; }

    public HttpClient Liaison { get; }

    public HttpClient Supervisor { get; }

    /// <summary>Jigsaw's officer of the borough.</summary>
    public HttpClient Camden { get; }

    /// <summary>Jigsaw's officer of the central team.</summary>
    public HttpClient Central { get; }

    public HttpClient Register { get; }

    public static async Task<BorderHub> StartAsync(params Nominal[] known)
    {
        var hub = await TestHub.StartAsync();
        await hub.KnowAsync(known);
        return new BorderHub(hub);
    }

    /// <summary>The same people on a hub that is there already, which whoever has it ends.</summary>
    public static BorderHub Of(TestHub hub) => new(hub);

    public async Task<(HttpStatusCode Status, JsonElement Body)> UploadAsync(HttpContent file, string query = "")
    {
        using (file)
        {
            using var answer = await Liaison.PostAsync($"api/manifests{query}", file);
            return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
        }
    }

    /// <summary>Uploads a file that is taken in, and gives the manifest as a supervisor sees it once everything has settled.</summary>
    public Task<JsonElement> ScreenAsync(params PaxlstManifest[] lists) => ScreenAsync(Lists.Edifact(lists));

    public async Task<JsonElement> ScreenAsync(HttpContent file)
    {
        var (status, receipt) = await UploadAsync(file);
        Assert.True(status == HttpStatusCode.Accepted, receipt.ToString());
        await Hub.DrainAsync();
        return await ManifestAsync(receipt.Text("id"));
    }

    public Task<JsonElement> ManifestAsync(string id, HttpClient? reader = null) => ReadAsync($"api/manifests/{id}", reader);

    /// <summary>Uploads a list with one hit, and gives the hit's report.</summary>
    public async Task<JsonElement> HitAsync(params PaxlstManifest[] lists)
    {
        var manifest = await ScreenAsync(lists);
        return await ReportAsync(Assert.Single(manifest.GetProperty("hits").GetProperty("items").EnumerateArray()).Text("report"));
    }

    /// <summary>A report as a supervisor sees it, once everything has settled.</summary>
    public async Task<JsonElement> ReportAsync(string id, HttpClient? reader = null)
    {
        await Hub.DrainAsync();
        return await ReadAsync($"api/reports/{id}", reader);
    }

    public Task<JsonElement> TravelAsync(string nominal) => ReadAsync($"api/nominals/{nominal}/travel?reason=test", Camden);

    public async Task<JsonElement[]> InboxAsync(HttpClient team, string query = "?limit=500") =>
        [.. (await ReadAsync($"api/notices{query}", team)).GetProperty("items").EnumerateArray()];

    public async Task<JsonElement> ReadAsync(string address, HttpClient? reader = null)
    {
        using var answer = await (reader ?? Supervisor).GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Decides about the travel, and gives the report once everything has settled.</summary>
    public async Task<JsonElement> DecideAsync(string report, object decision, HttpClient? by = null)
    {
        var (status, problem) = await TryDecideAsync(report, decision, by);
        Assert.True(status == HttpStatusCode.NoContent, problem.ToString());
        return await ReportAsync(report);
    }

    public Task<(HttpStatusCode Status, JsonElement Problem)> TryDecideAsync(string report, object decision, HttpClient? by = null) =>
        SendAsync(by ?? Camden, HttpMethod.Post, $"api/reports/{report}/travel-decisions", decision);

    /// <summary>Confirms or rejects a possible match, and gives the report once everything has settled.</summary>
    public async Task<JsonElement> ReviewAsync(string report, object decision)
    {
        var (status, problem) = await SendAsync(Camden, HttpMethod.Post, $"api/reports/{report}/match-decision", decision);
        Assert.True(status == HttpStatusCode.NoContent, problem.ToString());
        return await ReportAsync(report);
    }

    public async Task<(HttpStatusCode Status, JsonElement Problem)> SendAsync(HttpClient by, HttpMethod method, string address, object body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body, options: HubJson.Options) };
        using var answer = await by.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { Liaison, Supervisor, Camden, Central, Register })
        {
            client.Dispose();
        }

        await Hub.DisposeAsync();
    }
}
