using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Nominals;
using Hub.Testing.People;
using Hub.Testing.Registers;

namespace Hub.Benchmarks;

/// <summary>
/// Applies the deltas of a made register over HTTP while arrests are posted and nominals read: how fast, how late the
/// reports, and whether anything served was half-updated, or matched without what had been acknowledged.
/// </summary>
internal static class DeltasBenchmark
{
    private const int Readers = 2;
    private const ulong Seed = 3;
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(string? folder, int nominals, int deltas, int batch, TextWriter output, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var made = folder is null ? MadeRegister.Invented(nominals, Seed, now, deltas, deltas / 5) : MadeRegister.Read(folder);
        List<Nominal> register = [.. made.Nominals.Select(line => Read(line, now))];
        await using var hub = await BenchmarkHub.StartAsync(data => DayBenchmark.LoadAsync(data, register, cancellationToken));
        using var feed = hub.Client("feed", "register");
        using var custody = hub.Client("feed", "arrests");
        using var supervisor = hub.Client("supervisor");
        await DayBenchmark.WaitAsync(supervisor, health => health.GetProperty("ready").GetBoolean(), cancellationToken);
        await output.WriteLineAsync($"{Machine.Describe()}; {register.Count:N0} nominals; {made.Deltas.Length:N0} deltas, {batch} at once; arrests posted one after another, {ReportEvery.TotalMilliseconds:0} ms between them, and {Readers} readers meanwhile, on the same machine");

        var watch = new DeltaWatch();
        using var applying = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Enumerable.Range(0, Readers).Select(i => ReadAsync(supervisor, made, watch, (ulong)i, applying.Token)).ToArray();
        var posting = PostAsync(custody, made, watch, applying.Token);
        var took = await ApplyAsync(feed, made, batch, watch, cancellationToken);
        await applying.CancelAsync();
        var reads = (await Task.WhenAll(reading)).SelectMany(r => r).ToList();
        var posted = await posting;
        foreach (var line in made.Reports.Where(r => r.Contains("afterSequence", StringComparison.Ordinal)))
        {
            await PostOneAsync(custody, line, posted, cancellationToken, "/again");
        }

        await DayBenchmark.WaitAsync(supervisor, Settled, cancellationToken);
        var latencies = await SeeAsync(supervisor, posted, watch, cancellationToken);
        var batches = (double)made.Deltas.Length / batch;
        await output.WriteLineAsync($"deltas: {made.Deltas.Length / took.TotalSeconds:N0} a second; a batch {took.TotalMilliseconds / batches:0} ms on average");
        await output.WriteLineAsync($"POST to delivered notice meanwhile: {Percentiles.Words(latencies)}; {latencies.Count:N0} of them, {posted.Count - latencies.Count:N0} reports more after the last delta or without a notice");
        await output.WriteLineAsync($"a nominal read meanwhile: {Percentiles.Words(reads)}; {reads.Count:N0} read");
        await output.WriteLineAsync($"seen {watch.Seen:N0} nominals and candidates, {watch.Marked:N0} of them altered; wrong: {watch.Wrong.Count:N0}; peak memory {hub.Process.PeakMemory() / 1e6:0} MB");
        foreach (var words in watch.Wrong.Take(10))
        {
            await output.WriteLineAsync($"  {words}");
        }

        return watch.Wrong.Count == 0 && watch.Marked > 0 ? 0 : 1;
    }

    private static Nominal Read(string line, DateTimeOffset now) =>
        NominalJson.TryRead(JsonSerializer.Deserialize<JsonElement>(line), now, null, out var nominal, out var errors) ? nominal : throw new InvalidOperationException(errors[0].ToString());

    private static async Task<TimeSpan> ApplyAsync(HttpClient feed, MadeRegister made, int batch, DeltaWatch watch, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var lines in made.Deltas.Chunk(batch))
        {
            using var content = new StringContent($$"""{"source":"visor","after":{{watch.Acknowledged}},"deltas":[{{string.Join(',', lines)}}]}""", Encoding.UTF8, "application/json");
            using var answer = await feed.PostAsync("api/register/deltas", content, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(cancellationToken));
            }

