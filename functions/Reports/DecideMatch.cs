using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Reports;
using Hub.Reports.Reviewing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Reports;

/// <summary>An officer confirms or rejects a possible match, or says that more is needed first.</summary>
public sealed class DecideMatch(ReachableReports reports, MatchReview review, MoreNeeded more)
{
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

        var (body, problem) = await RequestBody.ReadFieldsAsync(request, MatchDecisionBody.Read);
        if (body is null)
        {
            return problem!;
        }

        return await body.CarryOutAsync(file.Id, review, more, caller.Actor, cancellationToken) switch
        {
            ReviewOutcome.Decided => Results.NoContent(),
            ReviewOutcome.AlreadyDecided => Problems.Of(StatusCodes.Status409Conflict, "already-decided", "Somebody has decided this before you.", "Read the report to see who, and why."),
            ReviewOutcome.HeldByAnother => Problems.Of(StatusCodes.Status409Conflict, "held-by-another", "Somebody else has this case open to decide it.", "Nothing was decided. The report's newest timeline entries say who, and until when. On its page in the review queue it can be taken over."),
            ReviewOutcome.NotACandidate => Problems.Of(StatusCodes.Status422UnprocessableEntity, "not-a-candidate", "That nominal is not among the candidates of this report."),
            _ => Problems.Of(StatusCodes.Status409Conflict, "nothing-to-decide", "This report has no possible match to decide."),
        };
    }
}
