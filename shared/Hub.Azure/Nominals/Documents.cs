using System.Net;
using System.Text.Json;
using Hub.Json;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Nominals;

/// <summary>Documents read and written as streams: that one is not there is an answer, no exception.</summary>
internal static class Documents
{
    private const string SubStatus = "x-ms-substatus";

    /// <summary>Null where there is none.</summary>
    /// <exception cref="CosmosException">It could not be read, or the container is not there.</exception>
    public static async Task<Stored<T>?> FindAsync<T>(this Container container, string partition, string id, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await container.ReadItemStreamAsync(id, new PartitionKey(partition), cancellationToken: cancellationToken);

        // A missing container is 404 too, with a status below it.
        if (response.StatusCode == HttpStatusCode.NotFound && response.Headers.GetValueOrDefault(SubStatus) is null or "" or "0")
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return new((await JsonSerializer.DeserializeAsync<T>(response.Content, HubJson.Options, cancellationToken))!, response.Headers.ETag);
    }

    public static MemoryStream ToStream<T>(T document) => new(JsonSerializer.SerializeToUtf8Bytes(document, HubJson.Options), writable: false);

    /// <summary>Whether the store may have done what it was asked although it did not say so.</summary>
    public static bool IsUncertain(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.Gone || (int)status >= 500;

    /// <summary>Whether after this exception a write may have been done.</summary>
    public static bool IsUncertain(Exception e) => e switch
    {
        StoreUnavailableException { InnerException: { } cause } => IsUncertain(cause),
        CosmosException cosmos => IsUncertain(cosmos.StatusCode),
        HttpRequestException or IOException or OperationCanceledException => true,
        _ => false,
    };
}

/// <summary>A document as it was read.</summary>
/// <param name="ETag">Changes with every change of it.</param>
internal sealed record Stored<T>(T Document, string ETag);
