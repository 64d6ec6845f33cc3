using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Identity;
using Hub.Paging;

namespace Hub.Functions.DeportedOffenders;

/// <summary>The open cases that a caller may read, whoever lands soonest first.</summary>
public sealed class OwnCases(ICaseStore cases, Access access)
{
    /// <summary>Pages of the board looked through for one page of a caller who sees only their own; then the page is short.</summary>
    private const int MaxLooks = 20;

    public async Task<Page<CaseFile>> PageAsync(Caller caller, PageRequest page, CancellationToken cancellationToken)
    {
        var own = new List<CaseFile>();
        var next = page.Continuation;
        for (var looks = 0; looks < MaxLooks && own.Count < page.Size; looks++)
        {
            // No more than are still wanted, so that the page ends where the board's page does.
            var board = await cases.ListCasesAsync(DeportedOffenderCase.Sort, new PageRequest(page.Size - own.Count, next), cancellationToken);
            own.AddRange(board.Items.Where(file => access.MayReach(caller, Operation.ReadDeportedOffender, file)));
            next = board.Continuation;
            if (next is null)
            {
                break;
            }
        }

        return new Page<CaseFile>(own, next);
    }
}
