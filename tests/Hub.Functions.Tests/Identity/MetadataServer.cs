using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Tests.Identity;

/// <summary>An issuer on a real port, which publishes its metadata and keys as Entra ID does, and can roll its key, fail and fall silent.</summary>
public sealed class MetadataServer : IAsyncDisposable
{
    public const string Issuer = "https://issuer.example/v2.0";
    public const string Audience = "api://hub";

    private readonly WebApplication app;
    private readonly TaskCompletionSource silence = new();
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RsaSecurityKey key = NewKey("first");
    private int reads;

    private MetadataServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/metadata", MetadataAsync);
        app.MapGet("/authorize", Authorize);
        app.MapGet("/keys", () => Results.Content(Keys(), "application/json"));
    }

    public Uri Address => new(new Uri(app.Urls.Single()), "/metadata");

    public int Reads => Volatile.Read(ref reads);

    public bool Fails { get; set; }

    public bool Silent { get; set; }

    /// <summary>False: its metadata names no page, as of an issuer of tokens only.</summary>
    public bool HasPages { get; set; } = true;

    /// <summary>Who signs in on its page: what it says of them beside the nonce.</summary>
    public Dictionary<string, object> Somebody { get; set; } = new() { ["sub"] = "y-1", ["name"] = "Amara Osei", ["roles"] = new[] { "yotOfficer.camden" } };

    /// <summary>Ends once the metadata has been asked for.</summary>
    public Task Asked => asked.Task;

    public static async Task<MetadataServer> StartAsync()
    {
        var server = new MetadataServer();
        await server.app.StartAsync();
        return server;
    }

    public void Roll(string keyId) => key = NewKey(keyId);

    public string Token(Dictionary<string, object>? claims = null, string issuer = Issuer, string audience = Audience, DateTimeOffset? expires = null) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = (expires ?? TimeProvider.System.GetUtcNow()).AddHours(-2).UtcDateTime,
            Expires = (expires ?? TimeProvider.System.GetUtcNow().AddHours(1)).UtcDateTime,
            Claims = claims ?? new() { ["sub"] = "s-1", ["roles"] = new[] { "supervisor" } },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });

    /// <summary>What its page answers when <see cref="Somebody"/> signs in.</summary>
    public string IdToken(string nonce) => Token(new(Somebody) { ["nonce"] = nonce });

    public async ValueTask DisposeAsync()
    {
        silence.TrySetResult();
        await app.DisposeAsync();
    }

    private async Task<IResult> MetadataAsync()
    {
        Interlocked.Increment(ref reads);
        asked.TrySetResult();
        if (Silent)
        {
            await silence.Task;
        }

        return Fails
            ? Results.StatusCode(StatusCodes.Status500InternalServerError)
            : Results.Json(new
            {
                issuer = Issuer,
                jwks_uri = new Uri(Address, "/keys"),
                authorization_endpoint = HasPages ? new Uri(Address, "/authorize") : null,
                end_session_endpoint = HasPages ? new Uri(Address, "/logout") : null,
            });
    }

    /// <summary>The page people sign in on: one button, which sends the answer as a form, as <c>response_mode=form_post</c> asks.</summary>
    private IResult Authorize(HttpRequest request)
    {
        var ask = request.Query;
        return ask["response_type"] == "id_token" && ask["response_mode"] == "form_post" && ask["client_id"] == Audience
            ? Results.Content($"""
                <!DOCTYPE html><html lang="en"><title>Work account</title>
                <form method="post" action="{WebUtility.HtmlEncode(ask["redirect_uri"])}">
                <input type="hidden" name="state" value="{WebUtility.HtmlEncode(ask["state"])}"><input type="hidden" name="id_token" value="{IdToken(ask["nonce"].ToString())}">
                <button>Continue as {WebUtility.HtmlEncode(Somebody.GetValueOrDefault("name")?.ToString() ?? "nobody")}</button></form></html>
                """, "text/html")
            : Results.BadRequest();
    }

    private string Keys()
    {
        var parts = key.Rsa.ExportParameters(includePrivateParameters: false);
        return JsonSerializer.Serialize(new { keys = new[] { new { kty = "RSA", use = "sig", kid = key.KeyId, n = Base64UrlEncoder.Encode(parts.Modulus), e = Base64UrlEncoder.Encode(parts.Exponent) } } });
    }

    private static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
}
