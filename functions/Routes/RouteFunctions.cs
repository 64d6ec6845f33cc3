using Hub.Border.Routes;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Routes;

/// <summary>The monitored routes: read, and replaced by a supervisor who says why.</summary>
public sealed class RouteFunctions(MonitoredRoutes routes, RouteReading reading, Reads reads)
{
    [Function("routes_get")]
    [Requires(Operation.ReadRoutes)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/routes")] HttpRequest request, CancellationToken cancellationToken) =>
        View(await routes.ReadAsync(cancellationToken));

    [Function("routes_put")]
    [Requires(Operation.ChangeRoutes)]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/routes")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (change, problem) = await RequestBody.ReadFieldsAsync(request, reading.Read);
        if (change is null)
        {
            return problem!;
        }

        var caller = request.HttpContext.Caller();
        if (await routes.ReplaceAsync(change.Routes, change.Revision, change.Rationale, caller.Actor, cancellationToken) is not { } table)
        {
            return Problems.Of(StatusCodes.Status409Conflict, "revision-conflict", "Somebody has changed the routes before you.", "Read them again and make your change on what is there now.");
        }

        await reads.AllowedAsync(caller, Operation.ChangeRoutes, $"record:{MonitoredRoutes.Id}", change.Rationale, cancellationToken);
        return View(table);
    }

    private static IResult View(RouteTable table) => Results.Json(
        new { table.Revision, table.ChangedAt, ChangedBy = table.ChangedBy?.Id, table.Rationale, table.Routes, History = $"/api/reports/{MonitoredRoutes.Id}" }, HubJson.Options);
}
