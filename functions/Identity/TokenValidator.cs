using System.Security.Cryptography;
using System.Text;
using Hub.Identity;
using Hub.Places;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Identity;

/// <summary>
/// Turns a bearer token into a <see cref="Caller"/>: signature (RS256 only), issuer, audience and lifetime are checked,
/// then exactly one known role must be named, with its borough, agency or feed in a claim of that name or behind a dot
/// (<c>feed.arrests</c>).
/// </summary>
public sealed class TokenValidator
{
    /// <summary>The longest subject there is (OpenID Connect Core 1.0 §2).</summary>
    private const int MaxSubject = 255;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters parameters;
    private readonly SigningKeysReading signingKeys;
    private readonly AuthorityDirectory authorities;
    private readonly PortDirectory ports;

    public TokenValidator(TokenSettings settings, AuthorityDirectory authorities, PortDirectory ports)
    {
        this.authorities = authorities;
        this.ports = ports;
        signingKeys = settings.SigningKeys;
        parameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = settings.Issuer,
            ValidAudience = settings.Audience,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) =>
            {
                var now = settings.Clock.GetUtcNow().UtcDateTime;
                return until is { } end && now < end + ClockSkew && (from is not { } start || now > start - ClockSkew);
            },
        };
    }

    /// <returns>The caller, or why the token is not taken, in words fit for its bearer.</returns>
    /// <exception cref="IssuerUnavailableException">The issuer's keys cannot be had now.</exception>
    public async Task<(Caller? Caller, string? Refusal)> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        var (read, refusal) = await CheckAsync(token, parameters.ValidAudience, cancellationToken);
        return read is null ? (null, refusal) : Read(read);
    }

    /// <summary>What an issuer says of somebody who signed in on its page (OpenID Connect Core 1.0 §3.2.2.11), by the same rules.</summary>
    /// <param name="clientId">The application it must be meant for, and no other.</param>
    /// <param name="nonce">What was sent with the question: it must come back, so that no older answer is taken.</param>
    /// <exception cref="IssuerUnavailableException">The issuer's keys cannot be had now.</exception>
    public async Task<IdTokenReading> ValidateIdTokenAsync(string token, string clientId, string nonce, CancellationToken cancellationToken)
    {
        var (read, refusal) = await CheckAsync(token, clientId, cancellationToken);
        if (read is null)
        {
            return new IdTokenReading { Refusal = refusal };
        }

        if (read.Audiences.Skip(1).Any())
        {
            return new IdTokenReading { Refusal = "The token is for other audiences too." };
        }

        if (!SameText(Claim(read, "nonce"), nonce))
        {
            return new IdTokenReading { Refusal = "The token answers another question." };
        }

        var (caller, why) = Read(read);
        return new IdTokenReading { Caller = caller, Name = Claim(read, "name"), Roles = [.. RolesOf(read)], Refusal = why };
    }

    private async Task<(JsonWebToken? Token, string? Refusal)> CheckAsync(string token, string audience, CancellationToken cancellationToken)
    {
        var with = parameters.Clone();
        with.ValidAudience = audience;
        with.IssuerSigningKeys = await signingKeys(KeyId(token), cancellationToken);
        var result = await handler.ValidateTokenAsync(token, with);
        return result.IsValid ? ((JsonWebToken)result.SecurityToken, null) : (null, Words(result.Exception));
    }

    private (Caller? Caller, string? Refusal) Read(JsonWebToken token)
    {
        if (RolesOf(token).ToList() is not [var said] || !RoleNames.TryParse(said.Split('.', 2)[0], out var role))
        {
            return (null, $"The token must name exactly one role of: {string.Join(", ", RoleNames.All)}.");
        }

        var of = said.Split('.', 2) is [_, var part] ? part : null;
        if (of is not null && of != (Claim(token, ClaimOf(role)) ?? of))
        {
            return (null, $"The token's role and its claim {ClaimOf(role)} contradict each other.");
        }

        var agency = Of("agency");
        if (role == Role.Agency && !Agencies.All.Contains(agency))
        {
            return (null, $"The token's agency must be one of: {string.Join(", ", Agencies.All)}.");
        }

        var borough = Of("borough");
        if (role == Role.Agency && agency == Agencies.Force)
        {
            // A force is no authority, and each is told of its own ports only.
            if (!ports.TryGetForce(borough, out _))
            {
                return (null, "The token's borough must be the id of a police force, such as sussex.");
            }
        }
        else if (borough is not null)
        {
            if (!authorities.TryFind(borough, out var authority))
            {
                return (null, "The token's borough is not in the directory.");
            }

            borough = authority.Id;
        }

        return token.Subject is not { Length: > 0 and <= MaxSubject }
            ? (null, $"The token must name a subject of at most {MaxSubject} characters.")
            : (new Caller { Id = token.Subject, Role = role, Borough = borough, Agency = agency, Feed = Of("feed") }, null);

        string? Of(string claim) => claim == ClaimOf(role) ? of ?? Claim(token, claim) : Claim(token, claim);
    }

    /// <summary>What a role may carry behind a dot, for issuers that give applications roles and no claims of one's own: <c>feed.arrests</c>.</summary>
    private static string ClaimOf(Role role) => role switch
    {
        Role.Feed => "feed",
        Role.Agency => "agency",
        _ => "borough",
    };

    private string? KeyId(string token)
    {
        try
        {
            return handler.CanReadToken(token) && handler.ReadJsonWebToken(token) is { Kid.Length: > 0 } read ? read.Kid : null;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            // No token at all; validation says so.
            return null;
        }
    }

    private static IEnumerable<string> RolesOf(JsonWebToken token) => token.Claims.Where(c => c.Type == "roles").Select(c => c.Value);

    private static bool SameText(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) && value.Length > 0 ? value : null;

    private static string Words(Exception? problem) => problem switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException => "The token has expired or is not yet valid.",
        SecurityTokenInvalidAudienceException => "The token is for another audience.",
        SecurityTokenInvalidIssuerException => "The token is from another issuer.",
        SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException => "The token's signature does not hold.",
        SecurityTokenInvalidAlgorithmException => "The token is not signed with RS256.",
        _ => "The token cannot be read.",
    };
}
