using Hub.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Reviews;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Functions.Reports;
using Hub.Identity;
using Hub.Reports;
using Hub.Reports.Reviewing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Reviews;

/// <summary>One possible match: looked at, taken, decided, given back. Looking changes nothing; a case is taken by a form alone.</summary>
public sealed class ReviewPages(ReachableReports reports, ReviewModels models, MatchReview review, MoreNeeded more, ReviewHolds holds, NextReview next, PageMaking pages)
{
    [Function("desk_review")]
    [Page]
    [Requires(Operation.DecideMatch)]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/reviews/{id:guid}")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var (file, denied) = await reports.FindAsync(request.HttpContext.Caller(), Operation.DecideMatch, id, cancellationToken);
        return denied ?? await ShowAsync(request, file!, FormState.Empty, false, StatusCodes.Status200OK, cancellationToken);
    }

    [Function("desk_review_decide")]
    [Page]
    [Requires(Operation.DecideMatch)]
    public async Task<IResult> Decide([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reviews/{id:guid}")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reports.FindAsync(caller, Operation.DecideMatch, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        var (body, form) = await DecisionForm.ReadAsync(request, cancellationToken);
        if (body is null)
        {
            return await ShowAsync(request, file, form, false, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        var recipient = ReviewModels.RecipientOf(file, caller);
        switch (await body.CarryOutAsync(file.Id, review, more, caller.Actor, cancellationToken))
        {
            case ReviewOutcome.Decided:
                return await next.GoAsync(request, recipient, file.Id, onwards: false, DecisionForm.Done(body), cancellationToken);
            case ReviewOutcome.NotACandidate:
                return await ShowAsync(request, file, DecisionForm.NotACandidate(form), false, StatusCodes.Status422UnprocessableEntity, cancellationToken);
            default:
                // What stands in the way came after the case was read.
                var (now, gone) = await reports.FindAsync(caller, Operation.DecideMatch, id, cancellationToken);
                return gone ?? await ShowAsync(request, now!, form, true, StatusCodes.Status409Conflict, cancellationToken);
        }
    }

    [Function("desk_review_hold")]
    [Page]
    [Requires(Operation.DecideMatch)]
    public async Task<IResult> Hold([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reviews/{id:guid}/hold")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reports.FindAsync(caller, Operation.DecideMatch, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        var form = await FormReading.ReadAsync(request, cancellationToken);
        var outcome = await holds.TakeAsync(file.Id, caller.Actor, NextReview.NameOf(request), form.Value("over") == "yes", cancellationToken);
        var isWritten = form.Value("rationale").Length > 0;
        if (outcome == HoldOutcome.Held && !isWritten)
        {
            return pages.Done(request, Address(id));
        }

        // What somebody wrote goes with them: no address can carry it.
        var (now, gone) = await reports.FindAsync(caller, Operation.DecideMatch, id, cancellationToken);
        return gone ?? await ShowAsync(request, now!, form, isWritten && outcome != HoldOutcome.Held, outcome == HoldOutcome.Held ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, cancellationToken);
    }

    [Function("desk_review_release")]
    [Page]
    [Requires(Operation.DecideMatch)]
    public async Task<IResult> Release([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reviews/{id:guid}/release")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, denied) = await reports.FindAsync(caller, Operation.DecideMatch, id, cancellationToken);
        if (file is null)
        {
            return denied!;
        }

        await holds.ReleaseAsync(file.Id, caller.Actor, cancellationToken);
        return pages.Done(request, NextReview.QueueOf(caller, ReviewModels.RecipientOf(file, caller)), "The case is back in the queue. Nothing was decided.");
    }

    private static string Address(Guid id) => $"/desk/reviews/{id:D}";

    private async Task<IResult> ShowAsync(HttpRequest request, CaseFile file, FormState form, bool isLost, int status, CancellationToken cancellationToken) =>
        pages.Show<ReviewPage>(request, await models.OfAsync(request.HttpContext.Caller(), file, form, isLost, cancellationToken), status);
}
