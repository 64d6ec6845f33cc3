using System.Diagnostics;
using Hub.Archive;
using Hub.Cases;
using Hub.Embedded.Files;
using Hub.Embedded.Sqlite;
using Hub.Messaging;

namespace Hub.Benchmarks;

/// <summary>How many durable operations a second the SQLite adapters do for a number of concurrent callers, on this machine's disk.</summary>
internal static class SqliteBenchmark
{
    private static readonly SubscriptionAddress Assess = new(HubTopology.Reports, HubTopology.Assess);

    public static async Task RunAsync(int callers, int rounds)
    {
        var directory = Directory.CreateTempSubdirectory("hub-benchmark-");
        try
        {
            await using var database = SqliteDatabase.Open(directory.FullName);
            var store = new SqliteCaseStore(database, TimeProvider.System);
            var bus = new SqliteMessageBus(database, HubTopology.Topology, TimeProvider.System);
            var archive = new FolderArchive(Path.Combine(directory.FullName, "archive"), TimeProvider.System);
            await MeasureAsync("warm-up", callers, 200, i => CommitAsync(store, $"warm-{i}"));
            await MeasureAsync("case commit (case + event)", callers, rounds, i => CommitAsync(store, $"case-{i}"));
            await MeasureAsync("event marked sent", callers, rounds, i => store.MarkSentAsync([Event($"case-{i}")], default));
            await MeasureAsync("bus send", callers, rounds, i => bus.SendAsync(HubTopology.Reports, [Message($"message-{i}")], default));
            await MeasureAsync("bus receive one, complete", callers, rounds, _ => ReceiveAsync(bus, 1));
            await MeasureAsync("bus send, receive one, complete", callers, rounds, async i =>
            {
                await bus.SendAsync(HubTopology.Reports, [Message($"flow-{i}")], default);
                await ReceiveAsync(bus, 1);
            });
            await MeasureAsync("case read", callers, rounds, i => store.ReadAsync(CaseId.For("arrests", $"case-{i}"), default));
            await MeasureAsync("archive put", callers, Math.Min(rounds, 4000), i => archive.PutAsync(BitConverter.GetBytes((long)i), default));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string what, int callers, int rounds, Func<int, Task> operation)
    {
        var next = -1;
        var processor = Process.GetCurrentProcess();
        var processorBefore = processor.TotalProcessorTime;
        var allocatedBefore = GC.GetTotalAllocatedBytes();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            int i;
            while ((i = Interlocked.Increment(ref next)) < rounds)
            {
                await operation(i);
            }
        })));
        clock.Stop();
        processor.Refresh();
        var busy = (processor.TotalProcessorTime - processorBefore).TotalMicroseconds / rounds;
        Console.WriteLine($"{what,-34} {rounds / clock.Elapsed.TotalSeconds,9:N0}/s {busy,7:N1} µs processor {(GC.GetTotalAllocatedBytes() - allocatedBefore) / rounds,8:N0} bytes allocated");
    }

    private static async Task CommitAsync(SqliteCaseStore store, string reference)
    {
        var outcome = await store.CommitAsync(new() { Case = Case(reference), Events = [Event(reference)] }, default);
        _ = outcome as CommitOutcome.Committed ?? throw new InvalidOperationException("The benchmark's cases are all new.");
    }

    private static async Task ReceiveAsync(SqliteMessageBus bus, int max)
    {
        foreach (var message in await bus.ReceiveAsync(Assess, max, TimeSpan.FromSeconds(5), default))
        {
            await bus.CompleteAsync(message, default);
        }
    }

    private static CaseFile Case(string reference) => new()
    {
        Id = CaseId.For("arrests", reference),
        Feed = "arrests",
        Reference = reference,
        Sender = "benchmark",
        Status = CaseStatus.Accepted,
        OccurredAt = DateTimeOffset.UnixEpoch,
        ReceivedAt = DateTimeOffset.UnixEpoch,
        ContentHash = new string('0', 64),
        Raw = ArchiveAddress.Of("{}"u8),
        Report = Sample.Report,
    };

    private static OutgoingEvent Event(string reference) => new()
    {
        Id = reference,
        Case = CaseId.For("arrests", reference),
        Topic = HubTopology.Reports,
        Type = HubTopology.ReportAccepted,
        Time = DateTimeOffset.UnixEpoch,
        Data = Sample.Report,
    };

    private static Message Message(string id) => new() { Id = id, Body = Sample.Report.GetRawText(), Properties = Sample.Properties };

    /// <summary>About a kilobyte, as reports are.</summary>
    private static class Sample
    {
        public static readonly System.Text.Json.JsonElement Report = System.Text.Json.JsonSerializer.SerializeToElement(
            Enumerable.Range(0, 20).ToDictionary(i => $"field{i}", i => $"A value of some forty characters, number {i}"));

        public static readonly System.Collections.Immutable.ImmutableSortedDictionary<string, string> Properties =
            System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty
                .Add(HubTopology.TypeProperty, HubTopology.ReportAccepted).Add("borough", "camden").Add("kind", "arrest");
    }
}
