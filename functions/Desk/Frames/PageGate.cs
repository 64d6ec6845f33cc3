using Hub.Functions.Desk.SignIn;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.Frames;

/// <summary>Who calls a page, and whether the desk made the form they send.</summary>
public sealed class PageGate(DeskSessions sessions, IAntiforgery antiforgery)
{
    /// <returns>Who is signed in, where anybody is; or the problem to answer with.</returns>
    public async Task<(Caller? Caller, IResult? Denied)> EnterAsync(HttpContext http, FunctionRule rule)
    {
        var caller = sessions.Read(http)?.Caller;
        if (caller is null && rule.Operation is not null)
        {
            return (null, Problems.Of(StatusCodes.Status401Unauthorized, "session-ended", "You are not signed in any more.", "Nothing was done. Sign in again in another tab, then go back to this page and send it again: what you entered is still there."));
        }

        return rule.Page!.ProvesItsForm ? (caller, null) : (caller, await DenyFormAsync(http));
    }

    /// <summary>The problem of a form that the desk did not make, or made for somebody else; null where it is good, or nothing is sent.</summary>
    public async Task<IResult?> DenyFormAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return null;
        }

        if (http.Request.ContentLength is not (>= 0 and <= FormReading.MaxBytes))
        {
            return Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "What you sent is too large.", "Nothing was done. Go back and shorten it.");
        }

        try
        {
            await antiforgery.ValidateRequestAsync(http);
            return null;
        }
        catch (AntiforgeryValidationException)
        {
            return Expired();
        }
    }

    /// <summary>As the other, of a form whose token was read by the function itself, because its body is a file.</summary>
    /// <param name="token">As the form sent it; null where it sent none.</param>
    public async Task<IResult?> DenyTokenAsync(HttpContext http, string? token)
    {
        http.Request.Headers["X-Form-Token"] = token ?? "";
        return await antiforgery.IsRequestValidAsync(http) ? null : Expired();
    }

    private static IResult Expired() => Problems.Of(
        StatusCodes.Status400BadRequest, "form-expired", "This form is not valid any more.", "Nothing was done. You may have signed in anew since the page was made. Go back, load the page again and send it again.");
}
