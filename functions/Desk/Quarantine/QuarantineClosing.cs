using Hub.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Quarantine;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Quarantine;
using Hub.Identity;
using Hub.Quarantine;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Quarantine;

/// <summary>A supervisor sends an item again, or discards it after being told what is lost.</summary>
public sealed class QuarantineClosing(QuarantineDesk desk, ICaseStore cases, HeldItems items, PageMaking pages)
{
    [Function("desk_quarantine_replay")]
    [Page]
    [Requires(Operation.CloseQuarantine)]
    public Task<IResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/quarantine/{id:length(32)}/replay")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        CloseAsync<HeldItemPage>(request, id, QuarantineResolution.Replayed, "It was sent again. If it fails again, it comes back here.", cancellationToken);

    [Function("desk_quarantine_discard")]
    [Page]
    [Requires(Operation.CloseQuarantine)]
    public async Task<IResult> AskDiscard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/quarantine/{id:length(32)}/discard")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        await items.ReadAsync(request.HttpContext.Caller(), id, FormState.Empty, cancellationToken) switch
        {
            null => Problems.NotFound("item in quarantine"),
            { Closure: not null } closed => pages.Done(request, closed.Address),
            var open => pages.Show<DiscardPage>(request, open),
        };

    [Function("desk_quarantine_discard_post")]
    [Page]
    [Requires(Operation.CloseQuarantine)]
    public Task<IResult> Discard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/quarantine/{id:length(32)}/discard")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        CloseAsync<DiscardPage>(request, id, QuarantineResolution.Discarded, "It was discarded.", cancellationToken);

    private async Task<IResult> CloseAsync<TPage>(HttpRequest request, string id, QuarantineResolution resolution, string done, CancellationToken cancellationToken)
        where TPage : IComponent
    {
        var caller = request.HttpContext.Caller();
        var (rationale, form) = FormReading.Read(await FormReading.ReadAsync(request, cancellationToken), Closing.Rationale);
        if (rationale is null)
        {
            return await items.ReadAsync(caller, id, form, cancellationToken) switch
            {
                null => Problems.NotFound("item in quarantine"),
                { Closure: not null } closed => Overtaken(request, closed),
                var open => pages.Show<TPage>(request, open, StatusCodes.Status422UnprocessableEntity),
            };
        }

        var outcome = resolution == QuarantineResolution.Replayed
            ? await desk.ReplayAsync(id, caller.Actor, rationale, cancellationToken)
            : await desk.DiscardAsync(id, caller.Actor, rationale, cancellationToken);
        if (outcome == ClosureOutcome.Closed || (outcome == ClosureOutcome.AlreadyClosed && await IsOwnAsync(id, resolution, caller, rationale, cancellationToken)))
        {
            return pages.Done(request, HeldItems.List, done);
        }

        return outcome == ClosureOutcome.AlreadyClosed && await items.ReadAsync(caller, id, FormState.Empty, cancellationToken) is { } held
            ? Overtaken(request, held)
            : Closing.Problem(outcome);
    }

    private IResult Overtaken(HttpRequest request, HeldItemModel closed) =>
        pages.Show<HeldItemPage>(request, closed with { IsOvertaken = true, Form = FormState.Empty }, StatusCodes.Status409Conflict);

    // The same form sent twice: by a second click, or by loading its answer again.
    private async Task<bool> IsOwnAsync(string id, QuarantineResolution resolution, Caller caller, string rationale, CancellationToken cancellationToken) =>
        (await cases.ReadQuarantineAsync(id, cancellationToken))?.Closure?.Is(resolution, caller.Actor, rationale) == true;
}
