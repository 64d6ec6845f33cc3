using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hub.Matching;
using Hub.Matching.Index;
using Hub.Nominals;
using Hub.Testing.Buckets;

namespace Hub.Tests.Matching.Buckets;

public sealed class SameOutcomeTests : IDisposable
{
    private const int Nominals = 500;
    private const int Questions = 250;
    private readonly BucketQuestions questions = new(7);
    private readonly BucketWorld world = new(new MemoryBucketStore());

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Buckets_and_memory_say_the_same_of_everybody_to_the_byte_before_and_after_changes()
    {
        var register = questions.Register(Nominals);
        await world.PutAsync(register);
        await SayTheSameAsync(register);

        for (var round = 0; round < 3; round++)
        {
            await world.PutAsync(questions.Changed(register, 80, round).DistinctBy(n => n.Id));
        }

        await SayTheSameAsync([.. world.Register.All]);
    }

    private async Task SayTheSameAsync(ImmutableArray<Nominal> register)
    {
        var outcomes = new ConcurrentDictionary<string, int>();
        var shared = register.Where(n => n.Ended is null).SelectMany(n => BucketKeys.Of(n)).Distinct().ToLookup(Hash);
        var blurred = 0;
        await Parallel.ForEachAsync(questions.About(register, Questions), async (question, _) =>
        {
            var (memory, buckets) = await world.AssessAsync(question.Person, question.Purpose);
            if (memory != buckets && BucketKeys.Of(question.Person).Any(key => shared[Hash(key)].Any(other => other != key)))
            {
                // Memory goes by half of a key, and may look at somebody too many: once in a thousand questions.
                (memory, buckets) = (WithoutConsidered(memory), WithoutConsidered(buckets));
                Interlocked.Increment(ref blurred);
            }

            Assert.Equal(memory, buckets);
            outcomes.AddOrUpdate(memory.Split('"')[5], 1, (_, count) => count + 1);
        });
        Assert.InRange(blurred, 0, Questions / 100);

        // Else the questions ask nothing.
        Assert.Equal(["match", "none", "possible"], outcomes.Keys.Order());
        Assert.All(outcomes.Values, count => Assert.InRange(count, Questions / 20, Questions));
    }

    private static uint Hash(BlockingKey key) => (uint)(key.Value >> 32);

    private static string WithoutConsidered(string assessment) => assessment[..assessment.LastIndexOf("considered", StringComparison.Ordinal)];
}
