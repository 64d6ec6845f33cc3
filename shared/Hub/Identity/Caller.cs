using Hub.Auditing;
using Hub.Notices;

namespace Hub.Identity;

/// <summary>Who is calling, as the validated token says.</summary>
public sealed record Caller
{
    /// <summary>The token's subject.</summary>
    public required string Id { get; init; }

    public required Role Role { get; init; }

    /// <summary>The authority's id in the directory, for roles that belong to one; of the agency <c>force</c> the police force's id.</summary>
    public string? Borough { get; init; }

    /// <summary>The team, for <see cref="Role.Agency"/>: one of <see cref="Agencies.All"/>.</summary>
    public string? Agency { get; init; }

    /// <summary>The one feed it may post, for <see cref="Role.Feed"/>.</summary>
    public string? Feed { get; init; }

    /// <summary>The recipient whose notices are this caller's own; null for roles that receive none.</summary>
    public string? OwnRecipient => (Role, Borough) switch
    {
        (Role.YotOfficer, { } borough) => Recipient.Yot(borough),
        (Role.PpdOfficer or Role.PpdSergeant, { } borough) => Recipient.Ppd(borough),
        (Role.JigsawOfficer, { } borough) => Recipient.Jigsaw(borough),
        (Role.JigsawOfficer, null) => Recipient.CentralJigsaw,
        (Role.BorderLiaison, _) => Recipient.BorderLiaison,
        (Role.Supervisor, _) => Recipient.Supervisors,
        (Role.Agency, { } borough) => $"{Agency}:{borough}",
        (Role.Agency, null) => Agency,
        _ => null,
    };

    /// <summary>How this caller stands in the audit trail.</summary>
    public Actor Actor => new(Id, Role switch
    {
        Role.Agency => Agency ?? "agency",
        Role.Feed => $"feed:{Feed}",
        _ => RoleNames.Of(Role),
    });
}
