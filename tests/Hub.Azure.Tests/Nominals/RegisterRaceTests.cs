using System.Collections.Immutable;
using Hub.Azure.Nominals;
using Hub.Matching;
using Hub.Nominals;
using Hub.Testing;

namespace Hub.Azure.Tests.Nominals;

public sealed class RegisterRaceTests : IDisposable
{
    private const int Writings = 150;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Ids = [.. Enumerable.Range(1, 12).Select(i => $"{i}")];
    private readonly RegisterWorld world = new(new ManualTime(A.Moment));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Two_instances_that_write_overlapping_nominals_lose_nothing_and_a_third_follows_both()
    {
        var (one, other, third) = (world.Open(), world.Open(), world.Open());
        var index = new RegisterIndex(MatchModel.Shipped);
        using var indexing = new RegisterFollower(third, index);
        var followed = new FollowedPairs(third);
        using var done = new CancellationTokenSource();

        var following = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await followed.CatchUpAsync();
                await indexing.CatchUpAsync(None);
            }
        });
        await Task.WhenAll(
            WriteAsync(one, "a", 0), WriteAsync(one, "b", 1), WriteAsync(other, "c", 2), WriteAsync(other, "b", 3));
        await done.CancelAsync();
        await following;

        await followed.CatchUpAsync();
        await indexing.CatchUpAsync(None);
        var fresh = world.Open();
        var held = await fresh.GetAllAsync(Ids, None);
        Assert.Equal(held.OrderBy(h => h.Key).Select(h => (h.Key, h.Value.Nominal.Occupation)), followed.Nominals.OrderBy(h => h.Key).Select(h => (h.Key, h.Value.Occupation)));
        Assert.Equal((held.Values.Max(h => h.Mark), held.Count), (index.Mark, index.Count));
        Assert.Equal((Writings, 2 * Writings, Writings), (await fresh.MarkAsync("a", None), await fresh.MarkAsync("b", None), await fresh.MarkAsync("c", None)));
        Assert.Equal(4 * Writings, held.Values.Sum(h => h.Nominal.Phones.Length) / 2);
        await RegisterChecks.AssertWholeAsync(fresh, Ids);
    }

    [Fact]
    public async Task Whoever_reads_several_while_they_are_written_together_sees_all_of_a_writing_or_nothing()
    {
        var (one, reader) = (world.Open(), world.Open());
        await one.UpsertAsync([A.Nominal("1"), A.Nominal("2")], None);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await one.UpsertAsync([A.Nominal("1") with { Occupation = $"{i}" }, A.Nominal("2") with { Occupation = $"{i}" }], None);
            }
        });

        var newest = -1;
        while (!writing.IsCompleted)
        {
            var together = (await reader.GetAllAsync(["1", "2"], None)).Values.Select(n => n.Nominal.Occupation).Distinct().ToList();
            Assert.Single(together);
            var first = int.Parse((await reader.GetAsync("1", None))!.Occupation ?? "-1", null);
            var second = int.Parse((await reader.GetAsync("2", None))!.Occupation ?? "-1", null);
            Assert.True(newest <= first && first <= second, $"After {newest} was read, {first} and {second}.");
            newest = second;
        }

        await writing;
    }

    /// <summary>Each writing changes two nominals together, says so in both, and moves a mark.</summary>
    private static Task WriteAsync(CosmosNominalRegister register, string feed, int seed) => Task.Run(async () =>
    {
        var random = new Random(seed);
        for (var i = 0; i < Writings; i++)
        {
            var first = random.Next(Ids.Length / 2) * 2;
            string[] pair = [Ids[first], Ids[first + 1]];
            await register.WriteAsync(
                pair,
                state => new([.. pair.Select(id => With(state.Nominals.GetValueOrDefault(id) ?? A.Nominal(id), $"{seed}-{i}"))]) { FeedMark = state.FeedMark + 1 },
                RegisterWriting.OfHub("A race.") with { Feed = feed },
                None);
        }
    });

    private static Nominal With(Nominal nominal, string what) => nominal with { Occupation = what, Phones = (nominal.Phones.Length == 0 || nominal.Occupation is null ? [] : nominal.Phones).Add(what) };

    /// <summary>Follows as matching does, and looks whether what it comes to was ever so.</summary>
    private sealed class FollowedPairs(INominalRegister register)
    {
        private long mark;

        public ImmutableDictionary<string, Nominal> Nominals { get; private set; } = ImmutableDictionary<string, Nominal>.Empty;

        public async Task CatchUpAsync()
        {
            RegisterChanges changes;
            do
            {
                changes = await register.ChangesSinceAsync(mark, 3, None);
                Nominals = Nominals.SetItems(changes.Nominals.Select(n => KeyValuePair.Create(n.Id, n)));
                mark = changes.Mark;
            }
            while (changes.Nominals.Count == 3);
            for (var i = 0; i < Ids.Length; i += 2)
            {
                Assert.Equal(Nominals.GetValueOrDefault(Ids[i])?.Occupation, Nominals.GetValueOrDefault(Ids[i + 1])?.Occupation);
            }
        }
    }
}
