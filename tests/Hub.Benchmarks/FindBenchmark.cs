using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Nominals;
using Hub.Testing.People;

namespace Hub.Benchmarks;

/// <summary>
/// Looks for people as officers do, one search after another, over HTTP to a hub in a process of its own: the time of
/// each is that of the whole request, the access log's flush to disk within it.
/// </summary>
internal static class FindBenchmark
{
    private const ulong Seed = 5;
    private const int WarmUps = 300;

    public static async Task<int> RunAsync(int nominals, int searches, TextWriter output, CancellationToken cancellationToken)
    {
        List<Nominal> register = [.. new PeopleGenerator(Seed).Register(nominals)];
        await using var hub = await BenchmarkHub.StartAsync(folder => DayBenchmark.LoadAsync(folder, register, cancellationToken));
        using var officer = hub.Client("supervisor");
        await DayBenchmark.WaitAsync(officer, health => health.GetProperty("ready").GetBoolean(), cancellationToken);
        await output.WriteLineAsync($"{Machine.Describe()}; {nominals:N0} nominals; {searches:N0} searches, one after another, kind by kind; caller on the same machine");

        var kinds = Kinds(register);
        for (var i = 0; i < WarmUps; i++)
        {
            await FindAsync(officer, kinds[i % kinds.Length].Words(i), cancellationToken);
        }

        // One kind after another: the processor's time is counted in hundredths of a second.
        List<double> all = [];
        var each = Math.Max(1, searches / kinds.Length);
        foreach (var (kind, (name, words)) in kinds.Index())
        {
            var took = new List<double>();
            var (found, cut) = (0L, 0);
            var processor = hub.Process.ProcessorTime();
            for (var i = 0; i < each; i++)
            {
                var start = Stopwatch.GetTimestamp();
                var answer = await FindAsync(officer, words(WarmUps + (i * kinds.Length) + kind), cancellationToken);
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found += answer.GetProperty("found").GetInt64();
                cut += answer.TryGetProperty("cutShort", out _) ? 1 : 0;
            }

            processor = hub.Process.ProcessorTime() - processor;
            await output.WriteLineAsync($"{name,-28} {Percentiles.Words(took)}; processor {processor.TotalMilliseconds / each:0.0} ms each; {(double)found / each:0.0} fit on average, more than were shown in {cut:N0}");
            all.AddRange(took);
        }

        await output.WriteLineAsync($"all {all.Count:N0}: {Percentiles.Words(all)}; peak memory {hub.Process.PeakMemory() / 1e6:0} MB");
        return 0;
    }

    private static (string Name, Func<int, string> Words)[] Kinds(List<Nominal> register)
    {
        Nominal At(int i) => register[(int)(SeededRandom.Number($"find {i}") % (ulong)register.Count)];
        Nominal With(int i, Func<Nominal, bool> has) => Enumerable.Range(0, register.Count).Select(k => register[(int)((SeededRandom.Number($"find {i}") + (ulong)k) % (ulong)register.Count)]).First(has);
        string Name(int i) => $"{At(i).Names[0].Surname} {At(i).Names[0].Given[0]}";
        string[] common = [.. register.GroupBy(n => n.Names[0].Surname).OrderByDescending(g => g.Count()).Take(20).Select(g => g.Key)];
        string[] commonGiven = [.. register.GroupBy(n => n.Names[0].Given[0]).OrderByDescending(g => g.Count()).Take(20).Select(g => g.Key)];
        return
        [
            ("surname and given name", Name),
            ("a surname", i => At(i).Names[0].Surname),
            ("names and date of birth", i => $"{Name(i)} {At(i).Born!.Value.Exact:dd'/'MM'/'yyyy}"),
            ("names and year", i => $"{Name(i)} {At(i).Born!.Value.Year}"),
            ("names and part of postcode", i => $"{Name(i)} {At(i).Addresses[0].Postcode![..^4]}"),
            ("PNC ID", i => With(i, n => n.PncId is not null).PncId!),
            ("number of a document", i => With(i, n => !n.Documents.IsEmpty).Documents[0].Number),
            ("telephone", i => With(i, n => !n.Phones.IsEmpty).Phones[0]),
            ("id", i => At(i).Id),
            ("postcode", i => At(i).Addresses[0].Postcode!),
            ("one of 20 common surnames", i => common[i % common.Length]),
            ("one of 20 common given names", i => commonGiven[i % commonGiven.Length]),
            ("two common names", i => $"{commonGiven[i % commonGiven.Length]} {common[i / 20 % common.Length]}"),
            ("three common names", i => $"{commonGiven[i % commonGiven.Length]} {commonGiven[(i + 7) % commonGiven.Length]} {common[i / 20 % common.Length]}"),
            ("six common names", i => string.Join(' ', Enumerable.Range(i, 3).Select(k => $"{commonGiven[k % commonGiven.Length]} {common[k / 2 % common.Length]}"))),
            ("common names and a number", i => $"{commonGiven[i % commonGiven.Length]} {common[i / 20 % common.Length]} {100000000 + (i * 7919)}"),
            ("a year", i => $"{1960 + (i % 50)}"),
            ("nothing found", i => $"Qxwzil{(char)('a' + (i % 26))} Vjuqorp"),
        ];
    }

    private static async Task<JsonElement> FindAsync(HttpClient officer, string words, CancellationToken cancellationToken) =>
        await officer.GetFromJsonAsync<JsonElement>($"api/nominals?q={Uri.EscapeDataString(words)}&reason=benchmark", cancellationToken);
}
