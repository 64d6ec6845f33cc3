using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Identity;

/// <summary>Whose tokens are taken. In Azure, Entra ID's; on the embedded host, its own issuer's.</summary>
public sealed record TokenSettings
{
    public required string Issuer { get; init; }

    public required string Audience { get; init; }

    /// <summary>The keys tokens may be signed with.</summary>
    public required SigningKeysReading SigningKeys { get; init; }

    /// <summary>How people sign in on the issuer's own page; null where the issuer has none.</summary>
    public WorkAccountSettings? WorkAccounts { get; init; }

    /// <summary>
    /// The clock for token lifetimes: the real one even where the hub itself replays an older day, because tokens are
    /// issued today.
    /// </summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>Gives the issuer's keys. Asked at each validation, so that keys may roll.</summary>
/// <param name="keyId">The key the token says it is signed with; null where it says none.</param>
/// <exception cref="IssuerUnavailableException">The issuer cannot be asked now.</exception>
public delegate ValueTask<IReadOnlyCollection<SecurityKey>> SigningKeysReading(string? keyId, CancellationToken cancellationToken);

/// <summary>Whose keys sign tokens cannot be found out now: whether a token is good is not known, and so it is neither taken nor refused.</summary>
/// <param name="words">Why, fit for the caller.</param>
public sealed class IssuerUnavailableException(string words, Exception? inner = null) : Exception(words, inner);
