using Hub.Border.Travel;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Travel;

/// <summary>Why nothing was decided about a person on a flight.</summary>
internal static class TravelDecisionProblems
{
    /// <returns>Null where it was decided.</returns>
    public static IResult? Of(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Decided => null,
        DecisionOutcome.NotIdentified => Problems.Of(StatusCodes.Status409Conflict, "not-identified", "Nobody is identified yet.", "The match is only possible, or there is none. Decide the match first: nothing may rest on it before."),
        DecisionOutcome.Withdrawn => Problems.Of(StatusCodes.Status409Conflict, "report-withdrawn", "This report was withdrawn.", "The person was not on the flight after all; read the report's timeline."),
        DecisionOutcome.NotTravel => Problems.Of(StatusCodes.Status409Conflict, "not-travel", "This report is not about anybody travelling."),
        _ => Problems.NotFound("report"),
    };
}
