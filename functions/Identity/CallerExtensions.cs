using Hub.Identity;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Identity;

/// <summary>Carries the validated caller from the middleware to the function.</summary>
public static class CallerExtensions
{
    private static readonly object Key = new();

    /// <exception cref="InvalidOperationException">The function is open to all, so nobody was identified.</exception>
    public static Caller Caller(this HttpContext http) =>
        http.Items[Key] as Caller ?? throw new InvalidOperationException("No caller was identified for this function.");

    internal static void SetCaller(this HttpContext http, Caller caller) => http.Items[Key] = caller;
}
