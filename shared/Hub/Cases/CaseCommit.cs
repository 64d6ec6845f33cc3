using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Messaging;
using Hub.Notices;
using Hub.Quarantine;

namespace Hub.Cases;

/// <summary>
/// One change of one case: everything in it is stored together or not at all. <see cref="Case"/> carries the version
/// it was read at, and the commit is refused as a conflict when somebody else was first.
/// </summary>
public sealed record CaseCommit
{
    /// <summary>The case's new state; its <see cref="CaseFile.Notices"/> are ignored here.</summary>
    public required CaseFile Case { get; init; }

    /// <summary>Notices created or changed.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>Audit entries to append, already chained to the case's <see cref="CaseFile.AuditHead"/>.</summary>
    public ImmutableArray<AuditEntry> Audit { get; init; } = [];

    /// <summary>Events that leave once the commit stands.</summary>
    public ImmutableArray<OutgoingEvent> Events { get; init; } = [];

    /// <summary>Messages about this case set aside for a person.</summary>
    public ImmutableArray<QuarantineItem> Quarantine { get; init; } = [];

    /// <summary>What the case and its notices held before must not stay anywhere: a store that keeps older states takes it out of them.</summary>
    public bool Forgets { get; init; }

    /// <summary>How many stored items this is: the case and each of the rest.</summary>
    public int ItemCount => 1 + Notices.Length + Audit.Length + Events.Length + Quarantine.Length;
}

/// <summary>What became of a commit.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>Stored, durably.</summary>
    /// <param name="Version">The case's version from now on.</param>
    public sealed record Committed(string Version) : CommitOutcome;

    /// <summary>Nothing was stored: the case has another version than the one read (or exists already, for a new one).</summary>
    public sealed record Conflict : CommitOutcome;
}
