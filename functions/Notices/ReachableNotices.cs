using Hub.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Notices;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Notices;

/// <summary>Finds a notice that a caller may reach; a refusal is logged.</summary>
public sealed class ReachableNotices(ICaseStore cases, Access access, Reads reads)
{
    /// <returns>The notice with its case, or the problem to answer with: there is none, or it is not the caller's.</returns>
    public async Task<(CaseFile? File, Notice? Notice, IResult? Problem)> FindAsync(Caller caller, Operation operation, string id, CancellationToken cancellationToken)
    {
        var file = NoticeId.TryGetCase(id, out var caseId) ? await cases.ReadAsync(caseId, cancellationToken) : null;
        if (file?.Notices.FirstOrDefault(n => n.Id == id) is not { } notice)
        {
            return (null, null, Problems.NotFound("notice"));
        }

        if (access.MayReach(caller, operation, notice.Recipient))
        {
            return (file, notice, null);
        }

        await reads.RefusedAsync(caller, operation, $"notice:{id}", cancellationToken);
        return (null, null, Problems.Forbidden("This notice is not addressed to you."));
    }
}
