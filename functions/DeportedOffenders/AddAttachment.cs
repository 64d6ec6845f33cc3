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
public sealed class AddAttachment(ReachableCases reachable, AttachmentIntake intake, MoveAnswer answer)
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

        var description = sent.Said.GetValueOrDefault("description")?.Trim();
        if (TextRules.Problem(description, AttachmentIntake.MaxDescriptionLength, multiline: true) is { } wrong)
        {
            return Problems.Invalid(new FieldError("description", wrong.Code, wrong.Message));
        }

        try
        {
            var offered = new OfferedFile(sent.Content, sent.Name, sent.MediaType, sent.Length, string.IsNullOrEmpty(description) ? null : description);
            var (outcome, attachment) = await intake.AttachAsync(file.Id, offered, caller.Actor, cancellationToken);
            return await answer.OfAsync(outcome, caller, id, changed => Added(request, changed, attachment), cancellationToken);
        }
        catch (AttachmentRefusedException refused)
        {
            return AttachmentProblems.Of(refused);
        }
        catch (TooManyUploadsException busy)
        {
            return AttachmentProblems.Busy(request, busy);
        }
    }

    private static IResult Added(HttpRequest request, CaseFile file, CaseAttachment asked)
    {
        var state = Records.StateOf<DeportedOffenderCase>(file);
        var kept = state.Attachments.First(a => a.Address == asked.Address && a.Name == asked.Name);
        request.HttpContext.Response.Headers.Location = CaseView.ContentOf(file.Id, kept);
        return Results.Json(new { Attachment = CaseView.Attachment(file.Id, kept), state.Revision }, HubJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
