using Hub.Border.Manifests;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Manifests;

/// <summary>An uploaded file, not yet read: the body itself, or the part <c>file</c> of a form.</summary>
/// <param name="Content">The file's bytes as they come.</param>
/// <param name="FileName">As the sender names it.</param>
/// <param name="Stated">The flight, where the query or the form states it.</param>
internal sealed record ManifestBody(Stream Content, string? FileName, StatedFlight? Stated)
{
    private const int MaxFields = 20;
    private const int MaxFieldLength = 100;
    private const int MaxFileNameLength = 200;

    /// <returns>The body, or the problem to answer with.</returns>
    public static async Task<(ManifestBody? Body, IResult? Problem)> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Query)
        {
            said[name] = value.ToString();
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return (null, Unsupported());
        }

        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return await FormAsync(request, type, said, cancellationToken);
        }

        return type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            ? (null, Unsupported())
            : (new ManifestBody(request.Body, Name(said.GetValueOrDefault("name")), StatedBy(said)), null);
    }

    private static async Task<(ManifestBody? Body, IResult? Problem)> FormAsync(
        HttpRequest request, MediaTypeHeaderValue type, Dictionary<string, string> said, CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200)
        {
            return (null, Form("The form names no boundary between its parts."));
        }

        try
        {
            var parts = new MultipartReader(boundary, request.Body);
            for (var read = 0; read < MaxFields; read++)
            {
                if (await parts.ReadNextSectionAsync(cancellationToken) is not { } part)
                {
                    return (null, Form("The form has no part \"file\"."));
                }

                if (part.AsFileSection() is { Name: "file", FileStream: { } content } file)
                {
                    return (new ManifestBody(new FormFile(content), Name(file.FileName), StatedBy(said)), null);
                }

                if (part.AsFormDataSection() is { } field)
                {
                    said[field.Name] = await ValueAsync(part, cancellationToken);
                }
            }
        }
        catch (Exception e) when (FormFile.IsUnreadable(e))
        {
            return (null, Form("The form cannot be read."));
        }

        return (null, Form($"The form has more than {MaxFields} parts before the file."));
    }

    private static async Task<string> ValueAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxFieldLength + 1];
        var length = await part.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaxFieldLength
            ? throw new InvalidDataException("A field is too long.")
            : System.Text.Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static StatedFlight? StatedBy(Dictionary<string, string> said)
    {
        var stated = new StatedFlight(Of("flight"), Of("from"), Of("to"), Of("departs"), Of("arrives"));
        return stated == new StatedFlight(null, null, null, null, null) ? null : stated;

        string? Of(string name) => said.GetValueOrDefault(name)?.Trim() is { Length: > 0 and <= MaxFieldLength } value ? value : null;
    }

    // Only what tells the sender which file it was; never a path.
    private static string? Name(string? fileName) =>
        Path.GetFileName(fileName)?.Trim() is { Length: > 0 and <= MaxFileNameLength } name && !name.Any(char.IsControl) ? name : null;

    private static IResult Form(string why) => ManifestProblems.FormUnreadable($"{why} Send the flight's fields first, if any, then the part \"file\".");

    private static IResult Unsupported() => Problems.Of(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body must be a manifest.", "Send CSV (Content-Type: text/csv) or UN/EDIFACT PAXLST (application/edifact), as the body or as the part \"file\" of multipart/form-data.");
}
