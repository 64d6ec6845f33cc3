using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Deported;
using Hub.Functions.DeportedOffenders;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Nominals;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Deported;

/// <summary>Adding a file to a case, and saving one.</summary>
public sealed class DeportedFilePages(ReachableCases reachable, CaseFiles files, DeportedCaseMaking making, MoveAnswer answer, PageGate gate, PageMaking pages)
{
    /// <summary>Bytes of a field before the file: what is too long for it is then said in words.</summary>
    private const int MaxFieldBytes = 32 * 1024;

    [Function("desk_deported_file_add")]
    [Page(ProvesItsForm = true)]
    [Requires(Operation.WorkDeportedOffender)]
    public async Task<IResult> Add(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/deported-offenders/{id:guid}/attachments")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reachable.FindAsync(caller, Operation.WorkDeportedOffender, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        var (sent, unreadable) = await UploadedFile.OpenAsync(request, MaxFieldBytes, cancellationToken);
        if (sent is null && unreadable is not null)
        {
            return await Again(file, FormState.Empty, "Choose a file. If you did, choose it again: it did not arrive whole.", StatusCodes.Status422UnprocessableEntity);
        }

        if (await gate.DenyTokenAsync(request.HttpContext, sent?.Said.GetValueOrDefault("form-token")) is { } forged)
        {
            return forged;
        }

        var entered = FormState.Empty.With("description", sent!.Said.GetValueOrDefault("description", ""));
        var (outcome, attachment, refused) = await files.TakeAsync(request, file.Id, sent, caller, cancellationToken);
        return outcome switch
        {
            MoveOutcome.Made => pages.Done(request, $"{DeportedAddress.Of(file.Id)}#files", "The file was added."),
            MoveOutcome.NotAllowed notAllowed => await Again(file, entered, string.Join(' ', notAllowed.Missing), StatusCodes.Status409Conflict),
            { } other => await answer.OfAsync(other, caller, id, _ => Problems.NotFound("case"), cancellationToken),
            null => refused is ProblemResult { Problem: var problem } && attachment is null ? await RefusedAsync(file, entered, problem) : refused!,
        };

        Task<IResult> RefusedAsync(CaseFile shown, FormState form, Problem problem) => problem.Errors is [{ Path: "description" } wrong, ..]
            ? ShowAsync(shown, form, wrong with { Message = DeportedErrors.InWords(wrong) }, StatusCodes.Status422UnprocessableEntity)
            : Again(shown, form, problem.Errors is [var first, ..] ? first.Message : $"{problem.Title} {problem.Detail}", problem.Status);

        Task<IResult> Again(CaseFile shown, FormState form, string words, int status) => ShowAsync(shown, form, new FieldError("file", "refused", words), status);

        Task<IResult> ShowAsync(CaseFile shown, FormState form, FieldError error, int status) =>
            making.ShowAsync(request, caller, shown, new CaseForms(FormState.Empty, form with { Errors = [error] }, status), cancellationToken);
    }

    [Function("desk_deported_file_ask")]
    [Page]
    [Requires(Operation.ReadDeportedOffender)]
    public async Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/deported-offenders/{id:guid}/attachments/{sha256:length(64)}")] HttpRequest request, Guid id, string sha256, CancellationToken cancellationToken)
    {
        var (file, denied) = await reachable.FindAsync(request.HttpContext.Caller(), Operation.ReadDeportedOffender, id, cancellationToken);
        return file is null ? denied! : Asked(request, file, sha256, FormState.Empty);
    }

    [Function("desk_deported_file_save")]
    [Page]
    [Requires(Operation.ReadDeportedOffender)]
    public async Task<IResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/deported-offenders/{id:guid}/attachments/{sha256:length(64)}")] HttpRequest request, Guid id, string sha256, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reachable.FindAsync(caller, Operation.ReadDeportedOffender, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        var form = await FormReading.ReadAsync(request, cancellationToken);
        return Reason.Of(form.Value("reason")) is { } reason
            ? await files.HandOutAsync(request, caller, file, sha256, reason, cancellationToken)
            : Asked(request, file, sha256, form with { Errors = [Reason.Missing with { Message = "Say why you need the file, in at most 500 characters on one line." }] });
    }

    private IResult Asked(HttpRequest request, CaseFile file, string sha256, FormState form) => CaseFiles.Find(file, sha256) is { } kept
        ? pages.Show<DeportedFilePage>(request, new DeportedFileModel(file.Id, kept, form), form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
        : Problems.NotFound("file of this case");
}
