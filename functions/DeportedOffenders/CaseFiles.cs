using Hub.Archive;
using Hub.Cases;
using Hub.DeportedOffenders.Attachments;
using Hub.DeportedOffenders.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.DeportedOffenders;

/// <summary>Takes files in for a case and hands them out, as somebody asks for it.</summary>
public sealed class CaseFiles(AttachmentIntake intake, IArchive archive, Reads reads)
{
    /// <summary>Adds an uploaded file.</summary>
    /// <returns>What became of it and the file as kept; or the problem of a file that is not kept.</returns>
    internal async Task<(MoveOutcome? Outcome, CaseAttachment? Attachment, IResult? Problem)> TakeAsync(
        HttpRequest request, CaseId id, UploadedFile sent, Caller caller, CancellationToken cancellationToken)
    {
        var description = sent.Said.GetValueOrDefault("description")?.Trim();
        if (TextRules.Problem(description, AttachmentIntake.MaxDescriptionLength, multiline: true) is { } wrong)
        {
            return (null, null, Problems.Invalid(new FieldError("description", wrong.Code, wrong.Message)));
        }

        try
        {
            var offered = new OfferedFile(sent.Content, sent.Name, sent.MediaType, sent.Length, string.IsNullOrEmpty(description) ? null : description);
            var (outcome, attachment) = await intake.AttachAsync(id, offered, caller.Actor, cancellationToken);
            return (outcome, attachment, null);
        }
        catch (AttachmentRefusedException refused)
        {
            return (null, null, AttachmentProblems.Of(refused));
        }
        catch (TooManyUploadsException busy)
        {
            return (null, null, AttachmentProblems.Busy(request, busy));
        }
    }

    /// <summary>A file kept with a case; null where the case has none of that hash.</summary>
    internal static CaseAttachment? Find(CaseFile file, string sha256) =>
        Records.StateOf<DeportedOffenderCase>(file).Attachments.FirstOrDefault(a => a.Address.Sha256 == sha256);

    /// <summary>A file's bytes, to be saved and never shown by a browser. The reason is kept, found in the log by the case as well as by the file.</summary>
    internal async Task<IResult> HandOutAsync(HttpRequest request, Caller caller, CaseFile file, string sha256, string reason, CancellationToken cancellationToken)
    {
        if (Find(file, sha256) is not { } kept || await archive.OpenAsync(kept.Address, cancellationToken) is not { } content)
        {
            return Problems.NotFound("attachment of this case");
        }

        request.HttpContext.Response.RegisterForDisposeAsync(content);
        await Task.WhenAll(new[] { $"case:{file.Id}", $"attachment:{sha256}" }
            .Select(subject => reads.AllowedAsync(caller, Operation.ReadDeportedOffender, subject, reason, cancellationToken)));
        request.HttpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Stream(content, kept.MediaType, kept.Name);
    }
}
