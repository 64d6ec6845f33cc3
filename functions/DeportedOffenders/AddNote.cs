using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.DeportedOffenders;

/// <summary>An officer writes down what they found out.</summary>
public sealed class AddNote(ReachableCases reachable, DeportedOffenderCases cases, MoveAnswer answer, TimeProvider time)
{
    [Function("deported_offender_note")]
    [Requires(Operation.WorkDeportedOffender)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/deported-offenders/{id:guid}/notes")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reachable.FindAsync(caller, Operation.WorkDeportedOffender, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        var (body, problem) = await RequestBody.ReadFieldsAsync(request, NoteReading.Read);
        if (body is null)
        {
            return problem!;
        }

        var note = new ResearchNote(body.Id, body.Text, body.Source, caller.Actor, time.GetUtcNow());
        return await answer.OfAsync(await cases.NoteAsync(file.Id, note, cancellationToken), caller, id, changed => Answer(changed, note), cancellationToken);
    }

    private static IResult Answer(CaseFile file, ResearchNote asked) => NoteReading.Kept(file, asked) is { } kept
        ? Results.Json(new { Note = CaseView.Note(kept), Records.StateOf<DeportedOffenderCase>(file).Revision }, HubJson.Options, statusCode: StatusCodes.Status201Created)
        : Problems.Of(StatusCodes.Status409Conflict, "note-conflict", "This id was used before for another note.", "The note first kept under it stands. Send yours under an id of its own.");
}
