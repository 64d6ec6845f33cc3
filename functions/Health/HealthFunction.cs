using Hub.Functions.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Health;

/// <summary>Whether the hub is up, and what waits in it. Counts only, no persons.</summary>
public sealed class HealthFunction(HealthReading health)
{
    [Function("health")]
    [OpenToAll("Load balancers and watchmen ask it; it holds counts only.")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var report = await health.ReadAsync(cancellationToken);
        return Results.Json(report, HubJson.Options, statusCode: report is { Ready: true, Unseen: [] } ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
