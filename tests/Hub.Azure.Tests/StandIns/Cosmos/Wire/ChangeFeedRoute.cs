using System.Globalization;
using System.Net;
using Hub.Azure.Tests.StandIns.Cosmos.Store;

namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

/// <summary>The change feed, latest version mode: everything after an LSN, 304 when there is nothing.</summary>
internal static class ChangeFeedRoute
{
    private const int DefaultPage = 100;

    public static Answer Serve(Collection collection, WireRequest request)
    {
        if (request.Header("A-IM") is var mode && mode is not ("Incremental Feed" or "Incremental feed"))
            throw Refusal.Unknown(mode is null ? "reading all items but by a query" : $"the change feed mode '{mode}'");
        FeedRange.Check(request);
        var after = request.Header("If-None-Match");
        if (after == "*") return Nothing(collection, collection.Lsn, request);
        var lsn = after is null ? 0 : long.TryParse(after.Trim('"'), CultureInfo.InvariantCulture, out var value) ? value
            : throw Refusal.Bad("The continuation of the change feed cannot be read.");
        long? since = after is null && request.Header("If-Modified-Since") is { } time
            ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds() : null;
        var atMost = int.TryParse(request.Header("x-ms-max-item-count"), CultureInfo.InvariantCulture, out var count) && count > 0 ? count : DefaultPage;
        var (items, upTo) = collection.ChangesAfter(lsn, request.KeyFor(collection), since, atMost);
        if (items.IsEmpty) return Nothing(collection, upTo, request);
        return new Answer(HttpStatusCode.OK, Documents.Of(collection, items.Select(WithLsn).ToList()))
        {
            ETag = Tag(upTo),
            ItemCount = items.Length,
            Charge = RequestUnits.ChangeFeed(items.Select(item => item.Size), request.ReadsStrong),
        };
    }

    private static Answer Nothing(Collection collection, long lsn, WireRequest request) =>
        new(HttpStatusCode.NotModified) { ETag = Tag(lsn), ItemCount = 0, Lsn = collection.Lsn, Charge = RequestUnits.ChangeFeed([], request.ReadsStrong) };

    private static string Tag(long lsn) => string.Create(CultureInfo.InvariantCulture, $"\"{lsn}\"");

    private static ReadOnlyMemory<byte> WithLsn(Item item)
    {
        var lsn = System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"_lsn\":{item.Lsn}}}"));
        byte[] document = [.. item.Json.Span[..^1], .. lsn];
        return document;
    }
}
