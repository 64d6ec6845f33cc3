using Hub.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Reports;

/// <summary>A report, what became of it, and its whole timeline.</summary>
public sealed class GetReport(ICaseStore cases, Access access, Reads reads)
{
    [Function("report_get")]
    [Requires(Operation.ReadReport)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reports/{id:guid}")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        if (await cases.ReadAsync(new CaseId(id), cancellationToken) is not { } file)
        {
            return Problems.NotFound("report");
        }

        if (!access.MayReach(caller, Operation.ReadReport, file))
        {
            await reads.RefusedAsync(caller, Operation.ReadReport, $"case:{id}", cancellationToken);
            return Problems.Forbidden("No notice of this report is addressed to you.");
        }

        await reads.AllowedAsync(caller, Operation.ReadReport, $"case:{id}", null, cancellationToken);
        return Results.Json(ReportView.For(caller, file, await cases.ReadAuditAsync(file.Id, cancellationToken)), HubJson.Options);
    }
}
