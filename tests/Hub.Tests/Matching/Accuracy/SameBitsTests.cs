using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.People;

namespace Hub.Tests.Matching.Accuracy;

/// <summary>The same input gives the same bits: whatever the run, the number of threads, or how the register came to be.</summary>
public sealed class SameBitsTests
{
    private static readonly PeopleGenerator People = new(7);
    private static readonly List<Nominal> Register = [.. People.Register(1_000)];
    private static readonly List<PersonDetails> Reports = [.. Register.Take(300).Select((n, i) => People.Report(n, i % 6))];

    [Fact]
    public async Task One_thread_or_many_and_a_second_run_give_the_same_bits()
    {
        var screener = new Screener(Index(1_000), TimeProvider.System);
        var first = await ScreenAsync(screener, workers: 1);
        Assert.Equal(first, await ScreenAsync(screener, workers: 4));
        Assert.Equal(first, await ScreenAsync(new Screener(Index(1_000), TimeProvider.System), workers: null));
    }

    [Fact]
    public async Task A_register_loaded_in_parts_gives_the_same_bits_as_at_once() => Assert.Equal(
        await ScreenAsync(new Screener(Index(1_000), TimeProvider.System), workers: null),
        await ScreenAsync(new Screener(Index(137), TimeProvider.System), workers: null));

    private static RegisterIndex Index(int batch)
    {
        var index = new RegisterIndex(MatchModel.Shipped);
        foreach (var (mark, chunk) in Register.Chunk(batch).Index())
        {
            index.Apply(new RegisterChanges(chunk, mark + 1));
        }

        return index;
    }

    private static async Task<List<string>> ScreenAsync(Screener screener, int? workers)
    {
        List<string> results = [];
        var bulk = new BulkScreening(screener).RunAsync(Reports.ToAsyncEnumerable(), r => r, MatchPurpose.ArrestRouting, 10, null, workers);
        await foreach (var (_, result) in bulk)
        {
            results.Add(string.Join(' ', result.Candidates.Select(c => $"{c.Nominal}:{BitConverter.DoubleToInt64Bits(c.Bits):x}:{BitConverter.DoubleToInt64Bits(c.Probability):x}:{c.Shown}:{c.Sure}")));
        }

        return results;
    }
}
