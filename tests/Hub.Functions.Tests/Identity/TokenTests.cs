using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Embedded.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Tests.Identity;

/// <summary>Tokens that must not be taken.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private TestHub hub = null!;

    public async Task InitializeAsync() => hub = await TestHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    private static Dictionary<string, object> Supervisor => new() { ["sub"] = "s-1", ["roles"] = new[] { "supervisor" } };

    [Fact]
    public async Task A_good_token_is_taken() => Assert.Equal(HttpStatusCode.OK, await StatusAsync(hub.Issue(Supervisor)));

    [Fact]
    public async Task A_token_of_another_key_is_refused()
    {
        using var key = RSA.Create(2048);
        await RefusedAsync(Sign(new SigningCredentials(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha256)), "signature");
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        using var issuer = RSA.Create(2048);
        var secret = new SymmetricSecurityKey(Encoding.ASCII.GetBytes(issuer.ExportSubjectPublicKeyInfoPem()));
        await RefusedAsync(Sign(new SigningCredentials(secret, SecurityAlgorithms.HmacSha256)), "");
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var payload = Base64UrlEncoder.Encode(JsonSerializer.Serialize(new { iss = EmbeddedIssuer.Issuer, aud = EmbeddedIssuer.Audience, sub = "s-1", roles = new[] { "supervisor" }, exp = Now.AddHours(1).ToUnixTimeSeconds() }));
        await RefusedAsync($"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{payload}.", "");
    }

    [Fact]
    public async Task A_token_altered_after_signing_is_refused()
    {
        var parts = hub.Issue(new() { ["sub"] = "y-1", ["roles"] = new[] { "yotOfficer" }, ["borough"] = "camden" }).Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("yotOfficer", "supervisor", StringComparison.Ordinal);
        await RefusedAsync($"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}", "signature");
    }

    [Theory]
    [InlineData("urn:another", null, 60, "issuer")]
    [InlineData(null, "urn:another", 60, "audience")]
    [InlineData(null, null, -30, "expired")]
    public async Task A_token_from_elsewhere_for_elsewhere_or_out_of_date_is_refused(string? issuer, string? audience, int minutes, string why)
    {
        using var key = RSA.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(hub.Folder, "keys", "issuer.pem")));
        using var own = EmbeddedIssuer.Open(hub.Folder);
        var credentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = own.SigningKey.KeyId, CryptoProviderFactory = new CryptoProviderFactory() }, SecurityAlgorithms.RsaSha256);
        await RefusedAsync(Sign(credentials, issuer, audience, minutes), why);
    }

    [Fact]
    public async Task A_token_must_name_exactly_one_known_role()
    {
        await RefusedAsync(hub.Issue(new() { ["sub"] = "s-1", ["roles"] = new[] { "supervisor", "auditor" } }), "exactly one role");
        await RefusedAsync(hub.Issue(new() { ["sub"] = "s-1", ["roles"] = new[] { "king" } }), "exactly one role");
        await RefusedAsync(hub.Issue(new() { ["sub"] = "s-1" }), "exactly one role");
    }

    [Fact]
    public async Task A_token_of_an_unknown_borough_agency_or_nobody_is_refused()
    {
        await RefusedAsync(hub.Issue(new() { ["sub"] = "y-1", ["roles"] = new[] { "yotOfficer" }, ["borough"] = "Atlantis" }), "borough");
        await RefusedAsync(hub.Issue(new() { ["sub"] = "a-1", ["roles"] = new[] { "agency" }, ["agency"] = "circus" }), "agency");
        await RefusedAsync(hub.Issue(new() { ["roles"] = new[] { "supervisor" } }), "subject");
    }

    [Theory]
    [InlineData("feed.arrests", null, HttpStatusCode.UnprocessableEntity)]
    [InlineData("feed.arrests", "arrests", HttpStatusCode.UnprocessableEntity)]
    [InlineData("feed.deported-offenders", null, HttpStatusCode.Forbidden)]
    [InlineData("feed.deported-offenders", "arrests", HttpStatusCode.Unauthorized)]
    [InlineData("feed.", null, HttpStatusCode.Forbidden)]
    [InlineData("feed", null, HttpStatusCode.Forbidden)]
    public async Task An_application_s_role_may_carry_its_feed(string role, string? claim, HttpStatusCode expected)
    {
        var claims = new Dictionary<string, object> { ["sub"] = "custody", ["roles"] = new[] { role } };
        if (claim is not null)
        {
            claims["feed"] = claim;
        }

        using var custody = hub.WithToken(hub.Issue(claims));
        using var answer = await custody.PostAsync("api/reports/arrests", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("yotOfficer.camden", "camden", HttpStatusCode.OK)]
    [InlineData("yotOfficer.camden", "brent", HttpStatusCode.Forbidden)]
    [InlineData("yotOfficer.atlantis", "atlantis", HttpStatusCode.Unauthorized)]
    public async Task A_person_s_role_may_carry_the_borough(string role, string borough, HttpStatusCode expected)
    {
        using var officer = hub.WithToken(hub.Issue(new() { ["sub"] = "y-1", ["roles"] = new[] { role } }));
        using var answer = await officer.GetAsync($"api/notices?recipient=yot:{borough}");
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task The_issuers_key_can_be_read_by_its_owner_only()
    {
        await hub.DrainAsync();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(hub.Folder, "keys", "issuer.pem")));
        }
    }

    private static string Sign(SigningCredentials credentials, string? issuer = null, string? audience = null, int minutes = 60) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? EmbeddedIssuer.Issuer,
            Audience = audience ?? EmbeddedIssuer.Audience,
            NotBefore = Now.AddHours(-1).UtcDateTime,
            Expires = Now.AddMinutes(minutes).UtcDateTime,
            Claims = Supervisor,
            SigningCredentials = credentials,
        });

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var client = hub.WithToken(token);
        using var answer = await client.GetAsync("api/quarantine");
        return answer.StatusCode;
    }

    private async Task RefusedAsync(string token, string why)
    {
        using var client = hub.WithToken(token);
        using var answer = await client.GetAsync("api/quarantine");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((401, "token-invalid"), ((int)answer.StatusCode, problem.Text("code")));
        Assert.Contains(why, problem.Text("detail"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }
}
