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
        var with = parameters.Clone();
        with.IssuerSigningKeys = await signingKeys(KeyId(token), cancellationToken);
        var result = await handler.ValidateTokenAsync(token, with);
        return result.IsValid ? Read((JsonWebToken)result.SecurityToken) : (null, Words(result.Exception));
    }

    private (Caller? Caller, string? Refusal) Read(JsonWebToken token)
    {
        var roles = token.Claims.Where(c => c.Type == "roles").Select(c => c.Value).ToList();
        if (roles is not [var said] || !RoleNames.TryParse(said.Split('.', 2)[0], out var role))
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

        return string.IsNullOrEmpty(token.Subject)
            ? (null, "The token names no subject.")
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
