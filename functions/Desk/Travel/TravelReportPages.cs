using System.Globalization;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.TravelReport;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Functions.Reports;
using Hub.Functions.Travel;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Travel;

/// <summary>An officer decides about a person on a flight.</summary>
public sealed class TravelReportPages(ReachableReports reports, TravelDecisions decisions, TravelDecisionReading reading, TravelReports views, Reads reads, PageMaking pages)
{
    [Function("desk_travel_report")]
    [Page]
    [Requires(Operation.DecideTravel)]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/travel/reports/{report:guid}")] HttpRequest request, Guid report, CancellationToken cancellationToken)
    {
        var (file, denied) = await reports.FindAsync(request.HttpContext.Caller(), Operation.DecideTravel, report, cancellationToken);
        return file is null ? denied! : await ShowAsync(request, file, request.Query["on"].FirstOrDefault(), FormState.Empty, StatusCodes.Status200OK, cancellationToken);
    }

    [Function("desk_travel_report_decide")]
    [Page]
    [Requires(Operation.DecideTravel)]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/travel/reports/{report:guid}")] HttpRequest request, Guid report, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reports.FindAsync(caller, Operation.DecideTravel, report, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        var entered = await FormReading.ReadAsync(request, cancellationToken);
        var on = entered.Value("on");
        var (body, form) = FormReading.Read(entered.JoinDay("returns"), reading.Read);
        if (body is null)
        {
            return await ShowAsync(request, file, on, entered with { Errors = TravelFormWords.Of(form.Errors) }, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        var knowing = int.TryParse(entered.Value("knowing"), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
        var outcome = await decisions.DecideAsync(file.Id, body.On, body.Outcome, body.Rationale, body.Details, caller.Actor, cancellationToken, knowing);
        return outcome == DecisionOutcome.Overtaken
            ? await OvertakenAsync(request, report, on, entered, cancellationToken)
            : TravelDecisionProblems.Of(outcome) ?? pages.Done(request, $"/desk/travel/reports/{report}?on={body.On}", "Your decision is recorded. What follows from it is done within seconds.");
    }

    /// <summary>Somebody decided since the page was made: they see what, and what they entered, and may send it again.</summary>
    private async Task<IResult> OvertakenAsync(HttpRequest request, Guid report, string on, FormState entered, CancellationToken cancellationToken)
    {
        var (file, denied) = await reports.FindAsync(request.HttpContext.Caller(), Operation.DecideTravel, report, cancellationToken);
        var told = entered with { Errors = [new FieldError("outcome", "decided-since", "A decision was made on this since you opened the page: see it above. Nothing was recorded. If yours is to stand after it, send it again.")] };
        return file is null ? denied! : await ShowAsync(request, file, on, told, StatusCodes.Status409Conflict, cancellationToken);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, CaseFile file, string? on, FormState form, int status, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        if (views.Of(caller, file, on, form) is not { } model)
        {
            return TravelDecisionProblems.Of(DecisionOutcome.NotTravel)!;
        }

        await reads.AllowedAsync(caller, Operation.ReadReport, $"case:{file.Id}", null, cancellationToken);
        return pages.Show<TravelReportPage>(request, model, status);
    }
}
