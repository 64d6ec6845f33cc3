using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cosmos;

/// <summary>
/// Reads and writes of items as <see cref="StoredJson"/> writes them. What can be answered otherwise than yes is an
/// answer here; what is left is an exception.
/// </summary>
internal static class ContainerItems
{
    /// <summary>Items of a query's page: small, because items may be large.</summary>
    private const int QueryPage = 50;

    /// <param name="relaxed">From any replica, at half the price: only where what is then done holds for an older state too.</param>
    public static async Task<Found<T>?> FindAsync<T>(this Container container, string id, string partition, bool relaxed, CancellationToken cancellationToken)
    {
        var options = relaxed ? new ItemRequestOptions { ConsistencyLevel = ConsistencyLevel.Eventual } : null;
        using var response = await container.ReadItemStreamAsync(id, new PartitionKey(partition), options, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return new Found<T>(StoredJson.Read<T>(response.Content), response.Headers.ETag);
    }

    /// <summary>False where an item of this id is there already.</summary>
    public static async Task<bool> CreateAsync<T>(this Container container, T item, string partition, CancellationToken cancellationToken)
    {
        using var written = StoredJson.Write(item);
        using var response = await container.CreateItemStreamAsync(written, new PartitionKey(partition), cancellationToken: cancellationToken);
        return Done(response, HttpStatusCode.Conflict);
    }

    /// <summary>False where the item is not as it was read any more, or gone.</summary>
    public static async Task<bool> ReplaceAsync<T>(this Container container, T item, string id, string partition, string etag, CancellationToken cancellationToken)
    {
        using var written = StoredJson.Write(item);
        var options = new ItemRequestOptions { IfMatchEtag = etag };
        using var response = await container.ReplaceItemStreamAsync(written, id, new PartitionKey(partition), options, cancellationToken);
        return Done(response, HttpStatusCode.PreconditionFailed, HttpStatusCode.NotFound);
    }

    /// <summary>One that is not there is deleted already.</summary>
    public static async Task DeleteAsync(this Container container, string id, string partition, CancellationToken cancellationToken)
    {
        using var response = await container.DeleteItemStreamAsync(id, new PartitionKey(partition), cancellationToken: cancellationToken);
        Done(response, HttpStatusCode.NotFound);
    }

    /// <param name="partition">Null: of all partitions.</param>
    public static async IAsyncEnumerable<T> QueryAsync<T>(
        this Container container, QueryDefinition query, string? partition, bool relaxed, [EnumeratorCancellation] CancellationToken cancellationToken, int pageSize = QueryPage)
    {
        var options = new QueryRequestOptions { MaxItemCount = pageSize };
        if (partition is not null)
        {
            options.PartitionKey = new PartitionKey(partition);
        }

        if (relaxed)
        {
            options.ConsistencyLevel = ConsistencyLevel.Eventual;
        }

        using var pages = container.GetItemQueryStreamIterator(query, requestOptions: options);
        while (pages.HasMoreResults)
        {
            using var response = await NextAsync(pages, cancellationToken);
            foreach (var item in StoredJson.ReadPage<T>(response.Content))
            {
                yield return item;
            }
        }
    }

    /// <summary>A query asks by requests of its own: what our handler says of them comes back as the query's answer.</summary>
    private static async Task<ResponseMessage> NextAsync(FeedIterator pages, CancellationToken cancellationToken) => await StoreFailures.TranslateAsync(async () =>
    {
        var response = await pages.ReadNextAsync(cancellationToken);
        return response.IsSuccessStatusCode ? response : throw StoreFailures.Cause(response);
    }, cancellationToken);

    private static bool Done(ResponseMessage response, params ReadOnlySpan<HttpStatusCode> no)
    {
        if (no.Contains(response.StatusCode))
        {
            return false;
        }

        response.EnsureSuccessStatusCode();
        return true;
    }
}

/// <summary>An item as it was read.</summary>
/// <param name="ETag">Changes whenever the item does.</param>
internal sealed record Found<T>(T Item, string ETag);
