using Hub.Archive;
using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Nominals;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.DeportedOffenders;

/// <summary>Hands out a file kept with a case, to be saved and never shown by a browser. A reason must be given, and is kept.</summary>
public sealed class GetAttachment(ReachableCases reachable, IArchive archive, Reads reads)
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

        if (Reason.Read(request) is not { } reason)
        {
            return Problems.Invalid(Reason.Missing);
        }

        var kept = Records.StateOf<DeportedOffenderCase>(file).Attachments.FirstOrDefault(a => a.Address.Sha256 == sha256);
        if (kept is null || await archive.OpenAsync(kept.Address, cancellationToken) is not { } content)
        {
            return Problems.NotFound("attachment of this case");
        }

        request.HttpContext.Response.RegisterForDisposeAsync(content);

        // Found in the log by the case as well as by the file.
        await Task.WhenAll(new[] { $"case:{id}", $"attachment:{sha256}" }
            .Select(subject => reads.AllowedAsync(caller, Operation.ReadDeportedOffender, subject, reason, cancellationToken)));
        request.HttpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Stream(content, kept.MediaType, kept.Name);
    }
}
