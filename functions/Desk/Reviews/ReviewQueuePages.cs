using System.Collections.Immutable;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Reviews;
using Hub.Desk.Words;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Hub.Notices;
using Hub.Paging;
using Hub.Places;
using Hub.Reports.Reviewing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Reviews;

/// <summary>The possible matches that wait for a desk or team, and the way to the next of them.</summary>
public sealed class ReviewQueuePages(ReviewQueue queue, NextReview next, Access access, Reads reads, PageMaking pages, RecipientWords words, AuthorityDirectory authorities)
{
    private const int Rows = 25;

    [Function("desk_reviews")]
    [Page]
    [Requires(Operation.DecideMatch)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/reviews")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var queues = caller.Role == Role.Supervisor ? Queues() : [];
        var recipient = request.Query["recipient"].FirstOrDefault() is { Length: > 0 } asked ? asked : caller.Role == Role.Supervisor ? null : caller.OwnRecipient;
        if (recipient is null)
        {
            return pages.Show<ReviewQueuePage>(request, new ReviewQueueModel { Recipient = null, Queues = queues });
        }

        if (await DenyAsync(caller, recipient, cancellationToken) is { } denied)
        {
            return denied;
        }

        var continuation = request.Query["continuation"].FirstOrDefault();
        var waiting = await queue.ListAsync(recipient, new PageRequest(Rows, continuation), cancellationToken);
        await reads.AllowedAsync(caller, Operation.ListNotices, $"recipient:{recipient}", null, cancellationToken);
        return pages.Show<ReviewQueuePage>(request, new ReviewQueueModel
        {
            Recipient = recipient,
            RecipientName = words.Of(recipient),
            Queues = queues,
            Rows = [.. waiting.Items.Select(w => Row(w, caller))],
            IsLater = continuation is not null,
            Continuation = waiting.Continuation,
        });
    }

    /// <summary>Opens the first that nobody else has; after the one skipped, where one was.</summary>
    [Function("desk_reviews_next")]
    [Page]
    [Requires(Operation.DecideMatch)]
    public async Task<IResult> Next([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reviews/next")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var recipient = request.Query["recipient"].FirstOrDefault() is { Length: > 0 } asked ? asked : caller.OwnRecipient;
        if (recipient is null)
        {
            return Problems.Invalid(new FieldError("recipient", FieldErrorCode.Required, "Say whose queue."));
        }

        return await DenyAsync(caller, recipient, cancellationToken)
            ?? await next.GoAsync(request, recipient, Guid.TryParse(request.Query["skipped"], out var skipped) ? new(skipped) : null, onwards: true, null, cancellationToken);
    }

    private async Task<IResult?> DenyAsync(Caller caller, string recipient, CancellationToken cancellationToken)
    {
        if (access.MayReach(caller, Operation.DecideMatch, recipient))
        {
            return null;
        }

        await reads.RefusedAsync(caller, Operation.DecideMatch, $"recipient:{recipient}", cancellationToken);
        return Problems.Forbidden($"Your own review queue is that of {words.Of(caller.OwnRecipient!)}.");
    }

    private static ReviewRow Row(WaitingReview waiting, Caller caller) => new(
        waiting.Notice.Case.Value, waiting.Notice.Title, ReviewWords.Report(waiting.Feed), waiting.Notice.Priority == NoticePriority.Urgent, waiting.Notice.Due, waiting.Notice.RaisedAt ?? waiting.At,
        waiting.Held is { } held && held.By.Id != caller.Id ? ReviewWords.Held(held, waiting.At) : null, waiting.Held?.By.Id == caller.Id, waiting.More?.At);

    private ImmutableArray<Choice> Queues() =>
    [
        new Choice("", "Choose a desk or team"),
        new Choice(Recipient.CentralJigsaw, words.Of(Recipient.CentralJigsaw)),
        .. authorities.London.Select(a => Recipient.Ppd(a.Id)).Concat(authorities.London.Select(a => Recipient.Jigsaw(a.Id))).Select(r => new Choice(r, words.Of(r))).OrderBy(c => c.Text, StringComparer.Ordinal),
    ];
}
