using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.DeportedOffenders;

/// <summary>What an officer hears of a change they asked for.</summary>
public sealed class MoveAnswer(Reads reads)
{
    /// <param name="made">The answer where it was made.</param>
    internal async Task<IResult> OfAsync(MoveOutcome outcome, Caller caller, Guid id, Func<CaseFile, IResult> made, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case MoveOutcome.Made done:
                return made(done.File);
            case MoveOutcome.Unknown:
                return Problems.NotFound("case");
            case MoveOutcome.NotYours notYours:
                await reads.RefusedAsync(caller, Operation.WorkDeportedOffender, $"case:{id}", cancellationToken);
                return Problems.Forbidden(notYours.Words);
            case MoveOutcome.NotAllowed refused:
                return Problems.Of(
                    StatusCodes.Status409Conflict, "move-not-allowed", "This cannot be done as the case stands.", "Nothing was changed. Do first what is missing.",
                    [.. refused.Missing.Select(words => new FieldError("case", "missing", words))]);
            case MoveOutcome.Changed changed:
                return Problems.Of(
                    StatusCodes.Status409Conflict, "case-changed", "Somebody has changed the case since you read it.", $"Nothing was changed. It now has revision {changed.Revision}: read it again, then decide.",
                    [.. changed.Words.Select(words => new FieldError("revision", "changed-since", words))]);
            default:
                throw new InvalidOperationException($"A change of a case came out as {outcome.GetType().Name}.");
        }
    }
}
