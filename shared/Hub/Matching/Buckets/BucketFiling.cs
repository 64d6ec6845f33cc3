using System.Collections.Concurrent;
using Hub.Matching.Index;

namespace Hub.Matching.Buckets;

/// <summary>Brings changes into the buckets they concern: each bucket is written once, whatever many changes say of it.</summary>
internal sealed class BucketFiling(IBucketStore store)
{
    /// <summary>Times somebody else may be first. They apply the same changes, so that there is then mostly nothing left to do.</summary>
    private const int MostTries = 10;

    private const int ReadAtOnce = 200;
    private const int WrittenAtOnce = 32;
    private readonly StoredBuckets buckets = new(store);

    /// <summary>Files changes that follow each other; doing it twice does nothing more.</summary>
    /// <returns>Keys whose postings have to be put back (see <see cref="Bucket.WantsFilling"/>).</returns>
    /// <exception cref="BucketsBusyException">Others were first too many times in a row; some buckets are written, and writing all again does no harm.</exception>
    public async Task<IReadOnlyCollection<BlockingKey>> FileAsync(IEnumerable<BucketWriting> changes, CancellationToken cancellationToken)
    {
        var wanting = new ConcurrentDictionary<BlockingKey, byte>();
        var byKey = changes.SelectMany(w => w.Postings).GroupBy(p => p.Key, p => p.Change);
        foreach (var some in byKey.Chunk(ReadAtOnce))
        {
            IReadOnlyCollection<IGrouping<BlockingKey, PostingChange>> left = some;
            for (var attempt = 1; left.Count > 0; attempt++)
            {
                if (attempt > MostTries)
                {
                    throw new BucketsBusyException();
                }

                left = await FileOnceAsync(left, wanting, cancellationToken);
            }
        }

        return [.. wanting.Keys];
    }

    /// <returns>Those of which somebody else was first.</returns>
    private async Task<IReadOnlyCollection<IGrouping<BlockingKey, PostingChange>>> FileOnceAsync(
        IReadOnlyCollection<IGrouping<BlockingKey, PostingChange>> changes, ConcurrentDictionary<BlockingKey, byte> wanting, CancellationToken cancellationToken)
    {
        var heads = await buckets.HeadsAsync([.. changes.Select(c => c.Key)], cancellationToken);
        var stored = await buckets.WithPagesAsync(heads, cancellationToken);
        var again = new ConcurrentBag<IGrouping<BlockingKey, PostingChange>>();
        await Parallel.ForEachAsync(changes, new ParallelOptions { MaxDegreeOfParallelism = WrittenAtOnce, CancellationToken = cancellationToken }, async (change, token) =>
        {
            var bucket = new Bucket(change.Key, stored.GetValueOrDefault(change.Key));
            if (bucket.Apply(change) && !await store.WriteAsync(bucket.Changed(), token))
            {
                again.Add(change);
            }
            else if (bucket.WantsFilling)
            {
                wanting[change.Key] = 0;
            }
        });
        return again;
    }
}
