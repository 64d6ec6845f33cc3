using Hub.Feeds.Arrests;
using Hub.Functions.Identity;
using Hub.Functions.Reports;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Arrests;

/// <summary>Custody posts a child's arrest.</summary>
public sealed class PostArrest(ReportPosting reports)
{
    [Function("arrests_post")]
    [Requires(Operation.PostReport, Feed = ArrestFeed.FeedName)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reports/arrests")] HttpRequest request, CancellationToken cancellationToken) =>
        reports.PostAsync(ArrestFeed.FeedName, request, cancellationToken);
}
