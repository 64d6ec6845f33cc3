using Hub.Desk.Pages.People;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Nominals;
using Hub.Paging;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.People;

/// <summary>How one record came to be what it is, also one that was merged away.</summary>
public sealed class PersonHistoryPages(NominalHistories histories, Access access, Reads reads, AskedReason asked, GivenReason reasons, PageMaking pages)
{
    private const int PageSize = 20;

    [Function("desk_person_history")]
    [Page]
    [Requires(Operation.ReadNominalHistory)]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/people/{id:maxlength(64)}/history")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (reason, ask) = asked.Read(request, PersonAddresses.History(id));
        if (reason is null)
        {
            return ask!;
        }

        var caller = request.HttpContext.Caller();
        var continuation = request.Query["continuation"].FirstOrDefault();
        await reads.AllowedAsync(caller, Operation.ReadNominalHistory, $"nominal:{id}", reason, cancellationToken);
        if (await histories.ReadAsync(id, new PageRequest(PageSize, continuation), cancellationToken) is not { } history)
        {
            return Problems.NotFound("record on the register");
        }

        var because = reasons.Protect(caller, reason);
        var address = PersonAddresses.History(id, because);
        return pages.Show<PersonHistoryPage>(request, new PersonHistoryModel
        {
            Id = id,
            Record = access.MayCall(caller, Operation.ReadNominal) ? PersonAddresses.Record(id, because) : null,
            Changes = [.. history.Changes.Items.Select(RecordChanges.Of)],
            Broken = history.Broken,
            First = continuation is null ? null : address,
            Next = history.Changes.Continuation is { } next ? $"{address}&continuation={Uri.EscapeDataString(next)}" : null,
        });
    }

    [Function("desk_person_history_why")]
    [Page]
    [Requires(Operation.ReadNominalHistory)]
    public Task<IResult> Why(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/people/{id:maxlength(64)}/history")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        asked.TakeAsync(request, PersonAddresses.History(id), because => PersonAddresses.History(id, because), cancellationToken);
}
