using Hub.Functions.Desk.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.Frames;

/// <summary>What a form did, told on the page that the browser is led to after it, once.</summary>
public sealed class Said(IDataProtectionProvider protection, DeskSettings desk)
{
    private const int MaxLength = 500;
    private readonly IDataProtector protector = protection.CreateProtector("desk.said.v1");

    private string Cookie => desk.SecureCookies ? "__Host-desk-said" : "desk-said";

    /// <summary>Says it on the next page. It names nobody: it is kept in the browser for a moment.</summary>
    public void Say(HttpContext http, string words) => http.Response.Cookies.Append(
        Cookie, protector.Protect(words.Length > MaxLength ? words[..MaxLength] : words), DeskSessions.Options(desk, TimeSpan.FromMinutes(1)));

    internal string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 4096 } kept)
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie, DeskSessions.Options(desk, null));
        return DeskSessions.Unprotect(protector, kept);
    }
}
