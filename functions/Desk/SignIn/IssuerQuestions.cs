using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Functions.Identity;
using Hub.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Desk.SignIn;

/// <summary>
/// Keeps the question a browser took to the issuer's page. The answer is a form that the issuer's site sends, so the
/// cookie must go with such (SameSite=None), and therefore over TLS only; browsers take this machine's own address for safe.
/// </summary>
public sealed class IssuerQuestions(IDataProtectionProvider protection, TokenSettings tokens, DeskSettings desk)
{
    /// <summary>The longest address, in bytes, that leaves room in a cookie of 4 KB; from another they begin at their start page.</summary>
    private const int MostBytes = 1_500;

    private readonly IDataProtector protector = protection.CreateProtector("desk.issuer.v1");

    private string Cookie => desk.SecureCookies ? "__Host-desk-issuer" : "desk-issuer";

    /// <summary>A new one, in place of any the browser had.</summary>
    internal IssuerQuestion Ask(HttpContext http, string to)
    {
        var question = new IssuerQuestion(Random(), Random(), Encoding.UTF8.GetByteCount(to) <= MostBytes ? to : LocalAddress.Start, tokens.Clock.GetUtcNow() + IssuerQuestion.Longest);
        http.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(question, HubJson.Options)), Options(IssuerQuestion.Longest));
        return question;
    }

    /// <summary>The question this is the answer to, which the browser then has no more; null where it asked none such, or too long ago.</summary>
    internal IssuerQuestion? Take(HttpContext http, string state)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 4096 } kept
            || DeskSessions.Unprotect(protector, kept) is not { } text
            || IssuerQuestion.Parse(text) is not { } question
            || question.Until <= tokens.Clock.GetUtcNow()
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(question.State)))
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie, Options(null));
        return question;
    }

    private static string Random() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    private static CookieOptions Options(TimeSpan? age) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = age,
        Path = "/",
        SameSite = SameSiteMode.None,
        Secure = true,
    };
}
