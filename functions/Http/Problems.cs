using Hub.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Http;

/// <summary>
/// Errors as RFC 9457 problem documents with a stable <c>code</c>, and <c>errors</c> where several things are wrong at
/// once. Nothing the sender wrote is repeated.
/// </summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    public static IResult Of(int status, string code, string title, string? detail = null, IReadOnlyList<FieldError>? errors = null) =>
        Results.Json(new Problem($"/problems/{code}", title, status, code, detail, errors is { Count: > 0 } ? errors : null), HubJson.Options, ContentType, status);

    public static IResult NotFound(string what) => Of(StatusCodes.Status404NotFound, "not-found", $"There is no such {what}.");

    public static IResult Forbidden(string detail) => Of(StatusCodes.Status403Forbidden, "forbidden", "You may not do this.", detail);

    public static IResult Invalid(FieldError error) => Of(StatusCodes.Status400BadRequest, "invalid-request", "The request cannot be used.", errors: [error]);

    private sealed record Problem(string Type, string Title, int Status, string Code, string? Detail, IReadOnlyList<FieldError>? Errors);
}
