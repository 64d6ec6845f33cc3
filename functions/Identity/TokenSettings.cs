using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Identity;

/// <summary>Whose tokens are taken. In Azure, Entra ID's; on the embedded host, its own issuer's.</summary>
public sealed record TokenSettings
{
    public required string Issuer { get; init; }

    public required string Audience { get; init; }

    /// <summary>The keys tokens may be signed with. Asked for at each validation, so that keys may roll.</summary>
    public required Func<IEnumerable<SecurityKey>> SigningKeys { get; init; }

    /// <summary>
    /// The clock for token lifetimes: the real one even where the hub itself replays an older day, because tokens are
    /// issued today.
    /// </summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
