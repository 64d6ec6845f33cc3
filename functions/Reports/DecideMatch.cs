using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Hub.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Reports;

/// <summary>An officer confirms or rejects a possible match.</summary>
public sealed class DecideMatch(ReachableReports reports, MatchReview review)
{
    private sealed record Body(bool Confirm, string? Nominal, string Rationale);

    [Function("match_decide")]
    [Requires(Operation.DecideMatch)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reports/{id:guid}/match-decision")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reports.FindAsync(caller, Operation.DecideMatch, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        var (body, problem) = await RequestBody.ReadFieldsAsync(request, Read);
        if (body is null)
        {
            return problem!;
        }

        return await review.DecideAsync(file.Id, body.Confirm ? body.Nominal : null, body.Rationale, caller.Actor, cancellationToken) switch
        {
            ReviewOutcome.Decided => Results.NoContent(),
            ReviewOutcome.AlreadyDecided => Problems.Of(StatusCodes.Status409Conflict, "already-decided", "Somebody has decided this before you.", "Read the report to see who, and why."),
            ReviewOutcome.NotACandidate => Problems.Of(StatusCodes.Status422UnprocessableEntity, "not-a-candidate", "That nominal is not among the candidates of this report."),
            _ => Problems.Of(StatusCodes.Status409Conflict, "nothing-to-decide", "This report has no possible match to decide."),
        };
    }

    private static Body Read(JsonFields fields)
    {
        var decision = fields.RequiredText("decision", 20);
        var nominal = fields.OptionalText("nominal", 64);
        if (decision is not ("" or "confirm" or "reject"))
        {
            fields.Refuse("decision", FieldErrorCode.NotOneOf, "Expected one of: confirm, reject.");
        }
        else if (decision == "confirm" && nominal is null)
        {
            fields.Refuse("nominal", FieldErrorCode.Required, "Say which nominal is confirmed.");
        }

        return new Body(decision == "confirm", nominal, fields.RequiredText("rationale", 2000, multiline: true));
    }
}
