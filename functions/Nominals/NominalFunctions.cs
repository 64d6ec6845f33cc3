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
public sealed class NominalFunctions(INominalRegister register, RegisterChange change, TravelRecords travel, Reads reads, TimeProvider time)
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

        await reads.AllowedAsync(request.HttpContext.Caller(), Operation.ReadNominal, $"nominal:{id}", reason, cancellationToken);
        return await register.GetAsync(id, cancellationToken) is { } nominal
            ? Results.Json(nominal, HubJson.Options)
            : Problems.NotFound("nominal");
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

        await change.UpsertAsync(nominal, cancellationToken);
        await travel.RefreshAsync(id, cancellationToken);
        await reads.AllowedAsync(request.HttpContext.Caller(), Operation.ChangeNominal, $"nominal:{id}", "upsert", cancellationToken);
        return Results.NoContent();
    }

    [Function("nominal_end")]
    [Requires(Operation.ChangeNominal)]
    public async Task<IResult> End(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/nominals/{id:maxlength(64)}/end")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (!await change.EndAsync(id, cancellationToken))
        {
            return Problems.NotFound("nominal whose time on the register still runs");
        }

        await reads.AllowedAsync(request.HttpContext.Caller(), Operation.ChangeNominal, $"nominal:{id}", "end", cancellationToken);
        return Results.NoContent();
    }
}
