using Hub.DeportedOffenders.Alerts;
using Hub.Functions.Identity;
using Hub.Functions.Reports;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.DeportedOffenders;

/// <summary>Interpol, Prisoners Abroad or a foreign authority sends word that an offender is being deported here.</summary>
public sealed class PostDeportedOffender(ReportPosting reports)
{
    [Function("deported_offenders_post")]
    [Requires(Operation.PostReport, Feed = DeportedOffenderFeed.FeedName)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reports/deported-offenders")] HttpRequest request, CancellationToken cancellationToken) =>
        reports.PostAsync(DeportedOffenderFeed.FeedName, request, cancellationToken);
}
