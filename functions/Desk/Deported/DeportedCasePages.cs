using Hub.Functions.DeportedOffenders;
using Hub.Functions.Identity;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Deported;

/// <summary>The page of a deported offender's case.</summary>
public sealed class DeportedCasePages(ReachableCases reachable, DeportedCaseMaking making)
{
    [Function("desk_deported_case")]
    [Page]
    [Requires(Operation.ReadDeportedOffender)]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/deported-offenders/{id:guid}")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, problem) = await reachable.FindAsync(caller, Operation.ReadDeportedOffender, id, cancellationToken);
        return file is null ? problem! : await making.ShowAsync(request, caller, file, CaseForms.Empty, cancellationToken);
    }
}
