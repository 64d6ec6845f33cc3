using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Functions.Reports;
using Hub.Identity;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.DeportedOffenders;

/// <summary>Finds a deported offender's case that a caller may reach; a refusal is logged.</summary>
public sealed class ReachableCases(ReachableReports reports)
{
    /// <returns>The case's file, or the problem to answer with: there is none, or it is not the caller's.</returns>
    public Task<(CaseFile? File, IResult? Problem)> FindAsync(Caller caller, Operation operation, Guid id, CancellationToken cancellationToken) =>
        reports.FindAsync(caller, operation, id, "case", static file => file is { Feed: DeportedOffenderCase.Sort, Status: CaseStatus.Record }, cancellationToken);
}
