using Hub.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Reports;

/// <summary>Finds a report that a caller may reach; a refusal is logged.</summary>
public sealed class ReachableReports(ICaseStore cases, Access access, Reads reads)
{
    /// <returns>The report, or the problem to answer with: there is none, or it is not the caller's.</returns>
    public Task<(CaseFile? File, IResult? Problem)> FindAsync(Caller caller, Operation operation, Guid id, CancellationToken cancellationToken) =>
        FindAsync(caller, operation, id, "report", static _ => true, cancellationToken);

    /// <summary>As the other, of one sort alone.</summary>
    /// <param name="what">What it is called in answers.</param>
    /// <param name="isOne">Whether a case is one.</param>
    public async Task<(CaseFile? File, IResult? Problem)> FindAsync(
        Caller caller, Operation operation, Guid id, string what, Func<CaseFile, bool> isOne, CancellationToken cancellationToken)
    {
        if (await cases.ReadAsync(new CaseId(id), cancellationToken) is not { } file || !isOne(file))
        {
            return (null, Problems.NotFound(what));
        }

        if (access.MayReach(caller, operation, file))
        {
            return (file, null);
        }

        await reads.RefusedAsync(caller, operation, $"case:{id}", cancellationToken);
        return (null, Problems.Forbidden(operation == Operation.DecideMatch
            ? "This possible match is not your desk's to decide."
            : $"No notice of this {what} is addressed to you."));
    }
}
