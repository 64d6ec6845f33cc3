using System.Text.Json;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Http;

/// <summary>A JSON body, read whole within a limit; or the problem that it was not one.</summary>
public sealed record RequestBody(ReadOnlyMemory<byte> Bytes, IResult? Problem)
{
    /// <summary>
    /// The largest JSON body read: some twenty times a large real report. What of a report is kept has a limit of its
    /// own, <see cref="Hub.Reports.Intake.MaxReportBytes"/>.
    /// </summary>
    public const int MaxBytes = 64 * 1024;

    /// <param name="maxBytes">The largest body of this function.</param>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, int maxBytes = MaxBytes)
    {
        if (!IsJson(request.ContentType))
        {
            return Refused(Problems.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body must be JSON.", "Send Content-Type: application/json (UTF-8)."));
        }

        if (request.ContentLength > maxBytes)
        {
            return Refused(TooLarge(maxBytes));
        }

        using var buffer = new MemoryStream((int)(request.ContentLength ?? 4096));
        var chunk = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > maxBytes)
            {
                return Refused(TooLarge(maxBytes));
            }

            buffer.Write(chunk, 0, read);
        }

        return new RequestBody(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), null);
    }

    /// <summary>Reads an object and hands its fields on; a malformed or wrong one becomes the problem.</summary>
    /// <param name="maxBytes">The largest body of this function.</param>
    public static async Task<(T? Value, IResult? Problem)> ReadFieldsAsync<T>(HttpRequest request, Func<JsonFields, T> read, int maxBytes = MaxBytes)
        where T : class
    {
        var body = await ReadAsync(request, maxBytes);
        if (body.Problem is not null)
        {
            return (null, body.Problem);
        }

        if (!JsonBody.TryParse(body.Bytes, out JsonDocument? document, out var error))
        {
            return (null, Malformed(error));
        }

        using (document)
        {
            var fields = new JsonFields(document.RootElement);
            var value = read(fields);
            return fields.Errors.Count == 0
                ? (value, null)
                : (null, Invalid(fields.Errors));
        }
    }

    public static IResult Invalid(IReadOnlyList<FieldError> errors) =>
        Problems.Of(StatusCodes.Status422UnprocessableEntity, "invalid-body", "The body cannot be used.", errors: errors);

    public static IResult Malformed(FieldError error) =>
        Problems.Of(StatusCodes.Status400BadRequest, error.Code, "The body is not JSON the hub can read.", error.Message);

    private static IResult TooLarge(int maxBytes) =>
        Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large.", $"At most {maxBytes:N0} bytes are taken; nothing was kept.");

    private static RequestBody Refused(IResult problem) => new(ReadOnlyMemory<byte>.Empty, problem);

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
}
