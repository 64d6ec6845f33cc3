using System.Diagnostics;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.People;

namespace Hub.Benchmarks;

/// <summary>
/// Screening against registers of growing size: building, memory, many persons at once, one at a time, and how soon a
/// change is seen. One passenger in ten is on the register, with one thing wrong; the others are strangers.
/// </summary>
internal sealed class ScreenBenchmark(TextWriter output)
{
    private const int LoadBatch = 2_000;
    private const int WarmUp = 5_000;
    private const int OneInSoMany = 10;
    private const ulong Seed = 42;

    private static readonly PeopleGenerator People = new(Seed, ReportOptions.Passenger);

    public async Task RunAsync(IReadOnlyList<int> sizes, int persons, bool namesOnly)
    {
        await output.WriteLineAsync(Machine.Describe());
        await output.WriteLineAsync($"{"nominals",10} {"build",8} {"bytes each",10} {"bulk a second",14} {"one: p50",9} {"p99",9} {"weighed",8} {"allocated",9} {"seen after",10}");
        foreach (var size in sizes)
        {
            // What is still on the stack of the size before would count as memory held before this one.
            await Task.Yield();
            await MeasureAsync(size, persons, namesOnly);
        }
    }

    private async Task MeasureAsync(int size, int persons, bool namesOnly)
    {
        await BuildAsync(new RegisterIndex(MatchModel.Shipped), Register(WarmUp, namesOnly));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new RegisterIndex(MatchModel.Shipped);
        var build = await BuildAsync(index, Register(size, namesOnly));
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)size;
        var passengers = Passengers(Register(size, namesOnly), size, persons);
        var screener = new Screener(index, TimeProvider.System);

        // The first passes are the compiler's: the runtime settles on its best code while they run.
        await BulkAsync(screener, passengers);
        await BulkAsync(screener, passengers);
        var bulk = await BulkAsync(screener, passengers);
        var one = OneByOne(screener, passengers);
        var seen = SeenAfter(index, screener, Register(size, namesOnly).First());
        await output.WriteLineAsync(
            $"{size,10:N0} {build.TotalSeconds,6:0.00} s {bytes,10:0} {persons / bulk.TotalSeconds,14:N0} " +
            $"{one.P50,6:0.0} µs {one.P99,6:0.0} µs {one.Weighed,8:0.0} {one.Allocated,9:N0} {seen.TotalMicroseconds,7:0} µs");
    }

    private static IEnumerable<Nominal> Register(int size, bool namesOnly) =>
        People.Register(size).Select(n => namesOnly ? n with { Addresses = [], Phones = [], Emails = [], PncId = null, CroNumber = null } : n);

    // Only the index is timed, not the making of the people.
    private static async Task<TimeSpan> BuildAsync(RegisterIndex index, IEnumerable<Nominal> register)
    {
        var watch = new Stopwatch();
        foreach (var batch in register.Chunk(LoadBatch))
        {
            watch.Start();
            index.Apply(new RegisterChanges(batch, index.Mark + batch.Length));
            watch.Stop();
        }

        watch.Start();
        await index.PackAsync();
        return watch.Elapsed;
    }

    private static PersonDetails[] Passengers(IEnumerable<Nominal> register, int size, int persons)
    {
        var every = Math.Max(1, size / (persons / OneInSoMany));
        var known = register.Where((_, i) => i % every == 0).ToArray();
        return
        [
            .. Enumerable.Range(0, persons).Select(i => i % OneInSoMany == 0
                ? People.Report(known[i / OneInSoMany % known.Length], errors: 1)
                : People.Stranger(i)),
        ];
    }

    private static async Task<TimeSpan> BulkAsync(Screener screener, PersonDetails[] persons)
    {
        var watch = Stopwatch.StartNew();
        await foreach (var _ in new BulkScreening(screener).RunAsync(persons.ToAsyncEnumerable(), p => p, MatchPurpose.BorderScreening, keep: 5, progress: null))
        {
        }

        return watch.Elapsed;
    }

    private static (double P50, double P99, double Weighed, double Allocated) OneByOne(Screener screener, PersonDetails[] persons)
    {
        var times = new List<double>(persons.Length);
        long weighed = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        foreach (var person in persons)
        {
            var started = Stopwatch.GetTimestamp();
            weighed += screener.Screen(person, MatchPurpose.BorderScreening).Considered;
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        times.Sort();
        return (Percentiles.At(times, 0.5), Percentiles.At(times, 0.99), weighed / (double)persons.Length, allocated / (double)persons.Length);
    }

    private static TimeSpan SeenAfter(RegisterIndex index, Screener screener, Nominal like)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < 200; i++)
        {
            var added = like with { Id = $"new-{i}", Documents = [new TravelDocument("P", $"90000{i:0000}")] };
            var person = new PersonDetails { Names = added.Names, Born = added.Born, Documents = added.Documents };
            var started = Stopwatch.GetTimestamp();
            index.Apply(new RegisterChanges([added], index.Mark + 1));
            if (screener.Screen(person, MatchPurpose.BorderScreening).Candidates[0].Nominal != added.Id)
            {
                throw new InvalidOperationException("A change was not seen by the next question.");
            }

            times.Add(Stopwatch.GetElapsedTime(started));
        }

        return times.Order().ElementAt(198);
    }
}
