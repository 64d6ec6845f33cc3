using Hub.Border.Manifests;
using Hub.Functions.Http;
using Hub.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Manifests;

/// <summary>Why a manifest was not taken, as a problem document.</summary>
internal static class ManifestProblems
{
    public static IResult Of(ManifestRefusedException refused, long maxBytes) => refused.Code switch
    {
        "too-large" => TooLarge(maxBytes),
        "route-not-monitored" => Problems.Of(StatusCodes.Status422UnprocessableEntity, "route-not-monitored", "The route is not monitored.", refused.Reason),
        _ => Problems.Of(
            StatusCodes.Status422UnprocessableEntity, "manifest-refused", "The manifest was not taken in.", "Nothing of it was kept. Correct and send it again.",
            [new FieldError(refused.At?.ToString() ?? "file", refused.Code, refused.Reason)]),
    };

    public static IResult TooLarge(long maxBytes) => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, "body-too-large", "The file is too large.",
        $"At most {maxBytes / (1024 * 1024)} MB are taken this way; nothing was kept. {(maxBytes < ManifestUploads.MaxBytes ? "Send it in parts." : $"Drop larger files into the container (folder) {IManifestDrop.Container}.")}");
}
