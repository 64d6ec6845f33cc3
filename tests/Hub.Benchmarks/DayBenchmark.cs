using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hub.Embedded.Sqlite;
using Hub.Nominals;

namespace Hub.Benchmarks;

/// <summary>
/// A whole Heathrow day at once: every manifest uploaded as fast as it is taken, from the first byte to the last
/// notice delivered, while custody goes on posting arrests and each arrest's notice is timed.
/// </summary>
internal static class DayBenchmark
{
    private const int UploadsAtOnce = 4;
    private static readonly TimeSpan ArrestEvery = TimeSpan.FromMilliseconds(50);

    public static async Task<int> RunAsync(int flights, int travellers, int nominals, TextWriter output, CancellationToken cancellationToken)
    {
        var sample = new DaySample(nominals);
        var register = sample.Register();
        await using var hub = await BenchmarkHub.StartAsync(folder => LoadAsync(folder, register, cancellationToken));
        using var custody = hub.Client("feed", "arrests");
        using var carrier = hub.Client("feed", "manifests");
        using var supervisor = hub.Client("supervisor");
        await WaitAsync(supervisor, h => h.GetProperty("ready").GetBoolean(), cancellationToken);
        var manifests = Enumerable.Range(0, flights).Select(i => sample.Manifest(i, travellers)).ToList();
        await output.WriteLineAsync($"{Machine.Describe()}; {nominals:N0} nominals; {flights:N0} manifests of {travellers} ({manifests.Sum(m => m.Body.Length) / 1e6:0} MB); sender on the same machine");

        using var uploading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var arrests = ArrestsAsync(custody, uploading.Token);
        var processor = hub.Process.ProcessorTime();
        var start = Stopwatch.GetTimestamp();
        var ids = await UploadAsync(carrier, manifests, cancellationToken);
        var taken = Stopwatch.GetElapsedTime(start);
        await WaitAsync(supervisor, Settled, cancellationToken);
        var told = Stopwatch.GetElapsedTime(start);
        processor = hub.Process.ProcessorTime() - processor;
        await uploading.CancelAsync();
        var posted = await arrests;
        await WaitAsync(supervisor, Settled, cancellationToken);

        var (screened, hits) = await CountAsync(supervisor, ids, cancellationToken);
        var known = manifests.Sum(m => m.Known);
        await output.WriteLineAsync($"uploads answered after {taken.TotalSeconds:0.0} s; {screened:N0} passengers screened and every notice delivered after {told.TotalSeconds:0.0} s; {hits} hits ({known} known people aboard)");
        await output.WriteLineAsync($"{posted.Count} arrests meanwhile, POST to delivered notice: {Percentiles.Words(await LatenciesAsync(supervisor, posted, cancellationToken))}");
        await output.WriteLineAsync($"peak memory {hub.Process.PeakMemory() / 1e6:0} MB; processor {processor.TotalSeconds:0.0} s");
        return screened == (long)flights * travellers ? 0 : 1;
    }

    public static async Task LoadAsync(string folder, IReadOnlyList<Nominals.Nominal> register, CancellationToken cancellationToken)
    {
        await using var database = SqliteDatabase.Open(folder);
        var nominals = new SqliteNominalRegister(database, TimeProvider.System);
        foreach (var batch in register.Chunk(1_000))
        {
            await nominals.UpsertAsync(batch, cancellationToken);
        }
    }

    private static async Task<ConcurrentBag<string>> UploadAsync(HttpClient carrier, List<(byte[] Body, string ContentType, int Known)> manifests, CancellationToken cancellationToken)
    {
        var ids = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(manifests, new ParallelOptions { MaxDegreeOfParallelism = UploadsAtOnce, CancellationToken = cancellationToken }, async (manifest, token) =>
        {
            using var content = new ByteArrayContent(manifest.Body);
            content.Headers.ContentType = new MediaTypeHeaderValue(manifest.ContentType);
            using var answer = await carrier.PostAsync("api/manifests", content, token);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(token));
            }

            ids.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(token)).GetProperty("id").GetString()!);
        });
        return ids;
    }

    private static async Task<Dictionary<string, DateTimeOffset>> ArrestsAsync(HttpClient custody, CancellationToken until)
    {
        var posted = new Dictionary<string, DateTimeOffset>();
        for (var i = 0; !until.IsCancellationRequested; i++)
        {
            var sent = TimeProvider.System.GetUtcNow();
            using var content = new StringContent(SamplePeople.Arrest($"DAY/{i}", i, sent), Encoding.UTF8, "application/json");
            using var answer = await custody.PostAsync("api/reports/arrests", content, CancellationToken.None);
            posted[(await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None)).GetProperty("id").GetString()!] = sent;
            await Task.Delay(ArrestEvery, until).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return posted;
    }

    private static async Task<(long Screened, long Hits)> CountAsync(HttpClient supervisor, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        long screened = 0, hits = 0;
        foreach (var id in ids)
        {
            var manifest = await supervisor.GetFromJsonAsync<JsonElement>($"api/manifests/{id}", cancellationToken);
            screened += manifest.GetProperty("screened").GetInt64();
            hits += manifest.GetProperty("hits").GetProperty("count").GetInt64();
        }

        return (screened, hits);
    }

    private static async Task<List<double>> LatenciesAsync(HttpClient supervisor, Dictionary<string, DateTimeOffset> posted, CancellationToken cancellationToken)
    {
        var latencies = new List<double>();
        foreach (var (id, sent) in posted)
        {
            var report = await supervisor.GetFromJsonAsync<JsonElement>($"api/reports/{id}", cancellationToken);
            latencies.AddRange(report.GetProperty("notices").EnumerateArray().Take(1).Select(n => (n.GetProperty("deliveredAt").GetDateTimeOffset() - sent).TotalMilliseconds));
        }

        return latencies;
    }

    public static bool Settled(JsonElement health) =>
        health.GetProperty("unsentEvents").GetInt64() == 0 && health.GetProperty("queues").EnumerateArray().All(q => q.GetProperty("active").GetInt64() <= 1);

    public static async Task WaitAsync(HttpClient client, Func<JsonElement, bool> until, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Not ready is an answer too, of status 503.
            using var answer = await client.GetAsync("health", cancellationToken);
            if (until(await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)))
            {
                return;
            }

            await Task.Delay(50, cancellationToken);
        }
    }
}
