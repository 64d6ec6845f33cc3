using Hub.Border.Manifests;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Manifests;

/// <summary>An uploaded manifest, not yet read.</summary>
/// <param name="Content">The file's bytes as they come.</param>
/// <param name="FileName">As the sender names it.</param>
/// <param name="Stated">The flight, where the query or the form states it.</param>
internal sealed record ManifestBody(Stream Content, string? FileName, StatedFlight? Stated)
{
    private const int MaxFieldLength = 100;
    private const int MaxFileNameLength = 200;

    /// <returns>The body, or the problem to answer with.</returns>
    public static async Task<(ManifestBody? Body, IResult? Problem)> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (file, problem) = await UploadedFile.OpenAsync(request, MaxFieldLength, cancellationToken);
        return file is null || IsJson(request)
            ? (null, problem ?? Unsupported())
            : (Of(file), null);
    }

    public static ManifestBody Of(UploadedFile file) => new(file.Content, Name(file.Name), StatedBy(file.Said));

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static StatedFlight? StatedBy(IReadOnlyDictionary<string, string> said)
    {
        var stated = new StatedFlight(Of("flight"), Of("from"), Of("to"), Of("departs"), Of("arrives"));
        return stated == new StatedFlight(null, null, null, null, null) ? null : stated;

        string? Of(string name) => said.GetValueOrDefault(name)?.Trim() is { Length: > 0 and <= MaxFieldLength } value ? value : null;
    }

    // Only what tells the sender which file it was; never a path.
    private static string? Name(string? fileName) =>
        Path.GetFileName(fileName)?.Trim() is { Length: > 0 and <= MaxFileNameLength } name && !name.Any(char.IsControl) ? name : null;

    private static IResult Unsupported() => Problems.Of(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body must be a manifest.", "Send CSV (Content-Type: text/csv) or UN/EDIFACT PAXLST (application/edifact), as the body or as the part \"file\" of multipart/form-data.");
}
