using System.Net;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>One operation on one item, alone or in a batch.</summary>
internal sealed record ItemCommand
{
    public CosmosOperation Operation { get; init; }
    public string? Id { get; init; }
    public ReadOnlyMemory<byte> Body { get; init; }
    public string? IfMatch { get; init; }
    public string? IfNoneMatch { get; init; }

    /// <summary>The writer does not want the written item back.</summary>
    public bool Minimal { get; init; }

    public bool ReadsStrong { get; init; } = true;
}

internal sealed record ItemOutcome(HttpStatusCode Status)
{
    public int SubStatus { get; init; }
    public string? ETag { get; init; }
    public ReadOnlyMemory<byte> Body { get; init; }
    public double Charge { get; init; }
}
