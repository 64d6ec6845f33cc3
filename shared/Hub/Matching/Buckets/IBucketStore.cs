namespace Hub.Matching.Buckets;

/// <summary>
/// Where the buckets of a register beyond memory lie: bounded documents, some for each key, of which the first, the head,
/// decides who may write. What is in them is the index's own affair.
/// </summary>
public interface IBucketStore
{
    /// <summary>Reads documents by their addresses; those there are not are left out. Each is as it was last written.</summary>
    Task<IReadOnlyDictionary<BucketAddress, BucketDocument>> ReadAsync(IReadOnlyCollection<BucketAddress> addresses, CancellationToken cancellationToken);

    /// <summary>
    /// Writes documents of one key, all or none, durable once the call returns, and only if the head is still the one that
    /// was read: of its <see cref="BucketDocument.Version"/>, or not there where that is null.
    /// </summary>
    /// <param name="documents">At most <see cref="BucketDocument.MostPages"/>, the head first.</param>
    /// <returns>False where somebody else was first; nothing was written.</returns>
    Task<bool> WriteAsync(IReadOnlyList<BucketDocument> documents, CancellationToken cancellationToken);
}

/// <summary>Where a bucket document lies.</summary>
/// <param name="Key">What is filed there; ASCII letters, digits, dots.</param>
/// <param name="Page">0 for the head.</param>
public readonly record struct BucketAddress(string Key, int Page);

/// <summary>A part of a bucket, at most some 16 KB as stored (parts of the counts of words: 1 MB).</summary>
public sealed record BucketDocument
{
    /// <summary>Documents of one key at the most.</summary>
    public const int MostPages = 100;

    public required BucketAddress Address { get; init; }

    /// <summary>The register's mark up to which this document has all changes that concern it: those up to there are not applied again.</summary>
    public required long Mark { get; init; }

    /// <summary>On a head: nominals with the key, exactly, whether or not their postings are kept.</summary>
    public int Count { get; init; }

    /// <summary>On a head: postings kept, in it and in the pages.</summary>
    public int Kept { get; init; }

    /// <summary>On a head: the marks of the pages that go with it, from page 1 on; empty where all postings are in the head.</summary>
    public IReadOnlyList<long> Pages { get; init; } = [];

    /// <summary>Packed.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The store's own mark of this very state, as it was read; null for one that is new.</summary>
    public string? Version { get; init; }

    /// <summary>True where nothing is left in it. It is kept for some days, so that what emptied it is not applied again, and then the store may let it go.</summary>
    public bool IsSpent { get; init; }
}
