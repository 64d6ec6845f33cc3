using Hub.DeportedOffenders.Attachments;
using Hub.Functions.Http;
using Hub.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.DeportedOffenders;

/// <summary>Why a file was not kept, as a problem document.</summary>
internal static class AttachmentProblems
{
    public static IResult Of(AttachmentRefusedException refused) => refused.Refusal switch
    {
        AttachmentRefusal.Name => Problems.Invalid(new FieldError("name", "unusable-name", refused.Message)),
        AttachmentRefusal.TypeNotKept => Problems.Of(StatusCodes.Status415UnsupportedMediaType, "attachment-type-not-kept", "Files of this type are not kept.", refused.Message),
        AttachmentRefusal.NotAsStated => Problems.Of(StatusCodes.Status422UnprocessableEntity, "attachment-not-as-stated", "The file is not what it is said to be.", refused.Message),
        AttachmentRefusal.ActiveContent => Problems.Of(StatusCodes.Status422UnprocessableEntity, "attachment-can-run", "The file holds something that can be run.", refused.Message),
        AttachmentRefusal.Empty => Problems.Of(StatusCodes.Status422UnprocessableEntity, "attachment-empty", "The file is empty.", refused.Message),
        AttachmentRefusal.NotWhole => Problems.Of(StatusCodes.Status422UnprocessableEntity, "attachment-not-whole", "The file is not whole.", refused.Message),
        AttachmentRefusal.TooLarge => Problems.Of(StatusCodes.Status413PayloadTooLarge, "attachment-too-large", "The file is too large.", refused.Message),
        AttachmentRefusal.TooSlow => Problems.Of(StatusCodes.Status408RequestTimeout, "attachment-too-slow", "The file took too long to arrive.", refused.Message),
        _ => throw new InvalidOperationException($"A file was refused as {refused.Refusal}."),
    };

    public static IResult Unstated() => Problems.Of(
        StatusCodes.Status415UnsupportedMediaType, "attachment-type-not-kept", "Files of this type are not kept.", $"Say with Content-Type what the file is. Kept are: {AttachmentTypes.Published.List}.");

    public static IResult Busy(HttpRequest request, TooManyUploadsException busy)
    {
        request.HttpContext.Response.Headers.RetryAfter = "5";
        return Problems.Of(StatusCodes.Status503ServiceUnavailable, "busy", "Try again in a moment.", busy.Message);
    }
}
