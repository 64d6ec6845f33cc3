using Hub.Border.Hits;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Csv;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Manifests;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.ManifestMatches;

/// <summary>A JBOC officer uploads the list of matches they typed themselves, as CSV.</summary>
public sealed class PostMatchList(MatchLists lists)
{
    [Function("manifest_matches_upload")]
    [Requires(Operation.UploadManifest, Feed = ManifestMatchFeed.FeedName)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/manifest-matches")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await ManifestBody.OpenAsync(request, cancellationToken);
        if (body is null)
        {
            return problem!;
        }

        try
        {
            var receipt = await lists.TakeAsync(request, body.Content, cancellationToken);
            return receipt.Taken.IsEmpty
                ? Problems.Of(StatusCodes.Status422UnprocessableEntity, "manifest-refused", "No match of the list was taken in.", "Correct the rows and send the list again.",
                    [.. receipt.SetAside.SelectMany(s => s.Errors.Select(e => e with { Path = $"line {s.Line}: {e.Path}" }))])
                : Results.Json(receipt, HubJson.Options, statusCode: StatusCodes.Status202Accepted);
        }
        catch (ManifestRefusedException refused)
        {
            return ManifestProblems.Of(refused, MatchListCsv.MaxLength);
        }
    }
}
