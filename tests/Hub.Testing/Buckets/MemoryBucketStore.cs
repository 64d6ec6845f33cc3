using System.Collections.Immutable;
using Hub.Matching.Buckets;

namespace Hub.Testing.Buckets;

/// <summary>Buckets in memory, held to what the port promises and to the sizes of documents.</summary>
public sealed class MemoryBucketStore : IBucketStore
{
    private const int MostBytes = 12_000;
    private readonly Lock gate = new();
    private readonly Dictionary<BucketAddress, BucketDocument> held = [];
    private long version;

    /// <summary>Called before each write, outside of the lock; may throw.</summary>
    public Func<IReadOnlyList<BucketDocument>, Task>? BeforeWrite { get; set; }

    /// <summary>Called after each read, with what was read.</summary>
    public Func<IReadOnlyCollection<BucketAddress>, Task>? AfterRead { get; set; }

    public int Writes { get; private set; }

    public ImmutableArray<BucketDocument> All => Of("");

    /// <summary>Those with this in their key, in order.</summary>
    public ImmutableArray<BucketDocument> Of(string key)
    {
        lock (gate)
        {
            return [.. held.Values.Where(d => d.Address.Key.Contains(key, StringComparison.Ordinal)).OrderBy(d => d.Address.Key, StringComparer.Ordinal).ThenBy(d => d.Address.Page)];
        }
    }

    /// <summary>Who has what key, and how many postings are kept: the same for the same register, however it came to be.</summary>
    public IEnumerable<(string Key, int Count)> Counts => All.Where(d => d.Address.Page == 0 && d.Count > 0).Select(d => (d.Address.Key, d.Count));

    public async Task<IReadOnlyDictionary<BucketAddress, BucketDocument>> ReadAsync(IReadOnlyCollection<BucketAddress> addresses, CancellationToken cancellationToken)
    {
        Dictionary<BucketAddress, BucketDocument> read;
        lock (gate)
        {
            read = addresses.Distinct().Where(held.ContainsKey).ToDictionary(a => a, a => held[a]);
        }

        await (AfterRead?.Invoke(addresses) ?? Task.CompletedTask);
        return read;
    }

    public async Task<bool> WriteAsync(IReadOnlyList<BucketDocument> documents, CancellationToken cancellationToken)
    {
        await (BeforeWrite?.Invoke(documents) ?? Task.CompletedTask);
        lock (gate)
        {
            var head = documents[0];
            if (head.Address.Page != 0 || documents.Count > BucketDocument.MostPages || documents.Any(d => d.Address.Key != head.Address.Key || d.Content.Length > MostBytes)
                || documents.DistinctBy(d => d.Address).Count() != documents.Count)
            {
                throw new InvalidOperationException("No documents of one bucket, or too large.");
            }

            if (held.GetValueOrDefault(head.Address)?.Version != head.Version)
            {
                return false;
            }

            foreach (var document in documents)
            {
                held[document.Address] = document with { Content = document.Content.ToArray(), Version = $"{++version}" };
            }

            Writes++;
            return true;
        }
    }
}
