using Hub.Cases;
using Hub.Notices;

namespace Hub.Identity;

/// <summary>
/// The one place that decides what a caller may do. First <see cref="MayCall"/>, before anything is read; then, for a
/// reach of <see cref="Reach.Own"/>, whether the thing asked for is the caller's own.
/// </summary>
public sealed class Access(AccessMatrix matrix)
{
    /// <summary>The feed that keeps the register up to date.</summary>
    public const string RegisterFeed = "register";

    /// <summary>Whether the role has any reach at all, and a feed the right name where one is asked for.</summary>
    /// <param name="feed">The feed posted to; null where the operation is about none.</param>
    public bool MayCall(Caller caller, Operation operation, string? feed = null) => matrix[operation, caller.Role] switch
    {
        Reach.All => true,
        Reach.Own => operation switch
        {
            Operation.PostReport or Operation.UploadManifest => feed is not null && caller.Feed == feed,
            Operation.ChangeNominal or Operation.MergeNominal or Operation.NotifyTravel => caller.Feed == RegisterFeed,
            _ => caller.OwnRecipient is not null,
        },
        _ => false,
    };

    /// <summary>Whether the caller may do this with what belongs to a recipient.</summary>
    public bool MayReach(Caller caller, Operation operation, string recipient) => matrix[operation, caller.Role] switch
    {
        Reach.All => true,
        Reach.Own => caller.OwnRecipient == recipient,
        _ => false,
    };

    /// <summary>Whether the caller may do this with a case: their own is one that raised a notice for them.</summary>
    public bool MayReach(Caller caller, Operation operation, CaseFile file) => matrix[operation, caller.Role] switch
    {
        Reach.All => true,
        Reach.Own => file.Notices.Any(n => n.Recipient == caller.OwnRecipient && (operation != Operation.DecideMatch || n.Kind == NoticeKind.MatchReview)),
        _ => false,
    };

    /// <summary>
    /// Whether the caller may see what matching found: police who decide or supervise, and the auditor. A partner
    /// agency sees that there was a match, not the other persons considered.
    /// </summary>
    public static bool MaySeeEvidence(Caller caller) =>
        caller.Role is Role.PpdOfficer or Role.PpdSergeant or Role.JigsawOfficer or Role.Supervisor or Role.Auditor;
}
