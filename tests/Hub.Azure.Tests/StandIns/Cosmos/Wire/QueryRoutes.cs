using System.Globalization;
using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Sql;
using Hub.Azure.Tests.StandIns.Cosmos.Store;

namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

/// <summary>Queries. There is one physical partition, so the plan leaves everything to the server and the client passes pages on.</summary>
internal static class QueryRoutes
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;

    public static Answer Plan(WireRequest request)
    {
        Read(request);
        return new Answer(System.Net.HttpStatusCode.OK, """
            {"partitionedQueryExecutionInfoVersion":2,"queryInfo":{"distinctType":"None","top":null,"offset":null,"limit":null,"orderBy":[],"orderByExpressions":[],
            "groupByExpressions":[],"groupByAliases":[],"aggregates":[],"groupByAliasToAggregateType":{},"rewrittenQuery":"","hasSelectValue":false},
            "queryRanges":[{"min":"","max":"FF","isMinInclusive":true,"isMaxInclusive":false}]}
            """u8.ToArray());
    }

    public static Answer Query(Collection collection, WireRequest request)
    {
        FeedRange.Check(request);
        var query = Read(request);
        QueryIndexUse.CheckOrder(query, collection.Indexing);
        var key = request.KeyFor(collection);
        var items = collection.Snapshot(key, query.Where is { } where ? SqlIds.Of(where) : null);
        var scans = QueryIndexUse.Scans(query, collection.Indexing, collection.KeyPaths, key is not null);
        var page = QueryPage.Run(query, items, PageSize(request), request.Header("x-ms-continuation"));
        return new Answer(System.Net.HttpStatusCode.OK, Documents.Of(collection, [.. page.Results.Select(result => (ReadOnlyMemory<byte>)JsonSerializer.SerializeToUtf8Bytes(result))]))
        {
            ItemCount = page.Results.Length,
            Continuation = page.Continuation,
            Charge = RequestUnits.Query((scans ? page.Passed : page.Read).Select(item => item.Size), request.ReadsStrong),
        };
    }

    private static int PageSize(WireRequest request) => int.TryParse(request.Header("x-ms-max-item-count"), CultureInfo.InvariantCulture, out var asked)
        ? asked < 0 ? LargestPage : Math.Clamp(asked, 1, LargestPage) : DefaultPage;

    private static SqlQuery Read(WireRequest request)
    {
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            var root = document.RootElement;
            var parameters = root.TryGetProperty("parameters", out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray().ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("value").Clone())
                : [];
            return SqlQuery.Parse(root.GetProperty("query").GetString()!, parameters);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw Refusal.Bad("The body of the query cannot be read.");
        }
    }
}
