using System.Collections.Immutable;
using System.Globalization;
using Hub.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Inbox;
using Hub.Desk.Words;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Hub.Notices;
using Hub.Paging;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Inbox;

/// <summary>A recipient's notices, to be read and acknowledged.</summary>
public sealed class InboxPages(ICaseStore cases, Access access, Reads reads, Teams teams, RecipientWords words, NoticeText text, InboxAcknowledging acknowledging, PageMaking pages, TimeProvider time)
{
    private const int PageSize = 50;

    /// <summary>New notices are counted so far: beyond it their number says nothing more.</summary>
    private const int MaxNews = 101;

    /// <summary>What was raised so shortly before a page was made may not have been on it, where a list follows what was committed.</summary>
    private static readonly TimeSpan ListsFollowWithin = TimeSpan.FromMinutes(5);

    [Function("desk_inbox")]
    [Page]
    [Requires(Operation.ListNotices)]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/inbox")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (recipient, choice) = Choose(request, caller);
        if (recipient is null)
        {
            return pages.Show<InboxPage>(request, new InboxModel { Choice = choice }, choice!.Form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }

        return await ShowAsync(request, caller, recipient, choice, FormState.Empty, cancellationToken);
    }

    [Function("desk_inbox_acknowledge")]
    [Page]
    [Requires(Operation.AcknowledgeNotice)]
    public async Task<IResult> Acknowledge([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/inbox")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var recipient = request.Query["recipient"].FirstOrDefault() ?? caller.OwnRecipient!;
        if (!access.MayReach(caller, Operation.AcknowledgeNotice, recipient))
        {
            await reads.RefusedAsync(caller, Operation.AcknowledgeNotice, $"recipient:{recipient}", cancellationToken);
            return Problems.Forbidden("These notices are not addressed to you.");
        }

        var form = await FormReading.ReadAsync(request, cancellationToken);
        ImmutableArray<string> ids = form.Value("one") is { Length: > 0 } one ? [one] : [.. form.Values.GetValueOrDefault("notice", []).Distinct()];
        if (ids.Length is 0 or > InboxAcknowledging.MaxNotices)
        {
            var wrong = ids.IsEmpty ? "Tick the notices you have read." : $"Tick at most {InboxAcknowledging.MaxNotices} notices.";
            return await ShowAsync(request, caller, recipient, Choice(caller, recipient), form with { Errors = [new FieldError("notice", FieldErrorCode.Required, wrong)] }, cancellationToken);
        }

        var (said, left) = await acknowledging.AcknowledgeAsync(caller, ids, cancellationToken);
        var back = InboxAddress.Of(recipient, InboxAddress.Read(request.Query["view"]));
        return pages.Done(request, left.IsEmpty ? back : $"{back}&left={string.Join(',', left)}", said);
    }

    /// <summary>How many notices came since a page was made: asked by the page's script, names nobody.</summary>
    [Function("desk_inbox_news")]
    [Page]
    [Requires(Operation.ListNotices)]
    public async Task<IResult> News([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/inbox/news")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var recipient = request.Query["recipient"].FirstOrDefault() ?? caller.OwnRecipient;
        if (recipient is null
            || !DateTimeOffset.TryParse(request.Query["since"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            || !int.TryParse(request.Query["known"], NumberStyles.None, CultureInfo.InvariantCulture, out var known))
        {
            return Problems.Invalid(new FieldError("since", FieldErrorCode.Malformed, "The inbox's page says how this is asked."));
        }

        if (await DenyAsync(caller, recipient, cancellationToken) is { } denied)
        {
            return denied;
        }

        var count = Math.Max(0, await cases.CountRaisedAsync(recipient, since, Math.Min(known, AtMost.Counted) + MaxNews, cancellationToken) - known);
        return Results.Json(new { count, words = InboxWords.News(count) }, HubJson.Options);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, Caller caller, string recipient, RecipientChoice? choice, FormState form, CancellationToken cancellationToken)
    {
        if (await DenyAsync(caller, recipient, cancellationToken) is { } denied)
        {
            return denied;
        }

        var view = InboxAddress.Read(request.Query["view"]);
        var continuation = request.Query["continuation"].FirstOrDefault();
        var query = view switch
        {
            InboxView.Planned => new NoticeQuery(recipient, NoticeState.Planned),
            InboxView.Acknowledged => new NoticeQuery(recipient, NoticeState.Acknowledged),
            InboxView.All => new NoticeQuery(recipient),
            _ => new NoticeQuery(recipient, OpenOnly: true),
        };
        var now = time.GetUtcNow();
        var page = await cases.ListNoticesAsync(query, new PageRequest(PageSize, continuation), cancellationToken);
        var (open, overdue) = view != InboxView.Open ? ((int?)null, 0) : await CountAsync(query, page, continuation, now, cancellationToken);
        var news = view == InboxView.Open ? await NewsAddressAsync(recipient, now, cancellationToken) : null;
        await reads.AllowedAsync(caller, Operation.ListNotices, $"recipient:{recipient}", null, cancellationToken);
        return pages.Show<InboxPage>(request, new InboxModel
        {
            Recipient = recipient,
            Whose = words.Of(recipient),
            View = view,
            Notices = [.. page.Items.Select(text.Of)],
            Open = open,
            Overdue = overdue,
            MayAcknowledge = access.MayReach(caller, Operation.AcknowledgeNotice, recipient),
            NotDone = [.. (await acknowledging.LeftAsync(recipient, request.Query["left"], cancellationToken)).Select(n => n is null ? null : text.Of(n))],
            News = news,
            Choice = choice,
            Form = form,
            First = continuation is null ? null : InboxAddress.Of(recipient, view),
            Next = page.Continuation is null ? null : InboxAddress.Of(recipient, view, page.Continuation),
        }, form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>Where one page holds all of them, the store need not count.</summary>
    private async Task<(int Open, int Overdue)> CountAsync(NoticeQuery query, Page<Notice> page, string? continuation, DateTimeOffset now, CancellationToken cancellationToken) =>
        continuation is null && page.Continuation is null
            ? (page.Items.Count, page.Items.Count(n => n.Due <= now))
            : (await cases.CountNoticesAsync(query, null, AtMost.Counted, cancellationToken), await cases.CountNoticesAsync(query, now, AtMost.Counted, cancellationToken));

    private async Task<string> NewsAddressAsync(string recipient, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - ListsFollowWithin;
        var known = await cases.CountRaisedAsync(recipient, since, AtMost.Counted, cancellationToken);
        return $"/desk/inbox/news?recipient={Uri.EscapeDataString(recipient)}&since={Uri.EscapeDataString(since.ToString("O", CultureInfo.InvariantCulture))}&known={known}";
    }

    /// <summary>Whose notices are asked for: the caller's own, or for those who may read all, whose they chose.</summary>
    private (string? Recipient, RecipientChoice? Choice) Choose(HttpRequest request, Caller caller)
    {
        var named = request.Query["recipient"].FirstOrDefault();
        if (AccessMatrix.Published[Operation.ListNotices, caller.Role] != Reach.All)
        {
            return (named ?? caller.OwnRecipient, null);
        }

        if (request.Query["team"].FirstOrDefault() is not { } team)
        {
            var known = named is not null && teams.Has(named) ? named : named is null ? caller.OwnRecipient : null;
            return (known, Choice(caller, known));
        }

        var form = FormState.Empty.With("team", team).With("place", request.Query["place"].FirstOrDefault() ?? "");
        return teams.RecipientOf(team, form.Value("place"), out var wrong) is { } chosen
            ? (chosen, Choice(caller, chosen))
            : (null, Choice(form with { Errors = [new FieldError(wrong == Teams.ChooseTeam ? "team" : "place", FieldErrorCode.NotOneOf, wrong)] }));
    }

    private RecipientChoice? Choice(Caller caller, string? recipient) => AccessMatrix.Published[Operation.ListNotices, caller.Role] != Reach.All ? null : Choice(recipient is null
        ? FormState.Empty
        : FormState.Empty.With("team", Recipient.TeamOf(recipient)).With("place", Recipient.PlaceOf(recipient) ?? ""));

    private RecipientChoice Choice(FormState form) =>
        new(form, [new("", "Choose a team"), .. teams.All], [new("", "All London"), .. teams.Boroughs, .. teams.Forces]);

    private async Task<IResult?> DenyAsync(Caller caller, string recipient, CancellationToken cancellationToken)
    {
        if (access.MayReach(caller, Operation.ListNotices, recipient))
        {
            return null;
        }

        await reads.RefusedAsync(caller, Operation.ListNotices, $"recipient:{recipient}", cancellationToken);
        return Problems.Forbidden($"Your own notices are those of {words.Of(caller.OwnRecipient!)}.");
    }
}
