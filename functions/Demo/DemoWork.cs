using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Json;

namespace Hub.Functions.Demo;

/// <summary>What officers did before the morning: some notices are acknowledged, old breaches are dealt with, deported offenders' cases have moved on.</summary>
internal sealed class DemoWork(DemoApi api, DateTimeOffset now)
{
    /// <summary>Of the notices that a team has, every so many have been acknowledged.</summary>
    private const int Every = 4;

    /// <param name="alerts">Where the alerts are, in the order of <see cref="DemoDeported"/> and <see cref="DemoReturns"/>.</param>
    /// <param name="past">Where the journeys are that ended long ago.</param>
    public async Task DoAsync(IReadOnlyList<Uri> alerts, IReadOnlyCollection<Uri> past, CancellationToken cancellationToken)
    {
        foreach (var borough in DemoNight.Awake)
        {
            await AcknowledgeAsync(api.As("yotOfficer", borough, name: $"Night duty, {borough}"), (_, i) => i % Every == 2, cancellationToken);
        }

        foreach (var journey in past)
        {
            await LookedAtAsync(journey, cancellationToken);
        }

        var first = new DemoDeported(now).Alerts.Count;
        await ResearchAsync(await CaseAsync(alerts[0], cancellationToken), "Previous convictions obtained from the Royal Thai Police.",
        [
            ("research-complete", false, new { rationale = "All that can be had before the landing is there." }),
            ("decide", true, new { outcome = "notification-order", rationale = "A conviction for an offence that would be one of Schedule 3 here." }),
        ], cancellationToken);
        foreach (var (one, i) in new DemoReturns(now).All.Select((r, i) => (r, i)))
        {
            await ResearchAsync(await CaseAsync(alerts[first + i], cancellationToken), "Nothing is known of him here before 2015.", one.Steps, cancellationToken);
        }
    }

    /// <summary>A journey that ended long ago: whoever was told has seen it.</summary>
    private async Task LookedAtAsync(Uri journey, CancellationToken cancellationToken)
    {
        foreach (var notice in (await DemoApi.GetAsync(api.Supervisor, journey.ToString(), cancellationToken)).GetProperty("notices").EnumerateArray())
        {
            var by = notice.GetProperty("recipient").GetString() switch
            {
                "jigsaw" => api.As("jigsawOfficer", name: "Tom Ellery"),
                "jigsaw:camden" => api.As("jigsawOfficer", "Camden", name: "Priya Raman"),
                "border-liaison" => api.As("borderLiaison", name: "Sofia Marchetti"),
                _ => null,
            };
            if (by is not null && notice.GetProperty("state").GetString() == "delivered")
            {
                await AcknowledgeAsync(by, notice, cancellationToken);
            }
        }
    }

    private static async Task AcknowledgeAsync(HttpClient by, Func<JsonElement, int, bool> which, CancellationToken cancellationToken)
    {
        foreach (var notice in (await DemoApi.ItemsAsync(by, "api/notices?state=delivered", cancellationToken)).Where(which))
        {
            await AcknowledgeAsync(by, notice, cancellationToken);
        }
    }

    private static async Task AcknowledgeAsync(HttpClient by, JsonElement notice, CancellationToken cancellationToken) =>
        await DemoApi.PostAsync(by, $"api/notices/{notice.GetProperty("id").GetString()}/acknowledgement", new { }, cancellationToken);

    private async Task<string> CaseAsync(Uri alert, CancellationToken cancellationToken) =>
        (await DemoApi.GetAsync(api.Supervisor, alert.ToString(), cancellationToken)).GetProperty("conclusion").GetProperty("case").GetString()!;

    private async Task ResearchAsync(string id, string note, IReadOnlyList<(string Move, bool BySupervisor, object Body)> steps, CancellationToken cancellationToken)
    {
        if (steps.Count == 0)
        {
            return;
        }

        await DemoApi.PostAsync(api.As("jigsawOfficer"), $"api/deported-offenders/{id}/notes", new { text = note, source = "Interpol" }, cancellationToken);
        foreach (var (move, bySupervisor, body) in steps)
        {
            var fields = JsonSerializer.SerializeToNode(body, HubJson.Options)!.AsObject();
            fields["revision"] = JsonNode.Parse((await DemoApi.GetAsync(api.Supervisor, $"api/deported-offenders/{id}", cancellationToken)).GetProperty("revision").GetRawText());
            await DemoApi.PostAsync(bySupervisor ? api.Supervisor : api.As("jigsawOfficer"), $"api/deported-offenders/{id}/moves/{move}", fields, cancellationToken);
        }
    }
}
