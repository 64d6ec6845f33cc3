using Hub.Auditing;
using Hub.Cases;
using Hub.Paging;

namespace Hub.Border.Manifests;

/// <summary>The list of recent manifests, newest first. What stands on it is the manifests' own records: counts and places.</summary>
public sealed class ManifestBoard(ICaseStore store, Records records, TimeProvider time)
{
    /// <summary>How long a manifest is listed after it was taken in, last: over a weekend and its nights. The record itself stays.</summary>
    public static readonly TimeSpan Listed = TimeSpan.FromDays(7);

    /// <summary>Read at a time: most often nothing is over, and only the oldest were looked at for it.</summary>
    private const int PageSize = 20;

    private const int MostPages = 50;

    /// <summary>Puts a manifest on the list, or to its top. In the same commit as the manifest itself.</summary>
    public static void Enter(CaseEdit edit, DateTimeOffset receivedAt) =>
        edit.Update(c => c with { Board = ManifestRecord.Sort, BoardAt = receivedAt });

    /// <exception cref="InvalidContinuationException">The continuation token is not one this list gave out.</exception>
    public Task<Page<CaseFile>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        store.ListCasesAsync(ManifestRecord.Sort, page, cancellationToken, BoardOrder.NewestFirst);

    /// <summary>Takes off the list what has been on it for its time.</summary>
    /// <returns>How many were taken off; there may be more, for the next time.</returns>
    public async Task<int> ClearAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Listed;
        var taken = 0;
        var next = new PageRequest(PageSize);
        for (var page = 0; page < MostPages; page++)
        {
            var listed = await store.ListCasesAsync(ManifestRecord.Sort, next, cancellationToken);
            var over = listed.Items.TakeWhile(c => c.BoardAt <= before).ToList();
            foreach (var file in over)
            {
                await LeaveAsync(file.Id, before, cancellationToken);
            }

            taken += over.Count;
            if (over.Count < listed.Items.Count || listed.Continuation is null)
            {
                break;
            }

            next = next with { Continuation = listed.Continuation };
        }

        return taken;
    }

    private Task<CaseFile?> LeaveAsync(CaseId id, DateTimeOffset before, CancellationToken cancellationToken) =>
        records.EditAsync<ManifestRecord>(id, Actor.Hub, (edit, manifest) =>
        {
            // It may have been taken in again meanwhile.
            if (edit.Case.BoardAt <= before)
            {
                edit.Audit("manifest.unlisted", $"Off the list of recent manifests, after {Listed.TotalDays:0} days.");
                edit.Update(c => c with { Board = null, BoardAt = null });
            }

            return manifest;
        }, cancellationToken);
}
