using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>A recipient says they have a notice: its clock stops.</summary>
public sealed class AcknowledgeNotice(Acknowledging acknowledging)
{
    [Function("notice_acknowledge")]
    [Requires(Operation.AcknowledgeNotice)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id:length(49)}/acknowledgement")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (done, problem) = await acknowledging.AcknowledgeAsync(request.HttpContext.Caller(), id, cancellationToken);
        return done is null ? problem! : Results.Json(NoticeView.Of(done.Notice), HubJson.Options);
    }
}
