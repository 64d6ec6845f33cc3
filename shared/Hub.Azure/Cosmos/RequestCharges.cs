using System.Diagnostics.Metrics;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cosmos;

/// <summary>
/// Counts the request units of every operation, by container, operation and status: metric
/// <c>hub.cosmos.request_units</c> of meter <c>Hub.Cosmos</c>; and operations that were throttled, <c>hub.cosmos.throttled</c>.
/// </summary>
internal sealed class RequestCharges : RequestHandler
{
    public const string MeterName = "Hub.Cosmos";
    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<double> Units = Meter.CreateCounter<double>("hub.cosmos.request_units", "{RU}", "Request units charged by Cosmos DB.");
    private static readonly Counter<long> Throttled = Meter.CreateCounter<long>("hub.cosmos.throttled", "{request}", "Requests answered 429.");

    public override async Task<ResponseMessage> SendAsync(RequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var container = ContainerOf(request.RequestUri.OriginalString);
        Units.Add(response.Headers.RequestCharge, new("container", container), new("operation", OperationOf(request)), new("status", (int)response.StatusCode));
        if ((int)response.StatusCode == 429)
        {
            Throttled.Add(1, new KeyValuePair<string, object?>("container", container));
        }

        return response;
    }

    // dbs/{database}/colls/{container}/…; never an item's id, which may name a nominal.
    private static string ContainerOf(string path)
    {
        var parts = path.Trim('/').Split('/');
        return parts is ["dbs", _, "colls", var container, ..] ? container : "";
    }

    private static string OperationOf(RequestMessage request) => request.Method.Method switch
    {
        "POST" when request.Headers["x-ms-documentdb-isquery"] is not null => "query",
        "POST" when request.Headers["x-ms-cosmos-is-batch-request"] is not null => "batch",
        "POST" => "create",
        "GET" when request.Headers["A-IM"] is not null => "changes",
        "GET" => "read",
        "PUT" => "replace",
        "PATCH" => "patch",
        "DELETE" => "delete",
        var other => other,
    };
}
