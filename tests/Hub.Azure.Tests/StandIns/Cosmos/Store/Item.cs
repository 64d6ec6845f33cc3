using System.Text.Json;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>One version of one item. Nothing in it changes but what its commit sets, under the collection's lock.</summary>
internal sealed class Item
{
    public required string Id { get; init; }
    public required PartitionKeyText PartitionKey { get; init; }

    /// <summary>The item's number in its container: kept by every later version, the order in which queries come upon items.</summary>
    public required long Number { get; init; }

    public required string ETag { get; init; }

    /// <summary>The whole document with its system properties, as the client is handed it.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    public required JsonElement Root { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public required long Timestamp { get; init; }

    /// <summary>Second since 1970 from which it is gone; null: never.</summary>
    public long? Expires { get; init; }

    public required int IndexedValues { get; init; }

    public long Lsn { get; set; }

    /// <summary>A later version or a deletion was committed.</summary>
    public bool Superseded { get; set; }

    public int Size => Json.Length;

    public bool IsLive(long now) => !Superseded && !(Expires <= now);
}
