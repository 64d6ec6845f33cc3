using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Nominals;
using Hub.Testing.People;
using Hub.Testing.Registers;

namespace Hub.Functions.Tests.Register;

/// <summary>A made register changed in batches, while arrests are posted and people read and searched for.</summary>
public sealed class RegisterUnderReportsTests : IAsyncLifetime
{
    private const int Nominals = 300;
    private const int Deltas = 400;
    private const int Batch = 20;
    private const int Reports = 80;
    private const int Searchers = 2;
    private const ulong Seed = 5;

    private readonly MadeRegister made = MadeRegister.Invented(Nominals, Seed, TestHub.Start, Deltas, Reports);
    private readonly DeltaWatch watch = new();
    private readonly ConcurrentDictionary<string, JsonNode> posted = [];
    private TestHub hub = null!;

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync();
        await hub.KnowAsync([.. made.Nominals.Select(Read)]);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Nothing_served_is_half_updated_and_a_report_after_its_delta_sees_it()
    {
        using var applied = new CancellationTokenSource();
        var reading = Enumerable.Range(0, Searchers).Select(i => Task.Run(() => LookAsync((ulong)i, applied.Token))).ToList();
        var posting = new List<Task> { PostAllAsync(made.Reports.Where(r => After(r) == 0)) };
        foreach (var lines in made.Deltas.Chunk(Batch))
        {
            var before = watch.Acknowledged;
            await ApplyAsync(lines);

            // From here on these are true, whatever is applied while they are on their way.
            posting.Add(PostAllAsync(made.Reports.Where(r => After(r) > before && After(r) <= watch.Acknowledged)));
            await SeeLastAsync(lines);
        }

        await applied.CancelAsync();
        await Task.WhenAll([.. posting, .. reading]);
        await hub.DrainAsync();
        await SeeMatchesAsync();

        Assert.Empty(watch.Wrong);
        Assert.Equal((Deltas, made.Reports.Length), (watch.Acknowledged, posted.Count));
        Assert.InRange(made.Reports.Count(r => After(r) > 0), 20, Reports);
        Assert.InRange(watch.Marked, Deltas / Batch, long.MaxValue);
    }

    private static Nominal Read(string line) =>
        NominalJson.TryRead(JsonSerializer.Deserialize<JsonElement>(line), TestHub.Start, null, out var nominal, out var errors) ? nominal : throw new InvalidOperationException(errors[0].ToString());

    private static long After(string report) => JsonNode.Parse(report)!["afterSequence"]?.GetValue<long>() ?? 0;

    private async Task ApplyAsync(string[] lines)
    {
        using var feed = hub.As("feed", feed: "register");
        using var content = new StringContent($$"""{"source":"visor","after":{{watch.Acknowledged}},"deltas":[{{string.Join(',', lines)}}]}""", Encoding.UTF8, "application/json");
        using var answer = await feed.PostAsync("api/register/deltas", content);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body.ToString());
        watch.Acknowledged = body.GetProperty("mark").GetInt64();
    }

    /// <summary>Whom a batch changed last of all is served so from its acknowledgement on.</summary>
    private async Task SeeLastAsync(string[] lines)
    {
        using var supervisor = hub.As("supervisor");
        foreach (var last in lines.Select(l => JsonNode.Parse(l)!).GroupBy(d => Id(d)).Select(g => g.Last()).Where(d => d["op"]!.GetValue<string>() is "change" or "upsert"))
        {
            watch.SeeNominal(await supervisor.GetFromJsonAsync<JsonElement>($"api/nominals/{Id(last)}?reason=test"), last["sequence"]!.GetValue<long>());
            var found = await supervisor.GetFromJsonAsync<JsonElement>($"api/nominals?id={Id(last)}&reason=test");
            watch.SeeNominal(found.GetProperty("items")[0].GetProperty("nominal"), last["sequence"]!.GetValue<long>());
        }
    }

    private async Task LookAsync(ulong searcher, CancellationToken until)
    {
        using var supervisor = hub.As("supervisor");
        var random = SeededRandom.For(Seed, searcher);
        var changes = made.Deltas.Select(d => JsonNode.Parse(d)!).Where(d => d["op"]!.GetValue<string>() == "change").ToList();
        while (!until.IsCancellationRequested)
        {
            var change = random.Pick(changes);
            using var read = await supervisor.GetAsync($"api/nominals/{Id(change)}?reason=test", CancellationToken.None);
            if (read.IsSuccessStatusCode)
            {
                watch.SeeNominal(await read.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None), 0);
            }

            var postcode = Uri.EscapeDataString(change["set"]!["addresses"]![0]!["postcode"]!.GetValue<string>());
            var found = await supervisor.GetFromJsonAsync<JsonElement>($"api/nominals?postcode={postcode}&reason=test", CancellationToken.None);
            foreach (var item in found.GetProperty("items").EnumerateArray())
            {
                watch.SeeFound(item);
            }
        }
    }

    private async Task PostAllAsync(IEnumerable<string> reports)
    {
        using var custody = hub.As("feed", feed: "arrests");
        foreach (var report in reports.ToList())
        {
            using var content = new StringContent(report, Encoding.UTF8, "application/json");
            using var answer = await custody.PostAsync("api/reports/arrests", content);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.True(answer.StatusCode == HttpStatusCode.Accepted, body.ToString());
            posted[body.GetProperty("id").GetString()!] = JsonNode.Parse(report)!;
        }
    }

    private async Task SeeMatchesAsync()
    {
        using var supervisor = hub.As("supervisor");
        foreach (var (id, report) in posted)
        {
            var served = await supervisor.GetFromJsonAsync<JsonElement>($"api/reports/{id}");
            watch.SeeMatch(served.GetProperty("match"), report["about"]!.GetValue<string>(), report["afterSequence"]?.GetValue<long>() ?? 0);
        }
    }

    private static string Id(JsonNode delta) => (delta["id"] ?? delta["nominal"]!["id"])!.GetValue<string>();
}
