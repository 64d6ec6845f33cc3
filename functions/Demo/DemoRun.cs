using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Functions.Commands;
using Hub.Functions.Hosting;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Demo;

/// <summary>Loads the sample register, posts the sample arrests over HTTP as custody would, and waits for what becomes of them.</summary>
internal sealed class DemoRun(EmbeddedHub hub, TimeProvider time)
{
    private const int MaxLooks = 200;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    public async Task<IReadOnlyList<DemoOutcome>> RunAsync(CancellationToken cancellationToken)
    {
        var data = new DemoData(time.GetUtcNow());
        await hub.Host.Services.GetRequiredService<INominalRegister>().UpsertAsync(data.Register, null, cancellationToken);
        await hub.Host.Services.GetRequiredService<RegisterFollower>().CatchUpAsync(cancellationToken);

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

    private HttpClient Client(string role, string? feed = null)
    {
        var client = new HttpClient { BaseAddress = hub.Host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", new TokenWish(role, Feed: feed, Name: "demo").Issue(hub.Issuer));
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
