using System.Text.Json.Serialization;

namespace Hub.Azure.Cases.Lists;

/// <summary>An item of container <c>views</c>: one line of a list, with what the list shows in it.</summary>
internal sealed record ListRow<T>
{
    public required string Id { get; init; }

    /// <summary>The list: the partition.</summary>
    public required string List { get; init; }

    /// <summary>What the whole list is ordered by, unlike any other row's; null for what is in it no more.</summary>
    public string? At { get; init; }

    /// <summary>The same, for the part of the list that is still to be done; null for what is not in that part.</summary>
    public string? Open { get; init; }

    /// <summary>The commit it was made from: an older one never takes its place.</summary>
    public int N { get; init; }

    public T? Content { get; init; }

    /// <summary>Tells the write that made it so from another that meant the same.</summary>
    public Guid? Write { get; init; }

    /// <summary>Seconds until it goes; null: it stays.</summary>
    [JsonPropertyName("ttl")]
    public int? TimeToLive { get; init; }
}
