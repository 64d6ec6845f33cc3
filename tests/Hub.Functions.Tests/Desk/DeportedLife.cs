using System.Net.Http.Json;
using System.Text.Json;
using Hub.Functions.Tests.DeportedOffenders;
using Hub.Json;

namespace Hub.Functions.Tests.Desk;

/// <summary>Takes cases on by the API, to where a test of a page begins.</summary>
internal static class DeportedLife
{
    public const string Why = "As it should be.";

    public static async Task<string> ResearchedAsync(CaseHub hub, string nominal, TimeSpan? lands = null)
    {
        var id = await hub.OpenAsync(nominal, lands ?? TimeSpan.FromDays(9));
        await hub.NoteAsync(id, new { text = "Nothing found." });
        await MoveAsync(hub, id, "research-complete", new { });
        return id;
    }

    public static async Task<string> DecidedAsync(CaseHub hub, string nominal, TimeSpan? lands = null, string outcome = "manage-without-order")
    {
        var id = await ResearchedAsync(hub, nominal, lands);
        await MoveAsync(hub, id, "decide", new { outcome });
        return id;
    }

    /// <summary>A researched case of somebody whom no sender says to be convicted of anything.</summary>
    public static async Task<string> WithoutConvictionAsync(CaseHub hub, string nominal)
    {
        using var interpol = hub.Hub.As("feed", feed: "deported-offenders", name: "interpol-london");
        using var answer = await interpol.PostAsJsonAsync("api/reports/deported-offenders", new
        {
            reference = $"INT/{nominal}",
            source = "interpol",
            alertedAt = "2026-11-22T07:00:00Z",
            subject = new { surname = "Hollowbread", given = new[] { "Ignatius" }, born = "1969-02-02" },
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await hub.Hub.DrainAsync();
        var id = Assert.Single((await hub.Supervisor.GetFromJsonAsync<JsonElement>("api/deported-offenders")).GetProperty("items").EnumerateArray(), i => i.Text("nominal").StartsWith("P-", StringComparison.Ordinal)).Text("id");
        await hub.NoteAsync(id, new { text = "Nothing found." }, hub.Supervisor);
        await MoveAsync(hub, id, "research-complete", new { });
        return id;
    }

    /// <summary>A case of somebody who has landed already, to where they were met.</summary>
    public static async Task MetAsync(CaseHub hub, string id)
    {
        await hub.NoteAsync(id, new { text = "Nothing found." });
        await MoveAsync(hub, id, "research-complete", new { });
        await MoveAsync(hub, id, "decide", new { outcome = "manage-without-order" });
        await MoveAsync(hub, id, "meet", new
        {
            metBy = new[] { "DC Moss" },
            metAt = hub.Hub.Time.GetUtcNow(),
            place = "Terminal 5",
            debriefed = "done",
            requirementsServed = "notApplicable",
            photograph = "done",
            fingerprints = "declined",
            dna = "declined",
        });
    }

    public static async Task MoveAsync(CaseHub hub, string id, string move, object details)
    {
        var body = JsonSerializer.SerializeToNode(details, HubJson.Options)!.AsObject();
        body["revision"] = await RevisionAsync(hub, id);
        body["rationale"] = Why;
        var (status, made) = await hub.MoveAsync(id, move, body, hub.Supervisor);
        Assert.True(status == 200, $"{move}: {status} {made}");
    }

    public static async Task<int> RevisionAsync(CaseHub hub, string id) => (await hub.ReadAsync(id)).GetProperty("revision").GetInt32();
}
