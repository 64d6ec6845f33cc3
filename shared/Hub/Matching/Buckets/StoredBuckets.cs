using Hub.Matching.Index;

namespace Hub.Matching.Buckets;

/// <summary>Reads buckets whole. Head and pages are read one after the other: where somebody wrote in between, both are read again.</summary>
internal sealed class StoredBuckets(IBucketStore store)
{
    /// <summary>Times a bucket may change under the reader. A key changes a few times a second at the most.</summary>
    private const int MostTries = 10;

    /// <summary>The heads of these keys; those there are not are left out.</summary>
    public async Task<Dictionary<BlockingKey, BucketDocument>> HeadsAsync(IReadOnlyCollection<BlockingKey> keys, CancellationToken cancellationToken)
    {
        var read = await store.ReadAsync([.. keys.Select(key => new BucketAddress(BucketLayout.KeyOf(key), 0))], cancellationToken);
        var heads = new Dictionary<BlockingKey, BucketDocument>();
        foreach (var key in keys)
        {
            if (read.TryGetValue(new BucketAddress(BucketLayout.KeyOf(key), 0), out var head))
            {
                heads[key] = head;
            }
        }

        return heads;
    }

    /// <summary>Heads with all pages that go with them, by key; the heads are read again where they have changed since.</summary>
    /// <exception cref="BucketsBusyException">They change faster than they can be read. Passing: try again later.</exception>
    public async Task<Dictionary<BlockingKey, IReadOnlyList<BucketDocument>>> WithPagesAsync(
        IReadOnlyDictionary<BlockingKey, BucketDocument> heads, CancellationToken cancellationToken)
    {
        var whole = new Dictionary<BlockingKey, IReadOnlyList<BucketDocument>>();
        var left = heads;
        for (var attempt = 1; left.Count > 0; attempt++)
        {
            if (attempt > MostTries)
            {
                throw new BucketsBusyException();
            }

            if (attempt > 1)
            {
                left = await HeadsAsync([.. left.Keys], cancellationToken);
            }

            var asked = left.Values.SelectMany(PagesOf).ToList();
            var read = asked.Count == 0 ? new Dictionary<BucketAddress, BucketDocument>() : await store.ReadAsync(asked, cancellationToken);
            var torn = new Dictionary<BlockingKey, BucketDocument>();
            foreach (var (key, head) in left)
            {
                var pages = PagesOf(head).Select(address => read.GetValueOrDefault(address)).ToList();
                if (pages.Select(p => p?.Mark ?? 0).SequenceEqual(head.Pages))
                {
                    whole[key] = [head, .. pages.OfType<BucketDocument>()];
                }
                else
                {
                    torn[key] = head;
                }
            }

            left = torn;
        }

        return whole;
    }

    private static IEnumerable<BucketAddress> PagesOf(BucketDocument head) => Enumerable.Range(1, head.Pages.Count).Select(page => head.Address with { Page = page });
}

/// <summary>Buckets were being changed by others under every one of our tries. Passing: try again later.</summary>
public sealed class BucketsBusyException() : Exception("The buckets of the register are being changed by others; try again.");
