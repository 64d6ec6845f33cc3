using Hub.Border.Travel;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Nominals;

/// <summary>One nominal: read, added or changed, ended.</summary>
public sealed class NominalFunctions(NominalForCaller nominals, INominalRegister register, RegisterChange change, TravelRecords travel, Reads reads, TimeProvider time)
{
    [Function("nominal_get")]
    [Requires(Operation.ReadNominal)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/nominals/{id:maxlength(64)}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Reason.Read(request) is not { } reason)
        {
            return Problems.Invalid(Reason.Missing);
        }

        if (await nominals.FindAsync(request.HttpContext.Caller(), id, reason, cancellationToken) is not { } nominal)
        {
            return Problems.NotFound("nominal");
        }

        Survivor.Point(request, id, nominal);
        return Results.Json(nominal, HubJson.Options);
    }

    [Function("nominal_put")]
    [Requires(Operation.ChangeNominal)]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/nominals/{id:maxlength(64)}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (nominal, problem) = await RequestBody.ReadFieldsAsync(request, fields => NominalJson.Read(fields, time.GetUtcNow(), id));
        if (nominal is null)
        {
            return problem!;
        }

        var upserted = await change.UpsertAsync(nominal, request.HttpContext.Caller().Actor, "Sent by the register's own feed.", cancellationToken);
        if (upserted.Stale > 0)
        {
            return Problems.Of(StatusCodes.Status409Conflict, "nominal-stale", "The register holds something newer.", "The record was changed at its source after updated; nothing was changed here.");
        }

        if (upserted.Merged > 0)
        {
            return await MergedAwayAsync(id, cancellationToken);
        }

        await travel.RefreshAsync(id, cancellationToken);
        await reads.AllowedAsync(request.HttpContext.Caller(), Operation.ChangeNominal, $"nominal:{id}", "upsert", cancellationToken);
        return Results.NoContent();
    }

    [Function("nominal_end")]
    [Requires(Operation.ChangeNominal)]
    public async Task<IResult> End(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/nominals/{id:maxlength(64)}/end")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (!await change.EndAsync(id, request.HttpContext.Caller().Actor, "Ended by the register's own feed.", cancellationToken))
        {
            return await register.GetAsync(id, cancellationToken) is { MergedInto: not null }
                ? await MergedAwayAsync(id, cancellationToken)
                : Problems.NotFound("nominal whose time on the register still runs");
        }

        await reads.AllowedAsync(request.HttpContext.Caller(), Operation.ChangeNominal, $"nominal:{id}", "end", cancellationToken);
        return Results.NoContent();
    }

    private async Task<IResult> MergedAwayAsync(string id, CancellationToken cancellationToken) => Problems.Of(
        StatusCodes.Status409Conflict, "nominal-merged", "The record was merged into another.",
        $"It was merged into {(await register.GetAsync(id, cancellationToken))?.MergedInto}: change that one, or split this one first. Nothing was changed.");
}
