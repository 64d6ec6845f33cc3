using System.Net;
using System.Text.Json;
using Hub.Azure.Cosmos;
using Hub.Json;
using Hub.Matching.Buckets;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Buckets;

/// <summary>
/// Buckets in Cosmos DB, one logical partition a key. Reads are as strong as the account's consistency: what was written
/// before a question was asked is found by it, on every instance.
/// </summary>
public sealed class CosmosBucketStore(HubDatabase database) : IBucketStore
{
    public const string Container = "buckets";

    /// <summary>Items of one request: its text stays far below the limit of 512 KB, its answer below 4 MB.</summary>
    private const int ReadAtOnce = 200;

    public async Task<IReadOnlyDictionary<BucketAddress, BucketDocument>> ReadAsync(IReadOnlyCollection<BucketAddress> addresses, CancellationToken cancellationToken)
    {
        var container = await database.ContainerAsync(Container);
        var read = new Dictionary<BucketAddress, BucketDocument>();
        foreach (var some in addresses.Distinct().Chunk(ReadAtOnce))
        {
            using var response = await container.ReadManyItemsStreamAsync([.. some.Select(a => (BucketItem.IdOf(a), new PartitionKey(a.Key)))], cancellationToken: cancellationToken);
            response.EnsureSuccessStatusCode();
            var page = (await JsonSerializer.DeserializeAsync<BucketItems>(response.Content, HubJson.Options, cancellationToken))!;
            foreach (var item in page.Documents)
            {
                read[item.Address] = item.ToDocument();
            }
        }

        return read;
    }

    public async Task<bool> WriteAsync(IReadOnlyList<BucketDocument> documents, CancellationToken cancellationToken)
    {
        var container = await database.ContainerAsync(Container);
        return documents is [var head] ? await WriteHeadAsync(container, head, cancellationToken) : await WriteAllAsync(container, documents, cancellationToken);
    }

    private static async Task<bool> WriteHeadAsync(Container container, BucketDocument head, CancellationToken cancellationToken)
    {
        using var item = BucketItem.Write(head);
        var key = new PartitionKey(head.Address.Key);
        using var response = head.Version is { } version
            ? await container.ReplaceItemStreamAsync(item, BucketItem.IdOf(head.Address), key, new ItemRequestOptions { IfMatchEtag = version }, cancellationToken)
            : await container.CreateItemStreamAsync(item, key, cancellationToken: cancellationToken);
        return response.IsSuccessStatusCode || (IsOther(response.StatusCode) ? false : throw Failure(response.StatusCode, response.ErrorMessage, response.Headers.ActivityId, response.Headers.RequestCharge));
    }

    private static async Task<bool> WriteAllAsync(Container container, IReadOnlyList<BucketDocument> documents, CancellationToken cancellationToken)
    {
        var (head, pages) = (documents[0], documents.Skip(1));
        var batch = container.CreateTransactionalBatch(new PartitionKey(head.Address.Key));
        batch = head.Version is { } version
            ? batch.ReplaceItemStream(BucketItem.IdOf(head.Address), BucketItem.Write(head), new TransactionalBatchItemRequestOptions { IfMatchEtag = version })
            : batch.CreateItemStream(BucketItem.Write(head));

        // The head stands guard: pages are whoever's who may write it.
        batch = pages.Aggregate(batch, (so, page) => so.UpsertItemStream(BucketItem.Write(page)));
        using var response = await batch.ExecuteAsync(cancellationToken);
        return response.IsSuccessStatusCode || (IsOther(response.StatusCode) ? false : throw Failure(response.StatusCode, response.ErrorMessage, response.ActivityId, response.RequestCharge));
    }

    // There already, changed, or gone: somebody else was first.
    private static bool IsOther(HttpStatusCode status) => status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound;

    private static CosmosException Failure(HttpStatusCode status, string message, string activity, double charge) => new(message, status, 0, activity, charge);
}
