using Hub.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Quarantine;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Quarantine;

/// <summary>What could not be worked on: seen, sent again, or discarded with a reason.</summary>
public sealed class QuarantineFunctions(ICaseStore cases, QuarantineDesk desk, Reads reads)
{
    [Function("quarantine_list")]
    [Requires(Operation.ReadQuarantine)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/quarantine")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (Http.Paging.Read(request, out var problem) is not { } page)
        {
            return problem!;
        }

        var items = await cases.ListQuarantineAsync(page, cancellationToken);
        await reads.AllowedAsync(request.HttpContext.Caller(), Operation.ReadQuarantine, "quarantine", null, cancellationToken);
        return Http.Paging.Result(items, View);
    }

    [Function("quarantine_replay")]
    [Requires(Operation.CloseQuarantine)]
    public Task<IResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/quarantine/{id:length(32)}/replay")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        CloseAsync(request, rationale => desk.ReplayAsync(id, request.HttpContext.Caller().Actor, rationale, cancellationToken));

    [Function("quarantine_discard")]
    [Requires(Operation.CloseQuarantine)]
    public Task<IResult> Discard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/quarantine/{id:length(32)}/discard")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        CloseAsync(request, rationale => desk.DiscardAsync(id, request.HttpContext.Caller().Actor, rationale, cancellationToken));

    private static async Task<IResult> CloseAsync(HttpRequest request, Func<string, Task<ClosureOutcome>> close)
    {
        var (rationale, problem) = await RequestBody.ReadFieldsAsync(request, Closing.Rationale);
        return rationale is null ? problem! : await close(rationale) is var outcome && outcome == ClosureOutcome.Closed ? Results.NoContent() : Closing.Problem(outcome);
    }

    // The body stays out of lists: it may name people, and the reason is enough to decide on.
    private static object View(QuarantineItem item) => new { item.Id, item.Topic, item.Subscription, item.MessageId, item.Code, item.Reason, item.At, Report = item.Case };
}
