namespace Hub.Azure.Tests.StandIns.Cosmos;

public enum CosmosOperation { Create, Read, Replace, Upsert, Delete, Patch, Query, Batch, ChangeFeed, QueryPlan, Metadata }

/// <summary>One request of the client, as the predicates of <see cref="CosmosFaults"/> and the list of charges see it.</summary>
public sealed record CosmosRequest
{
    public required CosmosOperation Operation { get; init; }
    public string? Database { get; init; }

    /// <summary>Name of the container; null for requests on the account, a database, or by resource id.</summary>
    public string? Container { get; init; }

    /// <summary>The partition key: a single text as it is, anything else as canonical JSON; null where the request names none.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>Id of the item, where the request says it: in its path or (create, upsert) in its body. Null for a batch: see <see cref="BatchIds"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Ids of the operations of a batch, in order.</summary>
    public IReadOnlyList<string> BatchIds { get; init; } = [];

    /// <summary>Text of the query.</summary>
    public string? Query { get; init; }

    public bool IsWrite => Operation is CosmosOperation.Create or CosmosOperation.Replace or CosmosOperation.Upsert
        or CosmosOperation.Delete or CosmosOperation.Patch or CosmosOperation.Batch;
}
