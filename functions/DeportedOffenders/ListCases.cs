using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Paging;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.DeportedOffenders;

/// <summary>The open cases, whoever lands soonest first.</summary>
public sealed class ListCases(ICaseStore cases, CaseView view, Access access, Reads reads)
{
    /// <summary>Pages of the board looked through for one page of a caller who sees only their own; then the page is short.</summary>
    private const int MaxLooks = 20;

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
        var found = await OwnAsync(caller, page, cancellationToken);
        await reads.AllowedAsync(caller, Operation.ReadDeportedOffender, "deported-offenders", null, cancellationToken);
        return Http.Paging.Result(found, view.Listed);
    }

    private async Task<Page<CaseFile>> OwnAsync(Caller caller, PageRequest page, CancellationToken cancellationToken)
    {
        var own = new List<CaseFile>();
        var next = page.Continuation;
        for (var looks = 0; looks < MaxLooks && own.Count < page.Size; looks++)
        {
            // No more than are still wanted, so that the page ends where the board's page does.
            var board = await cases.ListCasesAsync(DeportedOffenderCase.Sort, new PageRequest(page.Size - own.Count, next), cancellationToken);
            own.AddRange(board.Items.Where(file => access.MayReach(caller, Operation.ReadDeportedOffender, file)));
            next = board.Continuation;
            if (next is null)
            {
                break;
            }
        }

        return new Page<CaseFile>(own, next);
    }
}
