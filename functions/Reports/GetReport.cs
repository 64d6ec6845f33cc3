using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Reports;

/// <summary>A report, what became of it, and its whole timeline.</summary>
public sealed class GetReport(ReachableReports reports, Timelines timelines, Reads reads)
{
    [Function("report_get")]
    [Requires(Operation.ReadReport)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reports/{id:guid}")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, problem) = await reports.FindAsync(caller, Operation.ReadReport, id, cancellationToken);
        if (file is null)
        {
            return problem!;
        }

        await reads.AllowedAsync(caller, Operation.ReadReport, $"case:{id}", null, cancellationToken);
        var (whole, audit) = await timelines.ReadAsync(file, cancellationToken);
        return Results.Json(ReportView.For(caller, whole, audit), HubJson.Options);
    }
}
