using System.Collections.Immutable;
using System.Net;
using System.Runtime.CompilerServices;
using Hub.Azure.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Nominals;

/// <summary>The log: one document per writing, numbered without gaps. Entries never change.</summary>
internal sealed class RegisterLog(HubDatabase database)
{
    public const string ContainerName = "register";
    private const int PartTtl = 24 * 60 * 60;
    private const int MaxTries = 5;
    private const int AtOnce = 8;

    /// <summary>The entry of this number, without its parts; null where the log has not come so far.</summary>
    public async Task<LogEntry?> FindAsync(long n, CancellationToken cancellationToken) =>
        (await (await ContainerAsync()).FindAsync<LogEntry>(LogEntry.PartitionOf(n), LogEntry.IdOf(n), cancellationToken))?.Document;

    /// <summary>The entry with all its changes.</summary>
    public async Task<LogEntry> WholeAsync(LogEntry entry, CancellationToken cancellationToken)
    {
        if (entry.IsWhole)
        {
            return entry;
        }

        var container = await ContainerAsync();
        var changes = ImmutableArray.CreateBuilder<LogChange>((int)(entry.Last - entry.First));
        for (var place = 0; place < entry.Parts; place++)
        {
            var part = await container.FindAsync<LogPart>(entry.Log, LogPart.IdOf(entry.Writing, place), cancellationToken)
                ?? throw new InvalidOperationException($"Part {place} of entry {entry.N} of the register's log is missing.");
            changes.AddRange(part.Document.Changes);
        }

        return entry with { Changes = changes.DrainToImmutable() };
    }

    /// <summary>Entries in their order, without their parts, a few read ahead.</summary>
    public async IAsyncEnumerable<LogEntry> ReadAsync(long from, long to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var n = from; n <= to; n += AtOnce)
        {
            var entries = await Task.WhenAll(Enumerable.Range(0, (int)Math.Min(AtOnce, to - n + 1)).Select(place => FindAsync(n + place, cancellationToken)));
            foreach (var entry in entries)
            {
                yield return entry ?? throw new InvalidOperationException("An entry of the register's log is missing.");
            }
        }
    }

    /// <summary>Number of the entry that made the first change after a mark: halves the log, as marks rise with it.</summary>
    /// <param name="end">The mark is below this position's.</param>
    public async Task<long> LocateAsync(long mark, LogPosition end, CancellationToken cancellationToken)
    {
        if (mark <= 0)
        {
            return 1;
        }

        var (low, high) = (1L, end.N);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var entry = await FindAsync(middle, cancellationToken) ?? throw new InvalidOperationException("An entry of the register's log is missing.");
            (low, high) = entry.Last > mark ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Commits a writing: durable once this returns true. False where somebody else's has its number; then nothing of it stands.</summary>
    /// <param name="parts">Its changes, where they are too large for the entry itself.</param>
    public async Task<bool> CommitAsync(LogEntry entry, ImmutableArray<ImmutableArray<LogChange>> parts)
    {
        var container = await ContainerAsync();
        for (var place = 0; place < parts.Length; place++)
        {
            var part = new LogPart { Id = LogPart.IdOf(entry.Writing, place), Log = entry.Log, Ttl = PartTtl, Changes = parts[place] };
            using var put = await container.UpsertItemStreamAsync(Documents.ToStream(part), new PartitionKey(entry.Log));
            put.EnsureSuccessStatusCode();
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var status = await CreateAsync(container, entry);
                if (status != HttpStatusCode.Conflict)
                {
                    return true;
                }
            }
            catch (Exception e) when (attempt < MaxTries && Documents.IsUncertain(e))
            {
                // Whether it is there is seen below; where it is not, a request still on its way can only make the same document.
            }

            // A number taken may be taken by ourselves: the answer was lost, and the client, or we, asked again.
            if (await FindAsync(entry.N, CancellationToken.None) is { } there)
            {
                return there.Writing == entry.Writing;
            }

            if (attempt == MaxTries)
            {
                throw new InvalidOperationException($"The register's log neither takes entry {entry.N} nor has it.");
            }
        }
    }

    /// <exception cref="CosmosException">It was not done, or nobody knows.</exception>
    private static async Task<HttpStatusCode> CreateAsync(Container container, LogEntry entry)
    {
        if (entry.Parts == 0)
        {
            using var response = await container.CreateItemStreamAsync(Documents.ToStream(entry), new PartitionKey(entry.Log));
            return response.StatusCode == HttpStatusCode.Conflict ? response.StatusCode : response.EnsureSuccessStatusCode().StatusCode;
        }

        // The same step keeps the parts: there is no moment at which an entry stands and its parts may pass away.
        var batch = container.CreateTransactionalBatch(new PartitionKey(entry.Log)).CreateItemStream(Documents.ToStream(entry));
        for (var place = 0; place < entry.Parts; place++)
        {
            batch.PatchItem(LogPart.IdOf(entry.Writing, place), [PatchOperation.Set("/ttl", -1)]);
        }

        using var committed = await batch.ExecuteAsync();
        return committed.StatusCode == HttpStatusCode.Conflict || committed.IsSuccessStatusCode
            ? committed.StatusCode
            : throw new CosmosException(committed.ErrorMessage, committed.StatusCode, 0, committed.ActivityId, committed.RequestCharge);
    }

    private ValueTask<Container> ContainerAsync() => database.ContainerAsync(ContainerName);
}
