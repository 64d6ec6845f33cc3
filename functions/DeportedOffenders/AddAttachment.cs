using Hub.Cases;
using Hub.DeportedOffenders.Attachments;
using Hub.DeportedOffenders.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.DeportedOffenders;

/// <summary>An officer adds a file: as the body, or as the part <c>file</c> of a form.</summary>
public sealed class AddAttachment(ReachableCases reachable, CaseFiles files, MoveAnswer answer)
{
    [Function("deported_offender_attach")]
    [Requires(Operation.WorkDeportedOffender)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/deported-offenders/{id:guid}/attachments")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reachable.FindAsync(caller, Operation.WorkDeportedOffender, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        var (sent, problem) = await UploadedFile.OpenAsync(request, AttachmentIntake.MaxDescriptionLength * sizeof(char) * 2, cancellationToken);
        if (sent is null)
        {
            return problem ?? AttachmentProblems.Unstated();
        }

        var (outcome, attachment, refused) = await files.TakeAsync(request, file.Id, sent, caller, cancellationToken);
        return outcome is null
            ? refused!
            : await answer.OfAsync(outcome, caller, id, changed => Added(request, changed, attachment!), cancellationToken);
    }

    private static IResult Added(HttpRequest request, CaseFile file, CaseAttachment asked)
    {
        var state = Records.StateOf<DeportedOffenderCase>(file);
        var kept = state.Attachments.First(a => a.Address == asked.Address && a.Name == asked.Name);
        request.HttpContext.Response.Headers.Location = CaseView.ContentOf(file.Id, kept);
        return Results.Json(new { Attachment = CaseView.Attachment(file.Id, kept), state.Revision }, HubJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
