using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.SignIn;

/// <summary>
/// Keeps who is signed in, in a cookie that only this hub can read or make. It goes with no request that another site
/// makes but a link that is followed (SameSite=Lax), and scripts cannot read it.
/// </summary>
public sealed class DeskSessions(IDataProtectionProvider protection, TokenSettings tokens, DeskSettings desk)
{
    private readonly IDataProtector protector = protection.CreateProtector("desk.session.v1");

    private string Cookie => desk.SecureCookies ? "__Host-desk" : "desk";

    public void Begin(HttpContext http, DeskSession session) => http.Response.Cookies.Append(
        Cookie, protector.Protect(JsonSerializer.Serialize(session.Shortened(), HubJson.Options)), Options(desk, session.Until - tokens.Clock.GetUtcNow()));

    public void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(desk, null));

    /// <summary>Who is signed in, where anybody is; the request then is theirs, so that forms are bound to them.</summary>
    public DeskSession? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 4096 } kept
            || Unprotect(protector, kept) is not { } text
            || DeskSession.Parse(text) is not { } session
            || session.Until <= tokens.Clock.GetUtcNow())
        {
            return null;
        }

        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", $"{session.Caller.Id} {RoleNames.Of(session.Caller.Role)} {session.Caller.OwnRecipient}")], "desk"));
        http.SetSession(session);
        return session;
    }

    internal static CookieOptions Options(DeskSettings desk, TimeSpan? age) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = age,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = desk.SecureCookies,
    };

    /// <summary>Null for what was not made by this hub, or too long ago for its keys.</summary>
    internal static string? Unprotect(IDataProtector protector, string kept)
    {
        try
        {
            return protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Carries the session from the middleware to the page.</summary>
internal static class SessionExtensions
{
    private static readonly object Key = new();

    /// <summary>Null where nobody is signed in.</summary>
    public static DeskSession? Session(this HttpContext http) => http.Items[Key] as DeskSession;

    public static void SetSession(this HttpContext http, DeskSession session) => http.Items[Key] = session;
}
