using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Http;

/// <summary>An uploaded file, not yet read: the body itself, or the part <c>file</c> of a form.</summary>
/// <param name="Content">The file's bytes as they come.</param>
/// <param name="Name">As the sender names it: in the form, else <c>?name=</c>.</param>
/// <param name="MediaType">As the sender states it of the file, without parameters; null where they do not.</param>
/// <param name="Length">Bytes, where the sender states it of the file alone.</param>
/// <param name="Said">What the query, and the fields of the form before the file, say beside it; of one in both, the form's.</param>
internal sealed record UploadedFile(Stream Content, string? Name, string? MediaType, long? Length, IReadOnlyDictionary<string, string> Said)
{
    private const int MaxFields = 20;

    /// <param name="request">Not yet read.</param>
    /// <param name="maxFieldBytes">The longest field of a form.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The file, or the problem to answer with; neither where the request has no content type.</returns>
    public static async Task<(UploadedFile? File, IResult? Problem)> OpenAsync(HttpRequest request, int maxFieldBytes, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return (null, null);
        }

        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Query)
        {
            said[name] = value.ToString();
        }

        return IsForm(type)
            ? await FormAsync(request, type, maxFieldBytes, said, cancellationToken)
            : (new UploadedFile(request.Body, said.GetValueOrDefault("name"), type.MediaType.Value, request.ContentLength, said), null);
    }

    /// <summary>The file of a form that a page sends; what the query says counts for nothing.</summary>
    /// <param name="request">Not yet read.</param>
    /// <param name="maxFieldBytes">The longest field of a form.</param>
    /// <param name="said">Gets the fields before the file, also where there is none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The file, or the problem to answer with.</returns>
    public static async Task<(UploadedFile? File, IResult? Problem)> OpenFormAsync(HttpRequest request, int maxFieldBytes, Dictionary<string, string> said, CancellationToken cancellationToken) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && IsForm(type)
            ? await FormAsync(request, type, maxFieldBytes, said, cancellationToken)
            : (null, Form("This is no form with a file."));

    /// <summary>The problem of a form that cannot be used.</summary>
    public static IResult Unreadable(string why) => Problems.Of(StatusCodes.Status400BadRequest, "form-unreadable", "The form cannot be used.", why);

    private static bool IsForm(MediaTypeHeaderValue type) => type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    private static async Task<(UploadedFile? File, IResult? Problem)> FormAsync(
        HttpRequest request, MediaTypeHeaderValue type, int maxFieldBytes, Dictionary<string, string> said, CancellationToken cancellationToken)
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
                    return (new UploadedFile(new FormFile(content), file.FileName, TypeOf(part), null, said), null);
                }

                if (part.AsFormDataSection() is { } field)
                {
                    said[field.Name] = await ValueAsync(part, maxFieldBytes, cancellationToken);
                }
            }
        }
        catch (Exception e) when (FormFile.IsUnreadable(e))
        {
            return (null, Form("The form cannot be read."));
        }

        return (null, Form($"The form has more than {MaxFields} parts before the file."));
    }

    private static string? TypeOf(MultipartSection part) => MediaTypeHeaderValue.TryParse(part.ContentType, out var type) ? type.MediaType.Value : null;

    private static async Task<string> ValueAsync(MultipartSection part, int maxBytes, CancellationToken cancellationToken)
    {
        var bytes = new byte[maxBytes + 1];
        var length = await part.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length > maxBytes
            ? throw new InvalidDataException("A field is too long.")
            : Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static IResult Form(string why) => Unreadable($"{why} Send what is said beside the file first, if anything, then the part \"file\".");
}