            watch.Acknowledged = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("mark").GetInt64();
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<List<double>> ReadAsync(HttpClient supervisor, MadeRegister made, DeltaWatch watch, ulong reader, CancellationToken until)
    {
        var random = SeededRandom.For(Seed, reader);
        string[] changed = [.. made.Deltas.Select(d => JsonNode.Parse(d)!).Where(d => d["op"]!.GetValue<string>() == "change").Select(d => d["id"]!.GetValue<string>())];
        var took = new List<double>();
        while (!until.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await supervisor.GetAsync($"api/nominals/{random.Pick(changed)}?reason=benchmark", CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (answer.IsSuccessStatusCode)
            {
                watch.SeeNominal(await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None), 0);
            }
        }

        return took;
    }

    // By turns one about somebody as loaded, and one about whom an acknowledged delta changed for the last time.
    private static async Task<ConcurrentDictionary<string, Posted>> PostAsync(HttpClient custody, MadeRegister made, DeltaWatch watch, CancellationToken until)
    {
        var posted = new ConcurrentDictionary<string, Posted>();
        var before = new Queue<string>(made.Reports.Where(r => !r.Contains("afterSequence", StringComparison.Ordinal)));
        var after = new Queue<string>(made.Reports.Where(r => r.Contains("afterSequence", StringComparison.Ordinal)).OrderBy(After));
        while (!until.IsCancellationRequested)
        {
            if (before.TryDequeue(out var line))
            {
                await PostOneAsync(custody, line, posted, CancellationToken.None);
            }

            if (after.TryPeek(out line) && After(line) <= watch.Acknowledged)
            {
                await PostOneAsync(custody, after.Dequeue(), posted, CancellationToken.None);
            }

            await Task.Delay(ReportEvery, until).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return posted;
    }

    private static long After(string line) => JsonNode.Parse(line)!["afterSequence"]!.GetValue<long>();

    private static async Task PostOneAsync(HttpClient custody, string line, ConcurrentDictionary<string, Posted> posted, CancellationToken cancellationToken, string again = "")
    {
        var report = JsonNode.Parse(line)!;
        var sent = TimeProvider.System.GetUtcNow();
        report["reference"] = report["reference"]!.GetValue<string>() + again;
        report["arrestedAt"] = sent.AddHours(-1).ToString("O");
        using var content = new StringContent(report.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await custody.PostAsync("api/reports/arrests", content, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(cancellationToken));
        }

        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!;
        posted.TryAdd(id, new Posted(sent, report["about"]!.GetValue<string>(), report["afterSequence"]?.GetValue<long>() ?? 0, Meanwhile: again.Length == 0));
    }

    private static async Task<List<double>> SeeAsync(HttpClient supervisor, ConcurrentDictionary<string, Posted> posted, DeltaWatch watch, CancellationToken cancellationToken)
    {
        var latencies = new List<double>();
        foreach (var (id, about) in posted)
        {
            var report = await supervisor.GetFromJsonAsync<JsonElement>($"api/reports/{id}", cancellationToken);
            watch.SeeMatch(report.GetProperty("match"), about.About, about.After);
            latencies.AddRange(report.GetProperty("notices").EnumerateArray().Take(about.Meanwhile ? 1 : 0).Select(n => (n.GetProperty("deliveredAt").GetDateTimeOffset() - about.Sent).TotalMilliseconds));
        }

        return latencies;
    }

    private static bool Settled(JsonElement health) =>
        health.GetProperty("unsentEvents").GetInt64() == 0 && health.GetProperty("queues").EnumerateArray().All(q => q.GetProperty("active").GetInt64() == 0);

    private sealed record Posted(DateTimeOffset Sent, string About, long After, bool Meanwhile);
}
