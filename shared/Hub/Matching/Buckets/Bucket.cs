using Hub.Matching.Index;

namespace Hub.Matching.Buckets;

/// <summary>
/// One bucket while it is changed. Few postings lie in the head; more lie in pages of their own, so that whoever only wants
/// the count reads little. Of a key that too many share only the count is kept, or, where it is used however many share it,
/// as many as any question can use, and as many again.
/// </summary>
internal sealed class Bucket
{
    private readonly BlockingKey key;
    private readonly BucketDocument? head;
    private readonly List<BucketPage> pages;

    /// <param name="stored">The head and all pages that go with it; null where there is none yet.</param>
    public Bucket(BlockingKey of, IReadOnlyList<BucketDocument>? stored)
    {
        key = of;
        head = stored?[0];
        Count = head?.Count ?? 0;
        Mark = head?.Mark ?? 0;
        pages = stored is null ? [] : [.. stored.Where(d => !d.Content.IsEmpty).Select(d => new BucketPage(d))];
    }

    /// <summary>Nominals with the key.</summary>
    public int Count { get; private set; }

    /// <summary>The register's mark up to which all changes are in.</summary>
    public long Mark { get; private set; }

    /// <summary>Postings kept.</summary>
    public int Kept => pages.Sum(p => p.Postings.Count);

    /// <summary>Whether postings are wanted that were not kept: so many have gone that a question could use them.</summary>
    public bool WantsFilling => IsWanting(key.Kind, Count, Kept);

    public static bool IsWanting(BlockingKind kind, int count, int kept) =>
        kept < count && (BucketLayout.IsLimited(kind) ? count : kept) <= BucketLayout.Needed(kind);

    /// <summary>Applies changes in their order, without those applied before; false where that leaves none.</summary>
    public bool Apply(IEnumerable<PostingChange> changes)
    {
        var before = Mark;
        foreach (var change in changes.Where(c => c.Sequence > before))
        {
            Apply(change);
            Mark = change.Sequence;
        }

        return Mark != before;
    }

    /// <summary>Puts in what the register holds as of a mark, whatever was there.</summary>
    public void Fill(IEnumerable<Posting> postings, int count, long mark)
    {
        pages.Clear();
        (Count, Mark) = (count, mark);
        if (count <= BucketLayout.Kept(key.Kind) || !BucketLayout.IsLimited(key.Kind))
        {
            foreach (var posting in postings.Take(BucketLayout.Kept(key.Kind)))
            {
                Append(posting);
            }
        }
    }

    /// <summary>What is to be written, the head first.</summary>
    public IReadOnlyList<BucketDocument> Changed()
    {
        var address = new BucketAddress(BucketLayout.KeyOf(key), 0);
        Join();
        var own = pages is [{ Bytes: <= BucketLayout.MostBytes }] ? pages[0] : null;
        List<BucketPage> apart = own is null ? pages : [];
        List<BucketDocument> changed = [];
        for (var i = 0; i < Math.Max(apart.Count, head?.Pages.Count ?? 0); i++)
        {
            if (i >= apart.Count)
            {
                changed.Add(new BucketDocument { Address = address with { Page = i + 1 }, Mark = Mark, IsSpent = true });
            }
            else if (apart[i].Place != i + 1)
            {
                apart[i].Mark = Mark;
                changed.Add(new BucketDocument { Address = address with { Page = i + 1 }, Mark = Mark, Content = Posting.Pack(apart[i].Postings) });
            }
        }

        return [new BucketDocument
        {
            Address = address,
            Mark = Mark,
            Count = Count,
            Kept = Kept,
            Pages = [.. apart.Select(p => p.Mark)],
            Content = own is null ? default(ReadOnlyMemory<byte>) : Posting.Pack(own.Postings),
            Version = head?.Version,
            IsSpent = Count == 0,
        }, .. changed];
    }

    private void Apply(PostingChange change)
    {
        if (change.Kind == PostingChangeKind.In)
        {
            // One after a gap would make it look as if none were missing.
            var isWhole = Kept == Count++;
            if (BucketLayout.IsLimited(key.Kind) ? isWhole : Kept < BucketLayout.Kept(key.Kind))
            {
                Append(change.Posting);
            }

            if (BucketLayout.IsLimited(key.Kind) && Count > BucketLayout.Kept(key.Kind))
            {
                pages.Clear();
            }

            return;
        }

        Count -= change.Kind == PostingChangeKind.Out ? 1 : 0;
        foreach (var page in pages)
        {
            if (page.Find(change.Posting.Nominal) is >= 0 and var at)
            {
                page.Put(at, change.Kind == PostingChangeKind.Out ? null : change.Posting);
                break;
            }
        }
    }

    private void Append(Posting posting)
    {
        if (pages.Count == 0 || pages[^1].Bytes + posting.Length > BucketLayout.MostBytes)
        {
            pages.Add(new BucketPage());
        }

        pages[^1].Add(posting);
    }

    // Neighbours that fill half a page together become one, so that the order stays and the next change does not part them.
    private void Join()
    {
        pages.RemoveAll(p => p.Postings.Count == 0);
        for (var i = pages.Count - 2; i >= 0; i--)
        {
            if (pages[i].Bytes + pages[i + 1].Bytes <= BucketLayout.MostBytes / 2)
            {
                pages[i].Take(pages[i + 1]);
                pages.RemoveAt(i + 1);
            }
        }
    }
}

/// <summary>Some postings of a bucket, as many as one document holds.</summary>
internal sealed class BucketPage
{
    public BucketPage()
    {
    }

    public BucketPage(BucketDocument stored)
    {
        (Place, Mark) = (stored.Address.Page, stored.Mark);
        Postings = Posting.Unpack(stored.Content.Span);
        Bytes = stored.Content.Length;
    }

    public List<Posting> Postings { get; } = [];

    public int Bytes { get; private set; }

    /// <summary>The page it is stored as, just as it is here; none where it changed since.</summary>
    public int? Place { get; private set; }

    public long Mark { get; set; }

    public int Find(string nominal) => Postings.FindIndex(p => p.Nominal == nominal);

    public void Add(Posting posting)
    {
        Postings.Add(posting);
        Bytes += posting.Length;
        Place = null;
    }

    /// <summary>Another posting in a place; null takes it out.</summary>
    public void Put(int at, Posting? posting)
    {
        if (posting is { } other)
        {
            Postings[at] = other;
        }
        else
        {
            Bytes -= Postings[at].Length;
            Postings.RemoveAt(at);
        }

        Place = null;
    }

    public void Take(BucketPage next)
    {
        Postings.AddRange(next.Postings);
        Bytes += next.Bytes;
        Place = null;
    }
}
