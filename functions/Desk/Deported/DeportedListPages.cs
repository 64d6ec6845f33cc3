using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Pages.Deported;
using Hub.Functions.DeportedOffenders;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Paging;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Deported;

/// <summary>The page of the open cases of deported offenders.</summary>
public sealed class DeportedListPages(OwnCases cases, CaseReading reading, Reads reads, PageMaking pages, TimeProvider time)
{
    private const int PageSize = 50;

    [Function("desk_deported_list")]
    [Page]
    [Requires(Operation.ReadDeportedOffender)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/deported-offenders")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var continuation = request.Query["continuation"].FirstOrDefault();
        var found = await cases.PageAsync(caller, new PageRequest(PageSize, continuation), cancellationToken);
        await reads.AllowedAsync(caller, Operation.ReadDeportedOffender, "deported-offenders", null, cancellationToken);
        return pages.Show<DeportedListPage>(request, new DeportedListModel
        {
            Groups = ListedGroup.Of(found.Items.Select(file => Listed(file, caller)), time.GetUtcNow()),
            IsLater = continuation is not null,
            Continuation = found.Continuation,
            OwnOnly = AccessMatrix.Published[Operation.ReadDeportedOffender, caller.Role] == Reach.Own,
        });
    }

    private ListedCase Listed(CaseFile file, Caller caller)
    {
        var state = Records.StateOf<DeportedOffenderCase>(file);
        return new ListedCase(file.Id, reading.Facts(state), MoveTable.Default.Words(state.State), Meetings.Settled(state), reading.Next(state, caller));
    }
}
