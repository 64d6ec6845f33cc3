namespace Hub.Identity;

/// <summary>What a caller may ask of the hub. Every HTTP function is one of these, or open to all.</summary>
public enum Operation
{
    /// <summary>Post a report of a feed. Own: the feed the token names.</summary>
    PostReport,

    /// <summary>Read a report with its timeline. Own: one that raised a notice for the caller.</summary>
    ReadReport,

    /// <summary>Decide a possible match. Own: one whose review notice went to the caller's desk.</summary>
    DecideMatch,

    /// <summary>List a recipient's notices. Own: the caller's recipient.</summary>
    ListNotices,

    /// <summary>Acknowledge a notice. Own: one to the caller's recipient.</summary>
    AcknowledgeNotice,

    /// <summary>See which notices of all London are overdue, and which soon are.</summary>
    ReadDeadlines,

    /// <summary>Upload a manifest, or report manifest matches. Own: as the feed of that name.</summary>
    UploadManifest,

    /// <summary>Read what came of a manifest.</summary>
    ReadManifest,

    /// <summary>Read which routes are monitored.</summary>
    ReadRoutes,

    /// <summary>Change which routes are monitored.</summary>
    ChangeRoutes,

    /// <summary>Decide about a person on a flight: breach, return, interception, foreign authority. Own: a report that raised a notice for the caller.</summary>
    DecideTravel,

    /// <summary>Read a nominal's travel history.</summary>
    ReadTravel,

    /// <summary>Take in what a nominal notified of travel. Own: as the feed <c>register</c>.</summary>
    NotifyTravel,

    /// <summary>Read deported offenders' cases. Own: one that raised a notice for the caller.</summary>
    ReadDeportedOffender,

    /// <summary>Work on a deported offender's case: research, attachments, and the moves that the table of moves gives the role. Own: one that raised a notice for the caller.</summary>
    WorkDeportedOffender,

    /// <summary>Search the register.</summary>
    SearchNominals,

    /// <summary>Read one nominal.</summary>
    ReadNominal,

    /// <summary>Add, change or end a nominal. Own: as the feed <c>register</c>.</summary>
    ChangeNominal,

    /// <summary>Say that two records are one person, or are not after all. Own: as the feed <c>register</c>.</summary>
    MergeNominal,

    /// <summary>Read how a nominal's record came to be what it is.</summary>
    ReadNominalHistory,

    /// <summary>See what is in quarantine.</summary>
    ReadQuarantine,

    /// <summary>Replay or discard what is in quarantine.</summary>
    CloseQuarantine,

    /// <summary>Read the access log.</summary>
    ReadAudit,
}

/// <summary>How much of an operation a role has.</summary>
public enum Reach
{
    /// <summary>Nothing.</summary>
    No,

    /// <summary>What is the caller's own; see <see cref="Operation"/>.</summary>
    Own,

    /// <summary>Everything.</summary>
    All,
}
