using System.Globalization;
using Hub.Functions.Desk.SignIn;
using Hub.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Functions.Desk;

/// <summary>
/// Carries why somebody looks at a person from page to page, in an address, so that they are not asked on every click.
/// Only this hub can read or make it, and only for who gave it; it may name somebody.
/// </summary>
public sealed class GivenReason(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long a reason holds: a shift and a half.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    /// <summary>The longest value of an address that is looked at.</summary>
    private const int MaxLength = 4096;

    /// <summary>A reason as the value of a query, for <see cref="Lasts"/>.</summary>
    public string Protect(Caller caller, string reason) =>
        For(caller).Protect(string.Create(CultureInfo.InvariantCulture, $"{(time.GetUtcNow() + Lasts).UtcTicks} {reason}"));

    /// <summary>Null where there is none, it is another's, or it was given too long ago.</summary>
    public string? Read(Caller caller, string? value)
    {
        if (value is not { Length: > 0 and <= MaxLength } || DeskSessions.Unprotect(For(caller), value) is not { } kept)
        {
            return null;
        }

        var space = kept.IndexOf(' ', StringComparison.Ordinal);
        return long.Parse(kept.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture) > time.GetUtcNow().UtcTicks ? kept[(space + 1)..] : null;
    }

    private IDataProtector For(Caller caller) => protection.CreateProtector("desk.reason.v1", caller.Id);
}
