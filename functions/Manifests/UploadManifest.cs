using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Manifests;

/// <summary>The border liaison, or a carrier's feed, uploads a manifest.</summary>
public sealed class UploadManifest(ManifestIntake intake, Reads reads)
{
    /// <summary>
    /// The largest upload, in bytes: some 100,000 passengers. The real host holds a body of known length in memory many
    /// times over, so larger files go by the container <c>manifests</c>.
    /// </summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    [Function("manifest_upload")]
    [Requires(Operation.UploadManifest, Feed = ManifestRecord.Sort)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/manifests")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return ManifestProblems.TooLarge(MaxBytes);
        }

        var (body, problem) = await ManifestBody.OpenAsync(request, cancellationToken);
        if (body is null)
        {
            return problem!;
        }

        try
        {
            var caller = request.HttpContext.Caller();
            var receipt = await intake.AcceptAsync(body.Content, new ManifestOrigin(caller.Actor, body.FileName, body.Stated, MaxBytes), cancellationToken);
            await reads.AllowedAsync(caller, Operation.UploadManifest, $"manifest:{receipt.Id}", null, cancellationToken);
            request.HttpContext.Response.Headers.Location = $"/api/manifests/{receipt.Id}";
            return Results.Json(ManifestView.Receipt(receipt.Id, receipt.Record), HubJson.Options, statusCode: StatusCodes.Status202Accepted);
        }
        catch (ManifestRefusedException refused)
        {
            return ManifestProblems.Of(refused, MaxBytes);
        }
    }
}
