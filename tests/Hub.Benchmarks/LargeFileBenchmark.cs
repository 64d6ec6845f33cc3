using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Testing.Manifests;

namespace Hub.Benchmarks;

/// <summary>One large file of many flights, dropped into the folder: how long until it is screened, and in how much memory.</summary>
internal static class LargeFileBenchmark
{
    private const int Flights = 1_900;

    public static async Task<int> RunAsync(int megabytes, int nominals, TextWriter output, CancellationToken cancellationToken)
    {
        var sample = new DaySample(nominals);
        var register = sample.Register();
        await using var hub = await BenchmarkHub.StartAsync(folder => DayBenchmark.LoadAsync(folder, register, cancellationToken));
        using var supervisor = hub.Client("supervisor");
        await DayBenchmark.WaitAsync(supervisor, h => h.GetProperty("ready").GetBoolean(), cancellationToken);
        var before = hub.Process.PeakMemory();

        var file = Path.Combine(hub.Folder, "large.edi");
        var passengers = await WriteAsync(sample, file, megabytes, cancellationToken);
        var id = await IdAsync(file, cancellationToken);
        await output.WriteLineAsync($"{Machine.Describe()}; {nominals:N0} nominals; one file of {new FileInfo(file).Length / 1e6:0} MB, {Flights:N0} flights, {passengers:N0} passengers");
        var start = Stopwatch.GetTimestamp();
        File.Move(file, Path.Combine(hub.Folder, "blobs", IManifestDrop.Container, "large.edi"));
        var manifest = await FollowAsync(supervisor, id, cancellationToken);
        await output.WriteLineAsync($"{manifest.GetProperty("state").GetString()} {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s after it was dropped; {manifest.GetProperty("screened").GetInt64():N0} screened, {manifest.GetProperty("hits").GetProperty("count").GetInt64():N0} hits");
        await output.WriteLineAsync($"peak memory {hub.Process.PeakMemory() / 1e6:0} MB, before the file {before / 1e6:0} MB");
        return 0;
    }

    /// <summary>Closed again at once: a file that somebody holds open is left alone.</summary>
    private static async Task<CaseId> IdAsync(string file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        return CaseId.For(ManifestRecord.Sort, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));
    }

    private static async Task<long> WriteAsync(DaySample sample, string file, int megabytes, CancellationToken cancellationToken)
    {
        // Each flight as large as makes the file.
        var (body, _, _) = sample.Manifest(0, 200);
        var travellers = (int)(megabytes * 1e6 / Flights / (body.Length / 200.0));
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false));
        await writer.WriteAsync(PaxlstText.Write([.. Enumerable.Range(0, Flights).Select(i => sample.Paxlst(i, travellers))]).AsMemory(), cancellationToken);
        return (long)travellers * Flights;
    }

    private static async Task<JsonElement> FollowAsync(HttpClient supervisor, CaseId id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var refused = await supervisor.GetFromJsonAsync<JsonElement>("api/notices?recipient=border-liaison&state=delivered&limit=1", cancellationToken);
            if (refused.GetProperty("items").EnumerateArray().FirstOrDefault(n => n.GetProperty("kind").GetString() == "manifest-refused") is { ValueKind: JsonValueKind.Object } notice)
            {
                throw new InvalidOperationException(notice.GetProperty("reason").GetString());
            }

            using var answer = await supervisor.GetAsync($"api/manifests/{id}", cancellationToken);
            if (answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken) is var manifest && manifest.GetProperty("state").GetString() != "received")
            {
                return manifest;
            }

            await Task.Delay(200, cancellationToken);
        }
    }
}
