using Hub.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Quarantine;
using Hub.Desk.Words;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Health;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Paging;
using Hub.Quarantine;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Quarantine;

/// <summary>What could not be worked on, oldest first, and one item of it.</summary>
public sealed class QuarantinePages(ICaseStore cases, HeldItems items, HealthReading health, Reads reads, PageMaking pages)
{
    private const int PageSize = 25;

    [Function("desk_quarantine")]
    [Page]
    [Requires(Operation.ReadQuarantine)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/quarantine")] HttpRequest request, CancellationToken cancellationToken)
    {
        var continuation = request.Query["continuation"].FirstOrDefault();
        var page = await cases.ListQuarantineAsync(new PageRequest(PageSize, continuation), cancellationToken);
        await reads.AllowedAsync(request.HttpContext.Caller(), Operation.ReadQuarantine, "quarantine", null, cancellationToken);
        var state = await health.ReadAsync(cancellationToken);
        var listed = await Task.WhenAll(page.Items.Select(item => ListedAsync(item, cancellationToken)));
        return pages.Show<QuarantinePage>(request, new QuarantineModel
        {
            Items = [.. listed],
            Queues = state.Unseen.Contains("bus") ? null : QueueLine.Of(state.Queues, state.UnsentEvents),
            First = continuation is null ? null : HeldItems.List,
            Next = page.Continuation is { } next ? $"{HeldItems.List}?continuation={Uri.EscapeDataString(next)}" : null,
        });
    }

    [Function("desk_quarantine_item")]
    [Page]
    [Requires(Operation.ReadQuarantine)]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/quarantine/{id:length(32)}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        await items.ReadAsync(request.HttpContext.Caller(), id, FormState.Empty, cancellationToken) is { } item
            ? pages.Show<HeldItemPage>(request, item)
            : Problems.NotFound("item in quarantine");

    private async Task<HeldItem> ListedAsync(QuarantineItem item, CancellationToken cancellationToken)
    {
        var file = item.Case is { } id ? await cases.ReadAsync(id, cancellationToken) : null;
        return new HeldItem(HeldItems.Address(item.Id), SubscriptionWords.Of(item.Topic, item.Subscription).Failed, item.Reason, item.At, file is null ? null : items.Name(file));
    }
}
