using System.Collections.Immutable;
using Hub.Matching;
using Hub.Matching.Buckets;
using Hub.Nominals;
using Hub.Testing.Buckets;

namespace Hub.Tests.Matching.Buckets;

public sealed class BucketFollowingTests : IDisposable
{
    private readonly BucketQuestions questions = new(11);
    private readonly MemoryBucketStore store = new();
    private readonly BucketWorld world;

    public BucketFollowingTests() => world = new BucketWorld(store);

    public void Dispose() => world.Dispose();

    private static async Task<IEnumerable<(string, int)>> AnewAsync(IEnumerable<Nominal> register)
    {
        var anew = new MemoryBucketStore();
        using var other = new BucketWorld(anew);
        await other.PutAsync(register);
        return anew.Counts;
    }

    private async Task<ImmutableArray<Nominal>> ChangeAsync()
    {
        var register = questions.Register(250);
        await world.PutAsync(register);
        await world.PutAsync(questions.Changed(register, 80, 0).DistinctBy(n => n.Id));
        await world.PutAsync(questions.Changed(register, 80, 1).DistinctBy(n => n.Id));
        return [.. world.Register.All];
    }

    private Task<RegisterOutcome> ForgetMarkAsync() => world.Register.WriteAsync(
        [], _ => RegisterEdit.None with { FeedMark = 0 }, RegisterWriting.OfHub("A test.") with { Feed = "hub:buckets:1" }, default);

    [Fact]
    public async Task Buckets_after_changes_are_those_of_a_register_filed_anew() =>
        Assert.Equal(await AnewAsync(await ChangeAsync()), store.Counts);

    [Fact]
    public async Task Changes_brought_in_twice_change_nothing()
    {
        await ChangeAsync();
        var (before, writes) = (store.All, store.Writes);
        await ForgetMarkAsync();

        using var again = new BucketFollower(world.Register, store);
        await again.CatchUpAsync(default);

        Assert.Equal(before.Select(d => (d.Address, d.Version)), store.All.Select(d => (d.Address, d.Version)));
        Assert.Equal(writes, store.Writes);
        Assert.Equal(world.Index.Mark, again.Mark);
    }

    [Fact]
    public async Task A_follower_stopped_in_the_middle_of_writing_goes_on_without_counting_anybody_twice()
    {
        var random = new Random(5);
        store.BeforeWrite = _ => random.Next(150) == 0 ? throw new IOException("Stopped.") : Task.CompletedTask;
        var register = questions.Register(250);
        var stops = 0;
        foreach (var some in register.Concat(questions.Changed(register, 120, 0)).Chunk(50))
        {
            await StoppingAsync(() => world.PutAsync(some.DistinctBy(n => n.Id)));
        }

        store.BeforeWrite = null;
        await world.CatchUpAsync();

        Assert.InRange(stops, 5, 200);
        Assert.Equal(await AnewAsync(world.Register.All), store.Counts);

        async Task StoppingAsync(Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (IOException)
            {
                stops++;
            }
        }
    }

    [Fact]
    public async Task Several_instances_that_bring_in_the_same_changes_count_each_once()
    {
        var register = questions.Register(120);
        await world.Register.WriteAsync([.. register.Select(n => n.Id)], _ => new RegisterEdit(register), RegisterWriting.OfHub("A test."), default);
        store.BeforeWrite = async _ => await Task.Yield();
        store.AfterRead = async _ => await Task.Yield();
        BucketFollower[] instances = [.. Enumerable.Range(0, 4).Select(_ => new BucketFollower(world.Register, store))];

        await Task.WhenAll(instances.Select(i => Task.Run(() => i.CatchUpAsync(default))));

        Assert.Equal(await AnewAsync(register), store.Counts);
        Assert.All(instances, i => Assert.Equal(world.Register.All.Count, i.Mark));
        Array.ForEach(instances, i => i.Dispose());
    }

    [Fact]
    public async Task A_change_of_what_is_no_key_and_in_no_row_writes_no_bucket()
    {
        var register = questions.Register(50);
        await world.PutAsync(register);
        var writes = store.Writes;

        await world.PutAsync(register[0] with { Markers = [Marker.Missing], Mappa = new Mappa(1, 3) });

        Assert.Equal(writes, store.Writes);
        Assert.Equal(51, world.Buckets.Mark);
    }

    [Fact]
    public async Task An_instance_that_starts_late_counts_words_from_where_they_were_kept()
    {
        var register = questions.Register(200);
        await world.PutAsync(register);
        using var first = new BucketFollower(world.Register, store) { CountsKeptEvery = 100 };
        await first.CatchUpAsync(default);
        var kept = store.Of(".terms.");
        Assert.Equal(256, kept.Count(d => d.Mark == 200));
        await world.PutAsync(register.Select(n => n with { Occupation = "trade20" }));
        Assert.Equal(kept.Select(d => d.Version), store.Of(".terms.").Select(d => d.Version));

        using var late = new BucketFollower(world.Register, store);
        await late.CatchUpAsync(default);
        var matcher = new BucketMatcher(MatchModel.Shipped, late, store, world.Register, world.Time);

        foreach (var (person, purpose) in questions.About(register, 60))
        {
            var (memory, _) = await world.AssessAsync(person with { Occupation = "trade20" }, purpose);
            Assert.Equal(memory, BucketWorld.Text(await matcher.MatchAsync(person with { Occupation = "trade20" }, purpose, default)));
        }
    }

    [Fact]
    public async Task Nobody_is_said_to_be_unknown_before_the_buckets_have_caught_up()
    {
        using var follower = new BucketFollower(world.Register, store);
        using var stop = new CancellationTokenSource();
        var matcher = new BucketMatcher(MatchModel.Shipped, follower, store, world.Register, world.Time);
        var matching = matcher.MatchAsync(Registered.Report(questions.Register(1)[0]), MatchPurpose.ArrestRouting, stop.Token).AsTask();

        Assert.False(matching.IsCompleted);
        Assert.True(follower.WhenWantedAsync().IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => matching);
    }

    [Fact]
    public async Task In_memory_are_only_those_in_its_scope_while_buckets_know_everybody()
    {
        using var scoped = new BucketWorld(new MemoryBucketStore(), new MemoryScope(n => n.Has(Marker.Missing)));
        var register = questions.Register(60);
        await scoped.PutAsync(register);
        Assert.Equal(0, scoped.Index.Count);
        await scoped.PutAsync(register[0] with { Markers = [Marker.Missing] }, register[1] with { Markers = [Marker.Missing] });
        await scoped.PutAsync(register[1] with { Markers = [] });

        Assert.Equal(1, scoped.Index.Count);
        Assert.Equal(scoped.Buckets.Mark, scoped.Index.Mark);
        Assert.Contains("\"match\"", (await scoped.AssessAsync(Registered.Report(register[2]), MatchPurpose.Deduplication)).Buckets, StringComparison.Ordinal);
    }
}
