using Hub.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Http;

/// <summary>
/// Errors as RFC 9457 problem documents with a stable <c>code</c>, and <c>errors</c> where several things are wrong at
/// once. Nothing the sender wrote is repeated. Pages show the same in words.
/// </summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    public static IResult Of(int status, string code, string title, string? detail = null, IReadOnlyList<FieldError>? errors = null) =>
        new ProblemResult(new Problem($"/problems/{code}", title, status, code, detail, errors is { Count: > 0 } ? errors : null));

    public static IResult NotFound(string what) => Of(StatusCodes.Status404NotFound, "not-found", $"There is no such {what}.");

    public static IResult Forbidden(string detail) => Of(StatusCodes.Status403Forbidden, "forbidden", "You may not do this.", detail);

    public static IResult Invalid(FieldError error) => Of(StatusCodes.Status400BadRequest, "invalid-request", "The request cannot be used.", errors: [error]);
}

/// <summary>What went wrong with a request.</summary>
/// <param name="Type">The kind, as an address.</param>
/// <param name="Title">In a sentence.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The kind, stable.</param>
/// <param name="Detail">More, and what to do.</param>
/// <param name="Errors">Each thing wrong, where several are.</param>
public sealed record Problem(string Type, string Title, int Status, string Code, string? Detail, IReadOnlyList<FieldError>? Errors);

/// <summary>A problem as the answer: a document for the API; a page shows it in words.</summary>
public sealed class ProblemResult(Problem problem) : IResult
{
    public Problem Problem { get; } = problem;

    public Task ExecuteAsync(HttpContext httpContext) =>
        Results.Json(Problem, HubJson.Options, Problems.ContentType, Problem.Status).ExecuteAsync(httpContext);
}
