using Hub.Functions.Http;
using Hub.Identity;
using Hub.Notices;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Notices;

/// <summary>Acknowledges a notice for a caller, who must be its recipient: the same from the API and from a page.</summary>
public sealed class Acknowledging(ReachableNotices reachable, Acknowledgement acknowledgement)
{
    /// <returns>The notice as it now is; or null and the problem to answer with.</returns>
    public async Task<(Acknowledged? Done, IResult? Problem)> AcknowledgeAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        var (_, before, problem) = await reachable.FindAsync(caller, Operation.AcknowledgeNotice, id, cancellationToken);
        if (before is null)
        {
            return (null, problem);
        }

        return await acknowledgement.AcknowledgeAsync(id, caller.Actor, cancellationToken) switch
        {
            null => (null, Problems.NotFound("notice")),
            { State: NoticeState.Planned } => (null, Problems.Of(StatusCodes.Status409Conflict, "notice-planned", "This notice is planned for later and has not been raised.", "Acknowledge it once it is raised; plannedFor says when that will be.")),
            { Kind: NoticeKind.MatchReview, IsOpen: true } => (null, Problems.Of(StatusCodes.Status409Conflict, "decision-needed", "This notice asks for a decision.", "Look at the possible match and decide it: that answers the notice. Acknowledged alone, nobody would look any more.")),
            var after => (new Acknowledged(after, before.IsOpen && after.State == NoticeState.Acknowledged && after.AcknowledgedBy == caller.Actor), null),
        };
    }
}

/// <summary>What came of acknowledging.</summary>
/// <param name="Notice">As it now is.</param>
/// <param name="Now">It was this call that did it; not one before, and the notice is not withdrawn.</param>
public sealed record Acknowledged(Notice Notice, bool Now);
