using System.Globalization;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Nominals;

/// <summary>Changes of the register in bulk, numbered by their source, and how far the register has taken them in.</summary>
public sealed class DeltaFunctions(RegisterDeltas deltas, INominalRegister register, Reads reads, TimeProvider time)
{
    [Function("register_deltas")]
    [Requires(Operation.ChangeNominal)]
    public async Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/register/deltas")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (batch, problem) = await RequestBody.ReadFieldsAsync(request, fields => DeltaReading.Read(fields, time.GetUtcNow()), DeltaBatch.MaxBytes);
        if (batch is null)
        {
            return problem!;
        }

        var caller = request.HttpContext.Caller();
        switch (await deltas.TakeAsync(batch, caller.Actor, cancellationToken))
        {
            case DeltaOutcome.Taken taken:
                await reads.AllowedAsync(caller, Operation.ChangeNominal, $"register:{batch.Source}", string.Create(CultureInfo.InvariantCulture, $"deltas to {taken.Mark}"), cancellationToken);
                return Results.Json(taken, HubJson.Options);
            case DeltaOutcome.Missing missing:
                return Problems.Of(StatusCodes.Status409Conflict, "deltas-missing", "Deltas before these have not come.",
                    string.Create(CultureInfo.InvariantCulture, $"The register has taken in those up to {missing.Mark}. Send the ones after it first; nothing was changed."));
            case DeltaOutcome.Refused refused:
                return RequestBody.Invalid(refused.Errors);
            case var other:
                throw new InvalidOperationException($"Nothing answers {other.GetType().Name}.");
        }
    }

    [Function("register_mark")]
    [Requires(Operation.ChangeNominal)]
    public async Task<IResult> Mark(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/marks/{source:maxlength(32)}")] HttpRequest request, string source, CancellationToken cancellationToken) =>
        DeltaReading.IsSource(source)
            ? Results.Json(new { source, mark = await register.MarkAsync(source, cancellationToken) }, HubJson.Options)
            : Problems.NotFound("source");
}
