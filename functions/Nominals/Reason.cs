using Hub.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Nominals;

/// <summary>Why somebody looks a person up: asked for every time, kept in the access log.</summary>
internal static class Reason
{
    public const int MaxLength = 500;

    public static FieldError Missing { get; } = new("reason", FieldErrorCode.Required, $"Say why you look this person up, in at most {MaxLength} characters on one line; it is kept with your name.");

    public static string? Read(HttpRequest request) => Of(request.Query["reason"].FirstOrDefault());

    /// <summary>A reason as somebody writes it; null where it is none.</summary>
    public static string? Of(string? text) => text?.Trim() is { Length: > 0 } reason && TextRules.Problem(reason, MaxLength) is null ? reason : null;
}
