using System.Collections.Immutable;
using System.Globalization;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Travel;
using Hub.Desk.Words;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Nominals;
using Hub.Identity;
using Hub.Json;
using Hub.Notices;
using Hub.Places;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Travel;

/// <summary>The first page of travel: what is to be met, what is to be decided, and the way to one person's journeys.</summary>
public sealed class TravelPages(
    FlightsAhead flights, SuspectedBreaches breaches, TravelRight right, Access access, Reads reads, PageMaking pages, RecipientWords words, AuthorityDirectory authorities)
{
    private const int MaxPage = 1_000;
    private const string Nominal = "nominal";
    private const string Why = "reason";

    [Function("desk_travel")]
    [Page]
    [Requires(Operation.ListNotices)]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/travel")] HttpRequest request, CancellationToken cancellationToken) =>
        ShowAsync(request, FormState.Empty, cancellationToken);

    [Function("desk_travel_look_up")]
    [Page]
    [Requires(Operation.ReadTravel)]
    public async Task<IResult> LookUp([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/travel")] HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await FormReading.ReadAsync(request, cancellationToken);
        var id = form.Value(Nominal).Trim();
        ImmutableArray<FieldError> errors =
        [
            .. id.Length > 0 && TextRules.Problem(id, 64) is null ? Array.Empty<FieldError>() : [new FieldError(Nominal, FieldErrorCode.Required, "Enter the person's id on the register.")],
            .. Reason.Of(form.Value(Why)) is null ? [Reason.Missing] : Array.Empty<FieldError>(),
        ];
        return errors.IsEmpty
            ? pages.Done(request, right.AddressFor(request.HttpContext.Caller(), id, Reason.Of(form.Value(Why))!))
            : await ShowAsync(request, form with { Errors = errors }, cancellationToken);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, FormState form, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var seesAll = AccessMatrix.Published[Operation.ListNotices, caller.Role] == Reach.All;
        var recipient = request.Query["recipient"].FirstOrDefault() is { Length: > 0 } asked ? asked : seesAll ? Recipient.BorderLiaison : caller.OwnRecipient!;
        if (!access.MayReach(caller, Operation.ListNotices, recipient))
        {
            await reads.RefusedAsync(caller, Operation.ListNotices, $"recipient:{recipient}", cancellationToken);
            return Problems.Forbidden("These are another team's flights.");
        }

        var page = int.TryParse(request.Query["page"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, MaxPage) : 1;
        await reads.AllowedAsync(caller, Operation.ListNotices, $"recipient:{recipient}", null, cancellationToken);
        var ahead = await flights.ReadAsync(caller, recipient, page, cancellationToken);
        var suspected = page == 1 && IsJigsaw(recipient) ? await breaches.ReadAsync(caller, recipient, cancellationToken) : default;
        return pages.Show<TravelPage>(request, new TravelModel
        {
            Recipient = recipient,
            Whose = words.Of(recipient),
            Recipients = seesAll ? Choices(recipient) : [],
            Soon = ahead.Soon,
            Breaches = suspected.Shown.IsDefault ? null : suspected.Shown,
            MoreBreaches = suspected.More,
            Later = ahead.Later,
            Page = page,
            HasNext = ahead.HasNext,
            CutShort = ahead.CutShort || suspected.CutShort,
            LookUp = AccessMatrix.Published[Operation.ReadTravel, caller.Role] != Reach.No ? form : null,
        }, form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static bool IsJigsaw(string recipient) =>
        recipient == Recipient.CentralJigsaw || recipient.StartsWith($"{Recipient.CentralJigsaw}:", StringComparison.Ordinal);

    private ImmutableArray<Choice> Choices(string chosen)
    {
        string[] all = [Recipient.BorderLiaison, Recipient.CentralJigsaw, .. authorities.All.Where(a => a.IsLondon).OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => Recipient.Jigsaw(a.Id))];
        return [.. all.Union([chosen]).Select(r => new Choice(r, words.Of(r)))];
    }
}
