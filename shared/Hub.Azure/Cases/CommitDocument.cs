using System.Globalization;
using System.Text.Json.Serialization;
using Hub.Auditing;
using Hub.Cases;
using Hub.Messaging;
using Hub.Notices;
using Hub.Quarantine;

namespace Hub.Azure.Cases;

/// <summary>
/// One commit as stored: one item of container <c>cases</c>, in the partition of its case, its id the commit's number.
/// Written once. Only <see cref="Forgetting"/> takes something out of it later, and <see cref="CaseExpiry"/> the whole.
/// </summary>
internal sealed record CommitDocument
{
    public const string Container = "cases";

    public required string Id { get; init; }

    /// <summary>The case: the partition.</summary>
    public required CaseId Case { get; init; }

    /// <summary>1 for a case's first commit, then one more each.</summary>
    public required int N { get; init; }

    /// <summary>When it was committed (<c>Moments</c>), where something follows from it: what the sweeps go over. Null where nothing does.</summary>
    public string? OutAt { get; init; }

    public required CommitBody Body { get; init; }

    /// <summary>Read with the item, never written.</summary>
    [JsonPropertyName("_etag")]
    public string? ETag { get; init; }

    /// <summary>When it was written, by Cosmos DB's clock, in seconds since 1970. Read with the item, never written.</summary>
    [JsonPropertyName("_ts")]
    public long? Timestamp { get; init; }

    /// <summary>The id of a commit: its number, so written that ids sort.</summary>
    public static string IdOf(int n) => n.ToString("D9", CultureInfo.InvariantCulture);
}

/// <summary>What a commit says: only what changed with it.</summary>
internal sealed record CommitBody
{
    /// <summary>Tells this commit from another that was given the same number.</summary>
    public required Guid Commit { get; init; }

    /// <summary>The case's version from this commit on, which is the index too: see <see cref="CaseVersion"/>.</summary>
    public required string Version { get; init; }

    /// <summary>The case, where anything in it but its audit head changed.</summary>
    public CaseFile? Case { get; init; }

    /// <summary>The end of the audit chain, where it is not the last of <see cref="Audit"/>.</summary>
    public AuditHead? Head { get; init; }

    /// <summary>The notices that changed, by their places in the case. Null instead of one that was taken out.</summary>
    public Notice?[]? Notices { get; init; }

    public AuditEntry[]? Audit { get; init; }

    /// <summary>The events, as <see cref="CaseChange"/> looks for them.</summary>
    public OutgoingEvent[]? Events { get; init; }

    /// <summary>The events of a document that was written anew: the change feed hands it over again, and they must not leave again by it.</summary>
    public OutgoingEvent[]? PastEvents { get; init; }

    public QuarantineItem[]? Quarantine { get; init; }

    /// <summary>What the case held before must not stay.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Forgets { get; init; }

    /// <summary>The case's time has run out and it is being removed: it cannot be read any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Ended { get; init; }

    [JsonIgnore]
    public AuditHead AuditHead => Head ?? (Audit is [.., var last] ? new(last.Sequence, last.Hash) : AuditHead.Empty);

    [JsonIgnore]
    public IReadOnlyList<OutgoingEvent> AllEvents => Events ?? PastEvents ?? [];

    [JsonIgnore]
    public CaseVersion Index => CaseVersion.TryParse(Version, out var version) ? version : throw new InvalidDataException("A commit's version is not what this hub writes.");
}
