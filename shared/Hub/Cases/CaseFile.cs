using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Archive;
using Hub.Auditing;
using Hub.Matching;
using Hub.Notices;

namespace Hub.Cases;

/// <summary>Where a report stands.</summary>
public enum CaseStatus
{
    /// <summary>Taken in and kept; not yet worked on.</summary>
    Accepted,

    /// <summary>Matched, the rules applied, notices raised.</summary>
    Assessed,

    /// <summary>Could not be assessed; waits in quarantine for a person.</summary>
    Quarantined,

    /// <summary>Taken back by whoever sent it: what it reported does not happen. Kept, and judged no more.</summary>
    Withdrawn,

    /// <summary>No report: something the hub keeps with its history, such as a person's travel. See <see cref="Records"/>.</summary>
    Record,
}

/// <summary>
/// One report and all that followed from it, or a record of the hub's own (<see cref="Records"/>). It lives in one
/// partition and is changed only by <see cref="ICaseStore.CommitAsync"/>.
/// </summary>
public sealed record CaseFile
{
    public required CaseId Id { get; init; }

    /// <summary>The feed's name, such as <c>arrests</c>.</summary>
    public required string Feed { get; init; }

    /// <summary>The sender's own reference, unique within the feed.</summary>
    public required string Reference { get; init; }

    /// <summary>The identity that posted the report.</summary>
    public required string Sender { get; init; }

    public required CaseStatus Status { get; init; }

    /// <summary>When it happened, by the sender's word. UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When the hub took it in. UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Hex SHA-256 of the report's canonical JSON (RFC 8785 member order): tells a repeat from a conflicting report. Empty for a record.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Where the bytes as received are kept; null where the report was made by the hub from a larger file, or is a record.</summary>
    public ArchiveAddress? Raw { get; init; }

    /// <summary>The report as validated, in its feed's shape.</summary>
    public required JsonElement Report { get; init; }

    /// <summary>What matching found; null until assessed.</summary>
    public MatchAssessment? Match { get; init; }

    /// <summary>Why who was told or not told, in words, in the order the rules ran.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>What the rules worked out beside notices and reasons, in the feed's shape; null where there is nothing more.</summary>
    public JsonElement? Conclusion { get; init; }

    /// <summary>What persons decided, oldest first.</summary>
    public ImmutableArray<CaseDecision> Decisions { get; init; } = [];

    /// <summary>Who has it, or last had it, open to decide it; see <see cref="HeldAt"/>.</summary>
    public CaseHold? Held { get; init; }

    /// <summary>The board it is listed on, such as <c>deported-offenders</c>; null for a case on none.</summary>
    public string? Board { get; init; }

    /// <summary>Its place on the board: boards are listed by it, soonest first, those without one last. UTC.</summary>
    public DateTimeOffset? BoardAt { get; init; }

    /// <summary>Count and hash of the newest audit entry: the end of this case's chain.</summary>
    public AuditHead AuditHead { get; init; } = AuditHead.Empty;

    /// <summary>The notices raised, in the order raised. Stored beside the case, not in it.</summary>
    [JsonIgnore]
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>The store's version this was read at; empty for a case not yet stored. Opaque (an ETag in Cosmos).</summary>
    [JsonIgnore]
    public string Version { get; init; } = "";

    /// <summary>Who has it open to decide it; null where nobody has any more.</summary>
    public CaseHold? HeldAt(DateTimeOffset now) => Held is { } held && held.Until > now ? held : null;
}
