namespace Hub.Matching.Buckets;

/// <summary>
/// The counts of words as they are kept with the buckets: read at the start, written after many changes. In between each
/// instance counts by itself from the register's changes, so that a question costs nothing and a change next to nothing.
/// </summary>
internal sealed class KeptTerms(IBucketStore store)
{
    /// <summary>Packed bytes of a part at the most, so that a document stays under 2 MB: words beyond 25 million fail loudly.</summary>
    private const int MostBytes = 1_200_000;

    /// <summary>Parts read or written at once.</summary>
    private const int AtOnce = 32;

    public async Task<TermCounts> ReadAsync(CancellationToken cancellationToken)
    {
        var counts = new TermCounts();
        foreach (var some in Enumerable.Range(0, TermCounts.PartCount).Chunk(AtOnce))
        {
            var read = await store.ReadAsync([.. some.Select(AddressOf)], cancellationToken);
            foreach (var i in some)
            {
                if (read.TryGetValue(AddressOf(i), out var document))
                {
                    var part = counts.Parts[i];
                    part.Unpack(document.Content.Span);
                    (part.Mark, part.KeptMark, part.KeptVersion) = (document.Mark, document.Mark, document.Version);
                }
            }
        }

        return counts;
    }

    /// <summary>Writes what is older than it should be. What another instance wrote meanwhile is as good.</summary>
    /// <param name="every">Changes after which a part is written again.</param>
    public async Task WriteAsync(TermCounts counts, int every, CancellationToken cancellationToken)
    {
        foreach (var some in Enumerable.Range(0, TermCounts.PartCount).Where(i => counts.Parts[i].Mark - counts.Parts[i].KeptMark >= every).ToList().Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(i => WriteAsync(counts.Parts[i], AddressOf(i), cancellationToken)));
        }
    }

    private async Task WriteAsync(TermPart part, BucketAddress address, CancellationToken cancellationToken)
    {
        var content = part.Pack();
        if (content.Length > MostBytes)
        {
            throw new InvalidOperationException("The register has more distinct words than the parts of its counts can hold.");
        }

        await store.WriteAsync([new BucketDocument { Address = address, Mark = part.Mark, Content = content, Version = part.KeptVersion }], cancellationToken);
        var now = (await store.ReadAsync([address], cancellationToken)).GetValueOrDefault(address);
        (part.KeptMark, part.KeptVersion) = (now?.Mark ?? 0, now?.Version);
    }

    private static BucketAddress AddressOf(int part) => new(BucketLayout.TermsKeyOf(part), 0);
}
