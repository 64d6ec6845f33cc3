using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

/// <summary>What the stand-in's own tests store.</summary>
internal sealed record Sample
{
    public required string Id { get; init; }
    public required string Pk { get; init; }
    public int N { get; init; }
    public string? Word { get; init; }
}

/// <summary>One stand-in, one client and one container for a test.</summary>
internal sealed class SampleAccount : IAsyncDisposable
{
    private SampleAccount(CosmosStandIn standIn, CosmosClient client, Container items) => (StandIn, Client, Items) = (standIn, client, items);

    public CosmosStandIn StandIn { get; }
    public CosmosClient Client { get; }
    public Container Items { get; }

    public static CosmosClientOptions Options => new() { UseSystemTextJsonSerializerWithOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web) };

    public static async Task<SampleAccount> Create(Action<ContainerProperties>? define = null, TimeProvider? time = null, CosmosClientOptions? options = null)
    {
        var standIn = new CosmosStandIn(time);
        var client = standIn.CreateClient(options ?? Options);
        Database database = await client.CreateDatabaseIfNotExistsAsync("hub");
        var properties = new ContainerProperties("items", "/pk");
        define?.Invoke(properties);
        Container items = await database.CreateContainerIfNotExistsAsync(properties);
        return new SampleAccount(standIn, client, items);
    }

    public static async Task<List<T>> All<T>(FeedIterator<T> iterator)
    {
        using var _ = iterator;
        List<T> all = [];
        while (iterator.HasMoreResults) all.AddRange(await iterator.ReadNextAsync());
        return all;
    }

    public Task<List<T>> Query<T>(string sql, string? key = null, int? page = null, params (string Name, object? Value)[] parameters)
    {
        var query = parameters.Aggregate(new QueryDefinition(sql), (definition, parameter) => definition.WithParameter(parameter.Name, parameter.Value));
        return All(Items.GetItemQueryIterator<T>(query, requestOptions: new QueryRequestOptions { PartitionKey = key is null ? null : new PartitionKey(key), MaxItemCount = page }));
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        StandIn.Dispose();
        return ValueTask.CompletedTask;
    }
}
