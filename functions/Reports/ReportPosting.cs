using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Reports;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Reports;

/// <summary>What every feed's function does: read the body, take the report in, answer.</summary>
public sealed class ReportPosting(Intake intake)
{
    public async Task<IResult> PostAsync(string feed, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request);
        return body.Problem ?? await intake.AcceptAsync(feed, body.Bytes, request.HttpContext.Caller().Actor, cancellationToken) switch
        {
            IntakeOutcome.Accepted accepted => Results.Accepted($"/api/reports/{accepted.Case}", new { id = accepted.Case, status = "accepted" }),
            IntakeOutcome.Conflicting conflict => Problems.Of(
                StatusCodes.Status409Conflict, "reference-conflict", "This reference was used before for another report.",
                $"The report first taken in under it, at {conflict.FirstReceivedAt:yyyy-MM-dd HH:mm:ss}Z, stands as it was ({conflict.Case}). Send a correction under a reference of its own."),
            IntakeOutcome.Malformed malformed => RequestBody.Malformed(malformed.Error),
            IntakeOutcome.Refused refused => Problems.Of(
                StatusCodes.Status422UnprocessableEntity, "report-refused", "The report was not taken in.",
                $"{refused.Errors.Length} {(refused.Errors.Length == 1 ? "thing is" : "things are")} wrong with it; nothing was kept. Correct and send it again.", refused.Errors),
            var other => throw new InvalidOperationException($"Intake answered {other.GetType().Name}."),
        };
    }
}
