using System.Net;
using Hub.Auditing;
using Hub.Azure.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Auditing;

/// <summary>Adds entries to the end of the chain, wherever that is by now. For one caller at a time.</summary>
internal sealed class AccessChain(HubDatabase database)
{
    /// <summary>Batches of others that may come first before ours gives up. At each, one of the others succeeded.</summary>
    private const int MaxTries = 100;

    /// <summary>Tries of one batch whose answer was lost.</summary>
    private const int MaxSends = 3;

    private (long Number, string Hash)? end;

    /// <summary>Stores the first of these entries, as many as fit one partition, together; returns how many those were.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is busy.</exception>
    public async Task<int> AddAsync(IReadOnlyList<AccessEntry> entries)
    {
        var access = await database.ContainerAsync(CosmosAccessLog.Container);
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var items = Numbered(entries, end ?? await EndAsync(access));

            // Not known until it stands.
            end = null;
            if (await StoreAsync(access, items))
            {
                end = (items[^1].N, items[^1].Hash);
                return items.Count;
            }
        }

        throw new StoreUnavailableException("the access log, which others are writing to,");
    }

    private static List<AccessItem> Numbered(IReadOnlyList<AccessEntry> entries, (long Number, string Hash) after)
    {
        var items = new List<AccessItem>(entries.Count);
        var batch = Guid.NewGuid();
        foreach (var entry in entries)
        {
            var item = AccessItem.Of(after.Number + 1, entry, after.Hash, batch);
            if (items.Count > 0 && item.Log != items[0].Log)
            {
                break;
            }

            items.Add(item);
            after = (item.N, item.Hash);
        }

        return items;
    }

    /// <summary>False where others have these numbers. A try whose answer was lost is made again as it was, so that it cannot stand twice.</summary>
    private static async Task<bool> StoreAsync(Container access, List<AccessItem> items)
    {
        for (var send = 1; ; send++)
        {
            try
            {
                return await SendAsync(access, items) || await StandsAsync(access, items[0]);
            }
            catch (StoreUnavailableException e) when (send < MaxSends && !StoreFailures.WasRefused(e))
            {
                // It may stand; the next try finds it there.
            }
        }
    }

    private static async Task<bool> SendAsync(Container access, List<AccessItem> items)
    {
        var batch = access.CreateTransactionalBatch(new PartitionKey(items[0].Log));
        foreach (var item in items)
        {
            batch.CreateItemStream(StoredJson.Write(item), new TransactionalBatchItemRequestOptions { EnableContentResponseOnWrite = false });
        }

        using var response = await batch.ExecuteAsync();
        if (StoreFailures.IsPassing(response.StatusCode))
        {
            throw StoreFailures.Unavailable(response.StatusCode, new CosmosException(response.ErrorMessage ?? "", response.StatusCode, 0, response.ActivityId, response.RequestCharge));
        }

        return response.IsSuccessStatusCode || (response.StatusCode == HttpStatusCode.Conflict
            ? false
            : throw new CosmosException(response.ErrorMessage ?? "", response.StatusCode, 0, response.ActivityId, response.RequestCharge));
    }

    private static async Task<bool> StandsAsync(Container access, AccessItem first) =>
        await access.FindAsync<AccessItem>(first.Id, first.Log, relaxed: false, CancellationToken.None) is { } there && there.Item.Batch == first.Batch;

    private static async Task<(long Number, string Hash)> EndAsync(Container access)
    {
        await foreach (var last in access.QueryAsync<AccessItem>(new QueryDefinition("SELECT TOP 1 * FROM c ORDER BY c.n DESC"), partition: null, relaxed: false, CancellationToken.None))
        {
            return (last.N, last.Hash);
        }

        return (0, "");
    }
}
