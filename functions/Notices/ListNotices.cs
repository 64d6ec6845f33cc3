using Hub.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Hub.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>A recipient's inbox, soonest due first.</summary>
public sealed class ListNotices(ICaseStore cases, Access access, Reads reads)
{
    [Function("notices_list")]
    [Requires(Operation.ListNotices)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var recipient = request.Query["recipient"].FirstOrDefault() ?? caller.OwnRecipient;
        if (string.IsNullOrEmpty(recipient))
        {
            return Problems.Invalid(new FieldError("recipient", FieldErrorCode.Required, "Say whose notices, such as yot:camden."));
        }

        if (!access.MayReach(caller, Operation.ListNotices, recipient))
        {
            await reads.RefusedAsync(caller, Operation.ListNotices, $"recipient:{recipient}", cancellationToken);
            return Problems.Forbidden($"Your own notices are those of {caller.OwnRecipient}.");
        }

        if (!TryReadState(request, out var state, out var open))
        {
            return Problems.Invalid(new FieldError("state", FieldErrorCode.NotOneOf, "Expected one of: open, planned, raised, delivered, acknowledged, withdrawn."));
        }

        if (Http.Paging.Read(request, out var problem) is not { } page)
        {
            return problem!;
        }

        var notices = await cases.ListNoticesAsync(new NoticeQuery(recipient, state, open), page, cancellationToken);
        await reads.AllowedAsync(caller, Operation.ListNotices, $"recipient:{recipient}", null, cancellationToken);
        return Http.Paging.Result(notices, NoticeView.Of);
    }

    // By name, one at a time: Enum.TryParse would also take "delivered,acknowledged" and find nothing.
    private static bool TryReadState(HttpRequest request, out NoticeState? state, out bool open)
    {
        var text = request.Query["state"].FirstOrDefault()?.ToLowerInvariant();
        open = text == "open";
        state = text switch
        {
            "planned" => NoticeState.Planned,
            "raised" => NoticeState.Raised,
            "delivered" => NoticeState.Delivered,
            "acknowledged" => NoticeState.Acknowledged,
            "withdrawn" => NoticeState.Withdrawn,
            _ => null,
        };
        return text is null || open || state is not null;
    }
}
