using System.Collections.Immutable;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Matching.Buckets;
using Hub.Nominals;
using Hub.Testing.Buckets;
using Xunit.Abstractions;

namespace Hub.Azure.Tests.Buckets;

public sealed class CosmosMatchingTests(ITestOutputHelper output) : IDisposable
{
    private readonly CosmosBuckets buckets = new();
    private readonly BucketQuestions questions = new(19);

    public void Dispose() => buckets.Dispose();

    private static bool IsWrite(CosmosRequest request) => request is { Container: "buckets", IsWrite: true };

    private static bool IsRead(CosmosRequest request) => request is { Container: "buckets", IsWrite: false };

    private async Task SayTheSameAsync(ImmutableArray<Nominal> register, int count)
    {
        foreach (var (person, purpose) in questions.About(register, count))
        {
            var (memory, bucket) = await buckets.World.AssessAsync(person, purpose);
            Assert.Equal(memory, bucket);
        }
    }

    [Fact]
    public async Task Buckets_in_Cosmos_say_what_memory_says_to_the_byte_before_and_after_changes()
    {
        var register = questions.Register(30);
        await buckets.World.PutAsync(register);
        await SayTheSameAsync(register, 25);
        await buckets.World.PutAsync(questions.Changed(register, 12, 0).DistinctBy(n => n.Id));
        await SayTheSameAsync([.. buckets.World.Register.All], 25);
    }

    [Fact]
    public async Task Throttled_lost_and_overtaken_writes_neither_lose_nor_double_anybody()
    {
        var register = questions.Register(24);
        var (world, other) = (buckets.World, new BucketFollower(buckets.World.Register, buckets.Store));
        buckets.StandIn.Faults.Throttle(IsWrite, times: 20, after: 50);
        buckets.StandIn.Faults.Throttle(IsRead, times: 5, after: 3);
        buckets.StandIn.Faults.LoseResponse(IsWrite, times: 10, after: 100);
        var overtaking = 0;
        buckets.StandIn.Faults.Before(IsWrite, async () =>
        {
            if (Interlocked.Increment(ref overtaking) == 1)
            {
                await other.CatchUpAsync(default);
            }
        }, times: 1, after: 250);

        await TryingAsync(() => world.PutAsync(register));
        await TryingAsync(() => world.PutAsync(questions.Changed(register, 10, 0).DistinctBy(n => n.Id)));
        other.Dispose();

        Assert.Equal(1, overtaking);
        await SayTheSameAsync([.. world.Register.All], 20);
        var anew = new MemoryBucketStore();
        using var clean = new BucketWorld(anew);
        await clean.PutAsync(world.Register.All);
        var held = await buckets.Store.ReadAsync([.. anew.All.Select(d => d.Address)], default);
        Assert.Equal(anew.Counts, anew.Counts.Select(c => (c.Key, held[new BucketAddress(c.Key, 0)].Count)));
    }

    [Fact]
    public async Task A_question_reads_the_heads_at_once_and_costs_little()
    {
        var register = questions.Register(40);
        await buckets.World.PutAsync(register);
        buckets.StandIn.Charges.Clear();
        const int Asked = 15;
        foreach (var (person, purpose) in questions.About(register, Asked))
        {
            await buckets.World.Matcher.MatchAsync(person, purpose, default);
        }

        var all = buckets.StandIn.Charges.All.Where(c => c.Container == "buckets").ToList();
        output.WriteLine($"{all.Sum(c => c.RequestUnits) / Asked:F1} request units, {(double)all.Count / Asked:F1} requests a question");
        Assert.DoesNotContain(all, c => c.Request.IsWrite);
        Assert.InRange(all.Count, Asked, 2 * Asked);
        Assert.InRange(all.Sum(c => c.RequestUnits) / Asked, 1, 200);
    }

    // As the hub does: what failed for the moment is tried again.
    private static async Task TryingAsync(Func<Task> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception e) when (attempt < 30 && e is StoreUnavailableException or Microsoft.Azure.Cosmos.CosmosException or BucketsBusyException)
            {
                // Again.
            }
        }
    }
}
