using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Deported;
using Hub.Functions.DeportedOffenders;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Deported;

/// <summary>The form of a research note.</summary>
public sealed class DeportedNotePages(ReachableCases reachable, DeportedOffenderCases cases, DeportedCaseMaking making, MoveAnswer answer, PageMaking pages, TimeProvider time)
{
    [Function("desk_deported_note")]
    [Page]
    [Requires(Operation.WorkDeportedOffender)]
    public async Task<IResult> Add(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/deported-offenders/{id:guid}/notes")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reachable.FindAsync(caller, Operation.WorkDeportedOffender, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        var (written, form) = FormReading.Read(await FormReading.ReadAsync(request, cancellationToken), NoteReading.Read);
        if (written is null)
        {
            return await making.ShowAsync(request, caller, file, new CaseForms(DeportedErrors.InWords(form), FormState.Empty, StatusCodes.Status422UnprocessableEntity), cancellationToken);
        }

        var note = new ResearchNote(written.Id, written.Text, written.Source, caller.Actor, time.GetUtcNow());
        switch (await cases.NoteAsync(file.Id, note, cancellationToken))
        {
            case MoveOutcome.Made made when NoteReading.Kept(made.File, note) is not null:
                return pages.Done(request, $"{DeportedAddress.Of(file.Id)}#notes", "The note was added.");
            case MoveOutcome.Made made:
                // The form was sent before, and changed since: what is in it now is another note.
                return await Again(made.File, form.With("id", ""), "This form was sent before with other words, and that note stands. Send it again to add these words as another note.");
            case MoveOutcome.NotAllowed refused:
                return await Again(file, form, string.Join(' ', refused.Missing));
            case var other:
                return await answer.OfAsync(other, caller, id, _ => Problems.NotFound("case"), cancellationToken);
        }

        Task<IResult> Again(CaseFile shown, FormState entered, string words) => making.ShowAsync(
            request, caller, shown, new CaseForms(entered with { Errors = [new FieldError("text", "refused", words)] }, FormState.Empty, StatusCodes.Status409Conflict), cancellationToken);
    }
}
