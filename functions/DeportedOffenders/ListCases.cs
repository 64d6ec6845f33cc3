using Hub.Functions.Identity;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.DeportedOffenders;

/// <summary>The open cases, whoever lands soonest first.</summary>
public sealed class ListCases(OwnCases cases, CaseView view, Reads reads)
{
    [Function("deported_offenders_list")]
    [Requires(Operation.ReadDeportedOffender)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/deported-offenders")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (Http.Paging.Read(request, out var problem) is not { } page)
        {
            return problem!;
        }

        var caller = request.HttpContext.Caller();
        var found = await cases.PageAsync(caller, page, cancellationToken);
        await reads.AllowedAsync(caller, Operation.ReadDeportedOffender, "deported-offenders", null, cancellationToken);
        return Http.Paging.Result(found, view.Listed);
    }
}
