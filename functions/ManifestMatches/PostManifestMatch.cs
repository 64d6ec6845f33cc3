using Hub.Border.Hits;
using Hub.Functions.Identity;
using Hub.Functions.Reports;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.ManifestMatches;

/// <summary>A JBOC officer reports a known person they found on a flight themselves.</summary>
public sealed class PostManifestMatch(ReportPosting reports)
{
    [Function("manifest_match_post")]
    [Requires(Operation.UploadManifest, Feed = ManifestMatchFeed.FeedName)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reports/manifest-matches")] HttpRequest request, CancellationToken cancellationToken) =>
        reports.PostAsync(ManifestMatchFeed.FeedName, request, cancellationToken);
}
