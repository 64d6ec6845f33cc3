using Hub.Auditing;
using Hub.Functions.Identity;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Audit;

/// <summary>Who looked at what: the access log, oldest first, with the hashes that prove it whole.</summary>
public sealed class ListAccess(IAccessLog log, Reads reads)
{
    [Function("audit_list")]
    [Requires(Operation.ReadAudit)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (Http.Paging.Read(request, out var problem) is not { } page)
        {
            return problem!;
        }

        var subject = request.Query["subject"].FirstOrDefault();
        var entries = await log.ReadAsync(subject, page, cancellationToken);
        await reads.AllowedAsync(request.HttpContext.Caller(), Operation.ReadAudit, subject ?? "audit", null, cancellationToken);
        return Http.Paging.Result(entries, e => new { e.Sequence, e.Entry.At, By = e.Entry.By.Id, e.Entry.By.Role, e.Entry.Action, e.Entry.Allowed, e.Entry.Subject, e.Entry.Reason, e.PreviousHash, e.Hash });
    }
}
