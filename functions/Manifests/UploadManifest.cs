using Hub.Border.Manifests;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Manifests;

/// <summary>The border liaison, or a carrier's feed, uploads a manifest.</summary>
public sealed class UploadManifest(ManifestUploads uploads)
{
    [Function("manifest_upload")]
    [Requires(Operation.UploadManifest, Feed = ManifestRecord.Sort)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/manifests")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await ManifestBody.OpenAsync(request, cancellationToken);
        if (body is null)
        {
            return problem!;
        }

        try
        {
            var receipt = await uploads.TakeAsync(request, body, cancellationToken);
            request.HttpContext.Response.Headers.Location = $"/api/manifests/{receipt.Id}";
            return Results.Json(ManifestView.Receipt(receipt.Id, receipt.Record), HubJson.Options, statusCode: StatusCodes.Status202Accepted);
        }
        catch (ManifestRefusedException refused)
        {
            return ManifestProblems.Of(refused, ManifestUploads.MaxBytes);
        }
    }
}
