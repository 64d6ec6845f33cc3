using Hub.Identity;

namespace Hub.Functions.Desk.SignIn;

/// <summary>Somebody who is signed in.</summary>
/// <param name="Caller">As the hub knows them: what they may do, and how they stand in the audit trail.</param>
/// <param name="Name">As the page calls them.</param>
/// <param name="Until">When it ends. UTC.</param>
public sealed record DeskSession(Caller Caller, string Name, DateTimeOffset Until)
{
    /// <summary>The longest a session lasts: a shift and a half.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>
    /// The longest by a work account: after half a shift the issuer is asked again whether they still have the role, which
    /// costs them two clicks.
    /// </summary>
    public static readonly TimeSpan LongestByWorkAccount = TimeSpan.FromHours(4);

    /// <summary>How long before its end pages say so.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromMinutes(15);

    private const int MaxName = 100;

    /// <summary>As it is kept: of a name so much that it fits into a cookie, whoever gave it.</summary>
    internal DeskSession Shortened() => Name.Length <= MaxName ? this : this with { Name = Name[..MaxName] };

    /// <summary>Null where it is none of this version's.</summary>
    internal static DeskSession? Parse(string text) => KeptText.Read<DeskSession>(text) is { Caller: { Id: not null }, Name: not null } read ? read : null;
}
