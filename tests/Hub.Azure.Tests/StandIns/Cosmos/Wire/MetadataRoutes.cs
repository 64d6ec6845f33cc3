using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Azure.Tests.StandIns.Cosmos.Store;

namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

/// <summary>The handshake, databases, containers and the one partition key range.</summary>
internal static class MetadataRoutes
{
    private const string RangesTag = "\"1\"";

    public static Answer Serve(Account account, WireRequest request) => (request.Method, request.Path) switch
    {
        ("GET", []) => Json(AccountProperties()),
        ("GET", ["clientconfigurations"]) => Json(new JsonObject { ["clientTelemetryConfiguration"] = new JsonObject { ["isEnabled"] = false, ["endpoint"] = "" } }),
        ("POST", ["dbs"]) when !IsQuery(request) => Json(Describe(account.Create(Body(request)["id"]?.GetValue<string>() ?? throw Refusal.Bad("A database needs an id."))), HttpStatusCode.Created),
        ("GET", ["dbs", var database]) => Json(Describe(account.Find(database))),
        ("DELETE", ["dbs", var database]) => Deleted(() => account.Delete(account.Find(database))),
        ("POST", ["dbs", var database, "colls"]) when !IsQuery(request) => Describe(account.Find(database).Create(account.Time, Body(request)), HttpStatusCode.Created),
        ("GET", ["dbs", var database, "colls", var container]) => Describe(account.Find(database).Find(container)),
        ("PUT", ["dbs", var database, "colls", var container]) => Redefine(account.Find(database).Find(container), request),
        ("DELETE", ["dbs", var database, "colls", var container]) => Deleted(() => account.Find(database).Delete(account.Find(database).Find(container))),
        ("GET", ["dbs", var database, "colls", var container, "pkranges"]) => Ranges(account.Find(database).Find(container), request),
        _ => throw Refusal.Unknown($"{request.Method} /{string.Join('/', request.Path)}"),
    };

    private static Answer Ranges(Collection collection, WireRequest request) => request.Header("If-None-Match") == RangesTag
        ? new Answer(HttpStatusCode.NotModified) { ETag = RangesTag, Charge = 0 }
        : Json(new JsonObject
        {
            ["_rid"] = collection.Rid,
            ["PartitionKeyRanges"] = new JsonArray(new JsonObject
            {
                ["_rid"] = collection.RidOf(1),
                ["id"] = "0",
                ["_etag"] = RangesTag,
                ["minInclusive"] = "",
                ["maxExclusive"] = "FF",
                ["_self"] = $"{collection.Self}pkranges/0/",
                ["throughputFraction"] = 1,
                ["status"] = "online",
                ["parents"] = new JsonArray(),
            }),
            ["_count"] = 1,
        }) with
        { ETag = RangesTag };

    private static JsonObject Describe(Database database) => new()
    {
        ["id"] = database.Name,
        ["_rid"] = database.Rid,
        ["_self"] = $"dbs/{database.Rid}/",
        ["_etag"] = "\"1\"",
        ["_colls"] = "colls/",
        ["_users"] = "users/",
        ["_ts"] = 1,
    };

    private static Answer Describe(Collection collection, HttpStatusCode status = HttpStatusCode.OK)
    {
        lock (collection.Gate) return Json(collection.Definition, status) with { ETag = collection.ETag, Lsn = collection.Lsn };
    }

    private static Answer Redefine(Collection collection, WireRequest request)
    {
        lock (collection.Gate)
        {
            if (request.Header("If-Match") is { } tag && tag != collection.ETag) throw new Refusal(HttpStatusCode.PreconditionFailed, "The container was changed meanwhile.");
            collection.Redefine(Body(request));
        }
        return Describe(collection);
    }

    private static Answer Deleted(Action delete)
    {
        delete();
        return new Answer(HttpStatusCode.NoContent);
    }

    private static bool IsQuery(WireRequest request) => request.Says("x-ms-documentdb-isquery") || request.Header("Content-Type")?.StartsWith("application/query+json", StringComparison.Ordinal) == true;

    private static JsonObject Body(WireRequest request)
    {
        try
        {
            return JsonNode.Parse(request.Body)?.AsObject() ?? throw Refusal.Bad("The body is empty.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw Refusal.Bad("The body is no JSON object.");
        }
    }

    private static Answer Json(JsonObject body, HttpStatusCode status = HttpStatusCode.OK) => new(status, JsonSerializer.SerializeToUtf8Bytes(body)) { Charge = 0 };

    private static JsonObject AccountProperties()
    {
        JsonArray Locations() => [new JsonObject { ["name"] = "UK South", ["databaseAccountEndpoint"] = CosmosStandIn.Endpoint.ToString() }];
        return new JsonObject
        {
            ["_self"] = "",
            ["id"] = "cosmos-stand-in",
            ["_rid"] = "cosmos-stand-in",
            ["media"] = "//media/",
            ["addresses"] = "//addresses/",
            ["_dbs"] = "//dbs/",
            ["writableLocations"] = Locations(),
            ["readableLocations"] = Locations(),
            ["enableMultipleWriteLocations"] = false,
            ["userReplicationPolicy"] = new JsonObject { ["asyncReplication"] = false, ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 },
            ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = "Strong" },
            ["systemReplicationPolicy"] = new JsonObject { ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 },
            ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
            ["queryEngineConfiguration"] = """{"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":5,"maxLogicalAndPerSqlQuery":500,"maxLogicalOrPerSqlQuery":500,"maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxInMemorySortDocumentCount":500,"maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,"sqlAllowAggregateFunctions":true,"sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,"sqlAllowGroupByClause":true,"maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,"sqlDisableQueryILOptimization":false,"sqlDisableFilterPlanOptimization":false}""",
        };
    }
}
