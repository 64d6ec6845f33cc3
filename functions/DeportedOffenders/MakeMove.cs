using Hub.DeportedOffenders.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.DeportedOffenders;

/// <summary>An officer takes a deported offender's case on: research complete, decision, plan, meeting and so on.</summary>
public sealed class MakeMove(ReachableCases reachable, DeportedOffenderCases cases, MoveReading reading, CaseView view, MoveAnswer answer)
{
    [Function("deported_offender_move")]
    [Requires(Operation.WorkDeportedOffender)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/deported-offenders/{id:guid}/moves/{move:maxlength(40)}")] HttpRequest request, Guid id, string move, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reachable.FindAsync(caller, Operation.WorkDeportedOffender, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        if (MoveTable.Default.Find(move) is not { } known)
        {
            return Problems.NotFound("move");
        }

        // Whoever may not make it hears that first, and not what their body lacks.
        if (!known.IsFor(caller.Role))
        {
            return await answer.OfAsync(new MoveOutcome.NotYours(MoveTable.Default.WhoMay(known)), caller, id, _ => Results.NoContent(), cancellationToken);
        }

        var (asked, problem) = await RequestBody.ReadFieldsAsync(request, fields => reading.Read(move, fields));
        return asked is null
            ? problem!
            : await answer.OfAsync(
                await cases.MoveAsync(file.Id, asked, caller.Actor, caller.Role, cancellationToken), caller, id,
                changed => Results.Json(view.Essentials(caller, changed), HubJson.Options), cancellationToken);
    }
}
