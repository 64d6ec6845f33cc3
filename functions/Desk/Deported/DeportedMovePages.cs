using System.Globalization;
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

/// <summary>The form of one move of a case.</summary>
public sealed class DeportedMovePages(
    ReachableCases reachable, DeportedOffenderCases cases, MoveReading reading, MoveAnswer answer, Reads reads, PageMaking pages)
{
    private readonly MoveTable table = MoveTable.Default;

    [Function("desk_deported_move")]
    [Page]
    [Requires(Operation.WorkDeportedOffender)]
    public async Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/deported-offenders/{id:guid}/moves/{move:maxlength(40)}")] HttpRequest request, Guid id, string move, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, rule, denied) = await FindAsync(caller, id, move, cancellationToken);
        return denied ?? await ShowAsync(request, caller, file!, rule!, MovePrefill.Of(rule!, Records.StateOf<DeportedOffenderCase>(file!), cases.Facts), StatusCodes.Status200OK, null, cancellationToken);
    }

    [Function("desk_deported_move_post")]
    [Page]
    [Requires(Operation.WorkDeportedOffender)]
    public async Task<IResult> Make(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/deported-offenders/{id:guid}/moves/{move:maxlength(40)}")] HttpRequest request, Guid id, string move, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, rule, denied) = await FindAsync(caller, id, move, cancellationToken);
        if (denied is not null)
        {
            return denied;
        }

        var form = await FormReading.ReadAsync(request, cancellationToken);
        var (asked, read) = FormReading.Read(form.JoinDay("lands").JoinMoment("metAt"), fields => reading.Read(move, fields), MoveShape.Give);
        if (asked is null)
        {
            return await ShowAsync(request, caller, file!, rule!, DeportedErrors.InWords(form with { Errors = read.Errors }), StatusCodes.Status422UnprocessableEntity, null, cancellationToken);
        }

        switch (await cases.MoveAsync(file!.Id, asked, caller.Actor, caller.Role, cancellationToken))
        {
            case MoveOutcome.Made:
                return pages.Done(request, DeportedAddress.Of(file.Id), $"{rule!.Words}.");
            case MoveOutcome.Changed changed:
                return await ShowAsync(
                    request, caller, file, rule!, form.With("revision", changed.Revision.ToString(CultureInfo.InvariantCulture)), StatusCodes.Status409Conflict, changed, cancellationToken);
            case MoveOutcome.NotAllowed refused:
                return await ShowAsync(
                    request, caller, file, rule!, form with { Errors = [.. refused.Missing.Select(words => new FieldError("case", "missing", words))] }, StatusCodes.Status409Conflict, null, cancellationToken);
            case var other:
                return await answer.OfAsync(other, caller, id, _ => Problems.NotFound("case"), cancellationToken);
        }
    }

    private async Task<(CaseFile? File, MoveRule? Rule, IResult? Denied)> FindAsync(Caller caller, Guid id, string move, CancellationToken cancellationToken)
    {
        var (file, denied) = await reachable.FindAsync(caller, Operation.WorkDeportedOffender, id, cancellationToken);
        if (file is null)
        {
            return (null, null, denied);
        }

        if (table.Find(move) is not { } rule)
        {
            return (null, null, Problems.NotFound("step"));
        }

        return rule.IsFor(caller.Role)
            ? (file, rule, null)
            : (null, null, await answer.OfAsync(new MoveOutcome.NotYours(table.WhoMay(rule)), caller, id, _ => Results.NoContent(), cancellationToken));
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, Caller caller, CaseFile found, MoveRule rule, FormState form, int status, MoveOutcome.Changed? changed, CancellationToken cancellationToken)
    {
        await reads.AllowedAsync(caller, Operation.ReadDeportedOffender, $"case:{found.Id}", null, cancellationToken);

        // As it stands now: what was found before the form was judged may be older than what refused it.
        var state = status == StatusCodes.Status409Conflict ? await cases.ReadAsync(found.Id, cancellationToken) : null;
        state ??= Records.StateOf<DeportedOffenderCase>(found);
        return pages.Show<DeportedMovePage>(request, new DeportedMoveModel
        {
            Id = state.Id,
            Facts = cases.Facts(state),
            StateWords = table.Words(state.State),
            Plan = DeportedWords.Plan(state),
            Move = cases.Judge(state, rule),
            Asks = rule.Asks!,
            Form = form,
            Changed = changed?.Words ?? [],
            IsEntered = status != StatusCodes.Status200OK,
        }, status);
    }
}
