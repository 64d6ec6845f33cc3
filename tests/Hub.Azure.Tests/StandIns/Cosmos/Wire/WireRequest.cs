using System.Collections.Immutable;
using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Store;

namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

/// <summary>One HTTP request, its path cut and decoded.</summary>
internal sealed record WireRequest(string Method, ImmutableArray<string> Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public static async Task<WireRequest> Read(HttpRequestMessage message, CancellationToken cancellation)
    {
        var body = message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync(cancellation);
        var headers = message.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(message.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        var path = message.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString);
        return new WireRequest(message.Method.Method, [.. path], headers, body);
    }

    public string? Header(string name) => Headers.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public bool Says(string name) => string.Equals(Header(name), "true", StringComparison.OrdinalIgnoreCase);

    public bool IsDocuments => Path.Length >= 5 && Path[0] == "dbs" && Path[2] == "colls" && Path[4] == "docs";

    public PartitionKeyText? PartitionKey => Header("x-ms-documentdb-partitionkey") is { } json ? PartitionKeyText.OfHeader(json) : null;

    /// <summary>The partition key the request names, whole; null: none.</summary>
    public PartitionKeyText? KeyFor(Collection collection) => PartitionKey is not { } key || key.Components == collection.KeyPaths.Length ? PartitionKey
        : throw Refusal.Bad("The partition key has another number of values than the container's definition.");

    /// <summary>The account is Strong unless the request asks for less.</summary>
    public bool ReadsStrong => Header("x-ms-consistency-level") is null or "Strong" or "BoundedStaleness";

    public CosmosOperation Operation => !IsDocuments ? CosmosOperation.Metadata : (Method, Path.Length) switch
    {
        ("POST", 5) when Says("x-ms-cosmos-is-query-plan-request") => CosmosOperation.QueryPlan,
        ("POST", 5) when Says("x-ms-documentdb-isquery") => CosmosOperation.Query,
        ("POST", 5) when Says("x-ms-cosmos-is-batch-request") => CosmosOperation.Batch,
        ("POST", 5) when Says("x-ms-documentdb-is-upsert") => CosmosOperation.Upsert,
        ("POST", 5) => CosmosOperation.Create,
        ("GET", 5) => CosmosOperation.ChangeFeed,
        ("GET", 6) => CosmosOperation.Read,
        ("PUT", 6) => CosmosOperation.Replace,
        ("DELETE", 6) => CosmosOperation.Delete,
        ("PATCH", 6) => CosmosOperation.Patch,
        _ => throw Refusal.Unknown($"{Method} /{string.Join('/', Path)}"),
    };

    public CosmosRequest Describe()
    {
        var operation = Operation;
        return new CosmosRequest
        {
            Operation = operation,
            Database = Path is ["dbs", var database, ..] ? database : null,
            Container = Path is ["dbs", _, "colls", var container, ..] ? container : null,
            PartitionKey = PartitionKey?.Plain,
            Id = Path.Length == 6 && IsDocuments ? Path[5] : operation is CosmosOperation.Create or CosmosOperation.Upsert ? Text("id") : null,
            BatchIds = operation == CosmosOperation.Batch ? [.. BatchRows.Read(Body).Select(command => command.Id ?? "")] : [],
            Query = operation is CosmosOperation.Query or CosmosOperation.QueryPlan ? Text("query") : null,
        };
    }

    private string? Text(string property)
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(property, out var value)
                && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
