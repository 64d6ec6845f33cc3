using System.Diagnostics;
using Hub.Testing;

namespace Hub.Benchmarks;

/// <summary>How long a hub takes from the start of its process until it answers, ready.</summary>
internal static class StartBenchmark
{
    public static async Task<int> RunAsync(int times, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-bench-").FullName;
        var took = new List<double>();
        using var http = new HttpClient();
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var hub = await HubProcess.ServeAsync(BenchmarkHub.Program, folder);
            while (!(await http.GetAsync(new Uri(hub.Address, "health"), cancellationToken)).IsSuccessStatusCode)
            {
                await Task.Delay(5, cancellationToken);
            }

            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        await output.WriteLineAsync(Machine.Describe());
        await output.WriteLineAsync($"process start to first ready answer, {times} times: {Percentiles.Words(took)}");
        Directory.Delete(folder, recursive: true);
        return 0;
    }
}
