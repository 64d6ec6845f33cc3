using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Hub.Functions.Identity;
using Hub.Identity;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Manifests;

/// <summary>Takes in a manifest that is sent over HTTP, by the API or by the desk's form.</summary>
public sealed class ManifestUploads(ManifestIntake intake, Reads reads)
{
    /// <summary>
    /// The largest upload, in bytes: some 100,000 passengers. The real host holds a body of known length in memory many
    /// times over, so larger files go by the container <c>manifests</c>.
    /// </summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <exception cref="ManifestRefusedException">The file cannot be used, is on no monitored route, or is too large; nothing was kept.</exception>
    internal async Task<ManifestReceipt> TakeAsync(HttpRequest request, ManifestBody body, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            throw new ManifestRefusedException(null, "too-large", $"The file is larger than the {MaxBytes / (1024 * 1024)} MB taken this way.");
        }

        var caller = request.HttpContext.Caller();
        var receipt = await intake.AcceptAsync(body.Content, new ManifestOrigin(caller.Actor, body.FileName, body.Stated, MaxBytes), cancellationToken);
        await reads.AllowedAsync(caller, Operation.UploadManifest, $"manifest:{receipt.Id}", null, cancellationToken);
        return receipt;
    }
}
