using Hub.Functions.Identity;
using Hub.Functions.Nominals;
using Hub.Functions.Reports;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.DeportedOffenders;

/// <summary>All of a deported offender's case.</summary>
public sealed class GetCase(ReachableCases reachable, Timelines timelines, CaseView view, Reads reads)
{
    [Function("deported_offender_get")]
    [Requires(Operation.ReadDeportedOffender)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/deported-offenders/{id:guid}")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, problem) = await reachable.FindAsync(caller, Operation.ReadDeportedOffender, id, cancellationToken);
        if (file is null)
        {
            return problem!;
        }

        // Whose case it is they were told by a notice, so no reason is asked for; one given is kept.
        await reads.AllowedAsync(caller, Operation.ReadDeportedOffender, $"case:{id}", Reason.Read(request), cancellationToken);
        var (whole, audit) = await timelines.ReadAsync(file, cancellationToken);
        return Results.Json(view.Whole(caller, whole, audit), HubJson.Options);
    }
}
