using Hub.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Hub.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>A recipient says they have a notice: its clock stops.</summary>
public sealed class AcknowledgeNotice(ICaseStore cases, Access access, Reads reads, Acknowledgement acknowledgement)
{
    [Function("notice_acknowledge")]
    [Requires(Operation.AcknowledgeNotice)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id:length(49)}/acknowledgement")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var notice = NoticeId.TryGetCase(id, out var caseId)
            ? (await cases.ReadAsync(caseId, cancellationToken))?.Notices.FirstOrDefault(n => n.Id == id)
            : null;
        if (notice is null)
        {
            return Problems.NotFound("notice");
        }

        if (!access.MayReach(caller, Operation.AcknowledgeNotice, notice.Recipient))
        {
            await reads.RefusedAsync(caller, Operation.AcknowledgeNotice, $"notice:{id}", cancellationToken);
            return Problems.Forbidden("This notice is not addressed to you.");
        }

        var acknowledged = await acknowledgement.AcknowledgeAsync(id, caller.Actor, cancellationToken);
        return acknowledged switch
        {
            null => Problems.NotFound("notice"),
            { State: NoticeState.Planned } => Problems.Of(StatusCodes.Status409Conflict, "notice-planned", "This notice is planned for later and has not been raised.", "Acknowledge it once it is raised; plannedFor says when that will be."),
            _ => Results.Json(NoticeView.Of(acknowledged), HubJson.Options),
        };
    }
}
