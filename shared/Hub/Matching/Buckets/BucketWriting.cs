using System.Text;
using Hub.Matching.Index;
using Hub.Nominals;

namespace Hub.Matching.Buckets;

/// <summary>What a change of a nominal changes in the buckets: worked out from the record before and after, and from nothing else.</summary>
/// <param name="Sequence">The register's mark that the change made. A document that has it already passes it over.</param>
/// <param name="Postings">What changes by key.</param>
/// <param name="Terms">What counts one more (true) or one less from now on.</param>
internal sealed record BucketWriting(long Sequence, IReadOnlyList<(BlockingKey Key, PostingChange Change)> Postings, IReadOnlyList<(ulong Term, bool More)> Terms)
{
    public static BucketWriting Of(NominalChange change) => Of(
        change.Sequence, change.Nominal,
        FiledNominal.Of(change.Before is { } before ? NominalContent.Read(Encoding.UTF8.GetBytes(before)) : null),
        FiledNominal.Of(NominalContent.Read(Encoding.UTF8.GetBytes(change.After))));

    private static BucketWriting Of(long sequence, string nominal, FiledNominal? before, FiledNominal? after)
    {
        BlockingKey[] had = before?.Keys ?? [];
        BlockingKey[] has = after?.Keys ?? [];
        var postings = new List<(BlockingKey, PostingChange)>();
        postings.AddRange(had.Except(has).Select(key => (key, new PostingChange(sequence, PostingChangeKind.Out, new Posting(nominal, before!.Row)))));
        postings.AddRange(has.Except(had).Select(key => (key, new PostingChange(sequence, PostingChangeKind.In, new Posting(nominal, after!.Row)))));
        if (before is not null && after is not null && before.Row != after.Row)
        {
            postings.AddRange(has.Intersect(had).Select(key => (key, new PostingChange(sequence, PostingChangeKind.Renewed, new Posting(nominal, after.Row)))));
        }

        ulong[] counted = before?.Terms ?? [];
        ulong[] counts = after?.Terms ?? [];
        return new BucketWriting(sequence, postings, [.. counted.Except(counts).Select(term => (term, false)), .. counts.Except(counted).Select(term => (term, true))]);
    }
}

/// <summary>What one change of the register does to one bucket.</summary>
internal readonly record struct PostingChange(long Sequence, PostingChangeKind Kind, Posting Posting);

internal enum PostingChangeKind
{
    In,
    Out,

    /// <summary>The nominal stays, its row is another.</summary>
    Renewed,
}
