using System.Text.Json;
using Hub.Json;
using Hub.Matching;
using Hub.Matching.Buckets;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.Border;

namespace Hub.Testing.Buckets;

/// <summary>One register, matched by the index in memory and by buckets.</summary>
public sealed class BucketWorld : IDisposable
{
    private static readonly RegisterWriting Writing = RegisterWriting.OfHub("A test.");
    private readonly RegisterFollower follower;
    private readonly RegisterMatcher memory;

    /// <param name="scope">Who is in memory; everybody where null.</param>
    public BucketWorld(IBucketStore store, MemoryScope? scope = null)
    {
        Store = store;
        Buckets = new BucketFollower(Register, store);
        Index = new RegisterIndex(MatchModel.Shipped);
        follower = new RegisterFollower(Register, Index, scope, Buckets);
        memory = new RegisterMatcher(new Screener(Index, Time), follower);
        Matcher = new BucketMatcher(MatchModel.Shipped, Buckets, store, Register, Time);
    }

    public ManualTime Time { get; } = new(A.Moment);

    public MemoryRegister Register { get; } = new();

    public IBucketStore Store { get; }

    public BucketFollower Buckets { get; }

    public RegisterIndex Index { get; }

    public BucketMatcher Matcher { get; }

    /// <summary>Writes nominals as they are to be, and lets both indexes see them.</summary>
    public async Task PutAsync(params IEnumerable<Nominal> nominals)
    {
        foreach (var some in nominals.Chunk(500))
        {
            await Register.WriteAsync([.. some.Select(n => n.Id)], _ => new RegisterEdit(some), Writing, default);
        }

        await CatchUpAsync();
    }

    public Task EndAsync(params IEnumerable<Nominal> nominals) => PutAsync(nominals.Select(n => n with { Ended = A.Moment }));

    public async Task CatchUpAsync()
    {
        await follower.CatchUpAsync(default);
        await Buckets.FilledAsync();
        await Index.SettledAsync();
    }

    /// <summary>What is stored with a case, to the byte, by the one and by the other.</summary>
    public async Task<(string Memory, string Buckets)> AssessAsync(PersonDetails person, MatchPurpose purpose) =>
        (Text(await memory.MatchAsync(person, purpose, default)), Text(await Matcher.MatchAsync(person, purpose, default)));

    public void Dispose()
    {
        follower.Dispose();
        Buckets.Dispose();
    }

    public static string Text(MatchAssessment assessment) => JsonSerializer.Serialize(assessment, HubJson.Options);
}
