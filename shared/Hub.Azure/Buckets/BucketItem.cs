using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Json;
using Hub.Matching.Buckets;

namespace Hub.Azure.Buckets;

/// <summary>A bucket document as Cosmos DB holds it. Names are short: there are billions.</summary>
internal sealed record BucketItem
{
    /// <summary>How long an empty one still says that what emptied it was done: longer than any instance can be behind.</summary>
    private const int SpentTtl = 14 * 24 * 60 * 60;

    /// <summary>Of its own in the whole container, since reading many goes by it.</summary>
    public required string Id { get; init; }

    public required string Key { get; init; }

    public int P { get; init; }

    public required long Mark { get; init; }

    public int N { get; init; }

    public int Kept { get; init; }

    public IReadOnlyList<long>? Pages { get; init; }

    public byte[]? Content { get; init; }

    public int? Ttl { get; init; }

    [JsonPropertyName("_etag")]
    public string? ETag { get; init; }

    [JsonIgnore]
    public BucketAddress Address => new(Key, P);

    public static string IdOf(BucketAddress address) => string.Create(CultureInfo.InvariantCulture, $"{address.Key}.{address.Page}");

    public static MemoryStream Write(BucketDocument document) => new(JsonSerializer.SerializeToUtf8Bytes(new BucketItem
    {
        Id = IdOf(document.Address),
        Key = document.Address.Key,
        P = document.Address.Page,
        Mark = document.Mark,
        N = document.Count,
        Kept = document.Kept,
        Pages = document.Pages.Count == 0 ? null : document.Pages,
        Content = document.Content.IsEmpty ? null : document.Content.ToArray(),
        Ttl = document.IsSpent ? SpentTtl : null,
    }, HubJson.Options));

    public BucketDocument ToDocument() => new()
    {
        Address = Address,
        Mark = Mark,
        Count = N,
        Kept = Kept,
        Pages = Pages ?? [],
        Content = Content ?? [],
        IsSpent = Ttl is not null,
        Version = ETag,
    };
}

/// <summary>What reading many answers.</summary>
internal sealed record BucketItems([property: JsonPropertyName("Documents")] IReadOnlyList<BucketItem> Documents);
