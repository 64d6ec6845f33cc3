using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Matching;
using Hub.Nominals;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Nominals;

/// <summary>Two records are one person, or are two after all.</summary>
public sealed class MergeFunctions(RegisterChange change, Reads reads)
{
    private const int MaxRationale = 2000;

    private sealed record Merging(string Into, string Rationale);

    [Function("nominal_merge")]
    [Requires(Operation.MergeNominal)]
    public async Task<IResult> Merge(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/nominals/{id:maxlength(64)}/merge")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadFieldsAsync(
            request, fields => new Merging(fields.RequiredText("into", NominalJson.MaxIdLength), fields.RequiredText("rationale", MaxRationale, multiline: true)));
        if (body is null)
        {
            return problem!;
        }

        var caller = request.HttpContext.Caller();
        return await AnswerAsync(caller, id, $"merge into {body.Into}", await change.MergeAsync(id, body.Into, caller.Actor, body.Rationale, cancellationToken), cancellationToken);
    }

    [Function("nominal_split")]
    [Requires(Operation.MergeNominal)]
    public async Task<IResult> Split(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/nominals/{id:maxlength(64)}/split")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (rationale, problem) = await RequestBody.ReadFieldsAsync(request, fields => fields.RequiredText("rationale", MaxRationale, multiline: true));
        if (rationale is null)
        {
            return problem!;
        }

        var caller = request.HttpContext.Caller();
        return await AnswerAsync(caller, id, "split", await change.SplitAsync(id, caller.Actor, rationale, cancellationToken), cancellationToken);
    }

    private async Task<IResult> AnswerAsync(Caller caller, string id, string what, MergeResult result, CancellationToken cancellationToken)
    {
        if (result.Refusal is not { } refusal)
        {
            await reads.AllowedAsync(caller, Operation.MergeNominal, $"nominal:{id}", what, cancellationToken);
            return Results.NoContent();
        }

        return refusal switch
        {
            { Path: "into" } => RequestBody.Invalid([refusal with { Path = "$.into" }]),
            { Code: "unknown-nominal" } => Problems.NotFound("nominal"),
            { Code: "nominal-merged" } => Problems.Of(StatusCodes.Status409Conflict, "nominal-merged", "The record was merged into another.", refusal.Message),
            { Code: "not-merged" } => Problems.Of(StatusCodes.Status409Conflict, "not-merged", "The record was not merged into another.", refusal.Message),
            _ => Problems.Of(StatusCodes.Status409Conflict, "nominal-ended", "The record's time on the register has ended.", refusal.Message),
        };
    }
}
