using Hub.Border.Travel;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Reports;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Travel;

/// <summary>A Jigsaw officer or a supervisor decides about a person on a flight, and says why.</summary>
public sealed class DecideTravel(ReachableReports reports, TravelDecisions decisions, TravelDecisionReading reading)
{
    [Function("travel_decide")]
    [Requires(Operation.DecideTravel)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reports/{id:guid}/travel-decisions")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reports.FindAsync(caller, Operation.DecideTravel, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        var (body, problem) = await RequestBody.ReadFieldsAsync(request, reading.Read);
        if (body is null)
        {
            return problem!;
        }

        return TravelDecisionProblems.Of(await decisions.DecideAsync(file.Id, body.On, body.Outcome, body.Rationale, body.Details, caller.Actor, cancellationToken)) ?? Results.NoContent();
    }
}
