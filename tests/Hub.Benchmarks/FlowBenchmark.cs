using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hub.Embedded.Sqlite;
using Hub.Nominals;

namespace Hub.Benchmarks;

/// <summary>
/// Posts at a steady rate whatever the hub answers (an open loop: a slow answer does not slow the sender), then reads
/// every report and takes the time from just before the POST to the notice's delivery, both by this machine's clock.
/// </summary>
internal static class FlowBenchmark
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(int rate, int seconds, int nominals, TextWriter output, CancellationToken cancellationToken)
    {
        await using var hub = await BenchmarkHub.StartAsync(folder => LoadAsync(folder, nominals, cancellationToken));
        using var custody = hub.Client("feed", "arrests");
        using var supervisor = hub.Client("supervisor");
        await WarmUpAsync(custody, supervisor, cancellationToken);
        await output.WriteLineAsync($"{Machine.Describe()}; {nominals:N0} nominals; {rate}/s for {seconds} s; sender on the same machine");

        var processorBefore = hub.Process.ProcessorTime();
        var posted = await PostAsync(custody, rate, seconds, cancellationToken);
        var postedBy = TimeProvider.System.GetUtcNow();
        var reports = await FollowAsync(supervisor, posted, cancellationToken);
        var processor = hub.Process.ProcessorTime() - processorBefore;

        var lastDelivered = reports.Max(r => r.Delivered);
        await output.WriteLineAsync($"posted {posted.Count:N0} (202) in {seconds} s; answered: {Percentiles.Words(posted.Values.Select(p => p.Answered.TotalMilliseconds))}");
        await output.WriteLineAsync($"POST to delivered notice: {Percentiles.Words(reports.Select(r => (r.Delivered - posted[r.Id].Sent).TotalMilliseconds))}");
        await output.WriteLineAsync($"all {reports.Count:N0} delivered {(lastDelivered - postedBy).TotalSeconds:0.00} s after the last POST was answered; {reports.Count / (lastDelivered - posted.Values.Min(p => p.Sent)).TotalSeconds:0} a second sustained");
        await output.WriteLineAsync($"peak memory {hub.Process.PeakMemory() / 1e6:0} MB; processor {processor.TotalMilliseconds / reports.Count:0.00} ms a report");
        return posted.Count == rate * seconds ? 0 : 1;
    }

    private static async Task LoadAsync(string folder, int nominals, CancellationToken cancellationToken)
    {
        await using var database = SqliteDatabase.Open(folder);
        var register = new SqliteNominalRegister(database, TimeProvider.System);
        foreach (var batch in SamplePeople.Nominals(nominals).Chunk(1_000))
        {
            await register.UpsertAsync(batch, cancellationToken);
        }
    }

    private static async Task WarmUpAsync(HttpClient custody, HttpClient supervisor, CancellationToken cancellationToken)
    {
        var warm = new ConcurrentDictionary<Guid, Posted>();
        for (var i = 0; i < 500; i++)
        {
            await PostOneAsync(custody, $"WARM/{i}", i, warm, cancellationToken);
        }

        await FollowAsync(supervisor, warm, cancellationToken);
    }

    private static async Task<ConcurrentDictionary<Guid, Posted>> PostAsync(HttpClient custody, int rate, int seconds, CancellationToken cancellationToken)
    {
        var posted = new ConcurrentDictionary<Guid, Posted>();
        var under = new List<Task>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < rate * seconds; i++)
        {
            var wait = TimeSpan.FromSeconds((double)i / rate) - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, cancellationToken);
            }

            under.Add(PostOneAsync(custody, $"BENCH/{i}", i, posted, cancellationToken));
        }

        await Task.WhenAll(under);
        return posted;
    }

    private static async Task PostOneAsync(HttpClient custody, string reference, int number, ConcurrentDictionary<Guid, Posted> posted, CancellationToken cancellationToken)
    {
        var sent = TimeProvider.System.GetUtcNow();
        using var content = new StringContent(SamplePeople.Arrest(reference, number, sent), Encoding.UTF8, "application/json");
        using var answer = await custody.PostAsync("api/reports/arrests", content, cancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            posted[body.GetProperty("id").GetGuid()] = new Posted(sent, TimeProvider.System.GetUtcNow() - sent);
        }
    }

    private static async Task<List<Done>> FollowAsync(HttpClient supervisor, ConcurrentDictionary<Guid, Posted> posted, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await WaitUntilDrainedAsync(supervisor, patience.Token);
        var done = new List<Done>();
        foreach (var id in posted.Keys)
        {
            var report = await supervisor.GetFromJsonAsync<JsonElement>($"api/reports/{id}", cancellationToken);
            done.AddRange(report.GetProperty("notices").EnumerateArray().Take(1).Select(n => new Done(id, n.GetProperty("deliveredAt").GetDateTimeOffset())));
        }

        return done;
    }

    private static async Task WaitUntilDrainedAsync(HttpClient client, CancellationToken cancellationToken)
    {
        while (true)
        {
            var health = await client.GetFromJsonAsync<JsonElement>("health", cancellationToken);
            if (health.GetProperty("unsentEvents").GetInt64() == 0 && health.GetProperty("queues").EnumerateArray().All(q => q.GetProperty("active").GetInt64() == 0))
            {
                return;
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    private sealed record Posted(DateTimeOffset Sent, TimeSpan Answered);

    private sealed record Done(Guid Id, DateTimeOffset Delivered);
}
