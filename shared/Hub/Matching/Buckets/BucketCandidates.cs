using Hub.Matching.Index;

namespace Hub.Matching.Buckets;

/// <summary>
/// Who shares a key with a person, from the buckets: by the rules of <see cref="CandidateSet"/>, in its order, each once,
/// bounded alike. Pages are read only as far as they are needed.
/// </summary>
internal sealed class BucketCandidates(StoredBuckets buckets)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<Block> blocks = [];
    private bool isCutShort;
    private bool isNameTooCommon;

    /// <summary>The ids of those found, each with what decides whether it is read.</summary>
    public List<string> Ids { get; } = [];

    public List<(Row Row, BlockingGroup Group)> Found { get; } = [];

    public Sharing Shared => new(Ids.Count, isCutShort, isNameTooCommon);

    /// <summary>Keys that could be used again if their postings were put back.</summary>
    public List<BlockingKey> Wanting { get; } = [];

    public async Task FindAsync(IEnumerable<BlockingKey> keys, BlockLimits limits, CancellationToken cancellationToken)
    {
        var heads = await buckets.HeadsAsync([.. keys.Where(key => limits.Of(key.Kind) > 0)], cancellationToken);
        foreach (var (key, head) in heads)
        {
            Judge(key, head, limits.Of(key.Kind));
        }

        blocks.Sort((a, b) => (a.Group, a.Head.Count, a.Key.Hash, a.Key.Value).CompareTo((b.Group, b.Head.Count, b.Key.Hash, b.Key.Value)));
        for (var next = 0; next < blocks.Count && !isCutShort;)
        {
            var some = Some(next);
            var read = await buckets.WithPagesAsync(some.ToDictionary(b => b.Key, b => b.Head), cancellationToken);
            foreach (var block in some)
            {
                Take(block.Group, read[block.Key]);
            }

            next += some.Count;
        }
    }

    private void Judge(BlockingKey key, BucketDocument head, int limit)
    {
        var group = CandidateSet.GroupOf(key.Kind);
        var isWanting = Bucket.IsWanting(key.Kind, head.Count, head.Kept);
        if (isWanting)
        {
            Wanting.Add(key);
        }

        // One that was too common until now stays so until its postings are back.
        if (head.Count > limit || (isWanting && BucketLayout.IsLimited(key.Kind)))
        {
            isNameTooCommon |= group == BlockingGroup.Names;
        }
        else if (head.Count > 0)
        {
            blocks.Add(new Block(group, key, head));
        }
    }

    /// <summary>The next blocks that are needed for certain, were nobody in two of them; at least one.</summary>
    private List<Block> Some(int from)
    {
        var room = CandidateSet.Most - Ids.Count;
        List<Block> some = [];
        for (var i = from; i < blocks.Count && (some.Count == 0 || room >= 0); i++)
        {
            some.Add(blocks[i]);
            room -= blocks[i].Head.Kept;
        }

        return some;
    }

    private void Take(BlockingGroup group, IReadOnlyList<BucketDocument> documents)
    {
        foreach (var (nominal, row) in documents.SelectMany(d => Posting.Unpack(d.Content.Span)))
        {
            if (isCutShort || !seen.Add(nominal))
            {
                continue;
            }

            if (Ids.Count == CandidateSet.Most)
            {
                isCutShort = true;
                return;
            }

            Ids.Add(nominal);
            Found.Add((row, group));
        }
    }

    private readonly record struct Block(BlockingGroup Group, BlockingKey Key, BucketDocument Head);
}
