using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Nominals;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.DeportedOffenders;

/// <summary>Hands out a file kept with a case, to be saved and never shown by a browser. A reason must be given, and is kept.</summary>
public sealed class GetAttachment(ReachableCases reachable, CaseFiles files)
{
    [Function("deported_offender_attachment_get")]
    [Requires(Operation.ReadDeportedOffender)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/deported-offenders/{id:guid}/attachments/{sha256:length(64)}")] HttpRequest request, Guid id, string sha256, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reachable.FindAsync(caller, Operation.ReadDeportedOffender, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        return Reason.Read(request) is { } reason
            ? await files.HandOutAsync(request, caller, file, sha256, reason, cancellationToken)
            : Problems.Invalid(Reason.Missing);
    }
}
