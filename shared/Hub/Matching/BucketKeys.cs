using Hub.Matching.Index;
using Hub.Matching.Names;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>
/// The blocking keys by which the index finds candidates, for a register that is kept elsewhere in buckets, one a key: a
/// nominal is put into the bucket of each of its keys, and whoever shares a bucket with a person asked about is weighed.
/// </summary>
public static class BucketKeys
{
    /// <summary>The keys under which a nominal is filed, without repeats.</summary>
    public static IReadOnlyList<BlockingKey> Of(Nominal nominal) => Of(PersonFacts.Of(nominal), asked: false);

    /// <summary>The keys under which to look for a person: those of a nominal like them, and those of their likeliest slips.</summary>
    public static IReadOnlyList<BlockingKey> Of(PersonDetails person) => Of(PersonFacts.Of(person, DateTimeOffset.UnixEpoch), asked: true);

    private static BlockingKey[] Of(PersonFacts facts, bool asked)
    {
        var own = new List<NameToken>();
        var writer = new RecordWriter(word =>
        {
            own.Add(NameToken.Of(word));
            return TokenTable.MaxTokens + own.Count - 1;
        });
        var traits = new Traits();
        traits.ReadNames(writer.Write("", facts).ToArray(), 0);
        traits.ReadRest();
        traits.Born = Packed.Born(facts.Born);
        Span<BlockingKey> keys = new BlockingKey[BlockingKeys.Max];
        return keys[..BlockingKeys.Of(traits, new Words(TokenTable.State.Empty, own), asked, keys)].ToArray();
    }
}
