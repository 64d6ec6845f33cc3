using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Hub.Nominals;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Nominals;

/// <summary>How a nominal's record came to be what it is: that record's own changes, also where it was merged away.</summary>
public sealed class NominalHistoryFunction(NominalHistories histories, Reads reads)
{
    [Function("nominal_history")]
    [Requires(Operation.ReadNominalHistory)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/nominals/{id:maxlength(64)}/history")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Reason.Read(request) is not { } reason)
        {
            return Problems.Invalid(Reason.Missing);
        }

        if (Http.Paging.Read(request, out var problem) is not { } page)
        {
            return problem!;
        }

        await reads.AllowedAsync(request.HttpContext.Caller(), Operation.ReadNominalHistory, $"nominal:{id}", reason, cancellationToken);
        return await histories.ReadAsync(id, page, cancellationToken) is { } history
            ? Results.Json(new { items = history.Changes.Items.Select(View), history.Changes.Continuation, intact = history.Broken is null, history.Broken }, HubJson.Options)
            : Problems.NotFound("nominal");
    }

    private static object View(NominalChange change) => new
    {
        change.Number,
        change.At,
        change.Writing.By,
        change.Writing.Source,
        change.Writing.Because,
        change.Kind,
        changes = FieldChange.Between(change.Before, change.After),
    };
}
