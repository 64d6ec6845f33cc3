using Hub.Matching.Index;
using Hub.Nominals;

namespace Hub.Matching.Buckets;

/// <summary>
/// Puts postings back that were not kept while too many shared a key. That is only wanted once half of those who had it are
/// gone, so it is done the long way, by going through the register, for many keys at once.
/// </summary>
internal sealed class BucketFilling(INominalRegister register, IBucketStore store)
{
    /// <summary>Keys filled in one passage at the most; the others wait for the next.</summary>
    public const int MostKeys = 500;

    private const int BatchSize = 2_000;
    private const int MostTries = 3;
    private readonly StoredBuckets buckets = new(store);

    /// <returns>Keys that could not be filled because they changed meanwhile each time.</returns>
    public async Task<IReadOnlyCollection<BlockingKey>> FillAsync(IReadOnlyCollection<BlockingKey> keys, CancellationToken cancellationToken)
    {
        var left = keys;
        for (var attempt = 1; left.Count > 0 && attempt <= MostTries; attempt++)
        {
            left = await FillOnceAsync(left, cancellationToken);
        }

        return left;
    }

    private async Task<IReadOnlyCollection<BlockingKey>> FillOnceAsync(IReadOnlyCollection<BlockingKey> keys, CancellationToken cancellationToken)
    {
        var (found, mark) = await FindAsync(keys, cancellationToken);
        var stored = await buckets.WithPagesAsync(await buckets.HeadsAsync(keys, cancellationToken), cancellationToken);
        var again = new List<BlockingKey>();
        foreach (var (key, documents) in stored)
        {
            var bucket = new Bucket(key, documents);
            if (!bucket.WantsFilling)
            {
                continue;
            }

            var postings = found[key];
            var isOlder = mark < bucket.Mark;
            bucket.Fill(postings.Values.OrderBy(p => p.Order).Select(p => p.Posting), postings.Count, mark);
            if (isOlder || !await store.WriteAsync(bucket.Changed(), cancellationToken))
            {
                again.Add(key);
            }
        }

        return again;
    }

    /// <summary>Who has the keys: the register as of one mark, since one that changes under way comes again.</summary>
    private async Task<(Dictionary<BlockingKey, Dictionary<string, (int Order, Posting Posting)>> Found, long Mark)> FindAsync(
        IReadOnlyCollection<BlockingKey> keys, CancellationToken cancellationToken)
    {
        var found = keys.ToDictionary(key => key, _ => new Dictionary<string, (int, Posting)>(StringComparer.Ordinal));
        var places = new Dictionary<string, List<BlockingKey>>(StringComparer.Ordinal);
        var (order, mark) = (0, 0L);
        RegisterChanges changes;
        do
        {
            changes = await register.ChangesSinceAsync(mark, BatchSize, cancellationToken);
            mark = changes.Mark;
            foreach (var nominal in changes.Nominals)
            {
                if (places.Remove(nominal.Id, out var before))
                {
                    before.ForEach(key => found[key].Remove(nominal.Id));
                }

                if (FiledNominal.Of(nominal) is not { } filed || filed.Keys.Where(found.ContainsKey).ToList() is not { Count: > 0 } has)
                {
                    continue;
                }

                places[nominal.Id] = has;
                has.ForEach(key => found[key][nominal.Id] = (order, new Posting(nominal.Id, filed.Row)));
                order++;
            }
        }
        while (changes.Nominals.Count > 0);
        return (found, mark);
    }
}
