using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.DeportedOffenders;

/// <summary>Finds a deported offender's case that a caller may reach; a refusal is logged.</summary>
public sealed class ReachableCases(ICaseStore cases, Access access, Reads reads)
{
    /// <returns>The case's file, or the problem to answer with: there is none, or it is not the caller's.</returns>
    public async Task<(CaseFile? File, IResult? Problem)> FindAsync(Caller caller, Operation operation, Guid id, CancellationToken cancellationToken)
    {
        if (await cases.ReadAsync(new CaseId(id), cancellationToken) is not { Feed: DeportedOffenderCase.Sort, Status: CaseStatus.Record } file)
        {
            return (null, Problems.NotFound("case"));
        }

        if (access.MayReach(caller, operation, file))
        {
            return (file, null);
        }

        await reads.RefusedAsync(caller, operation, $"case:{id}", cancellationToken);
        return (null, Problems.Forbidden("No notice of this case is addressed to you."));
    }
}
