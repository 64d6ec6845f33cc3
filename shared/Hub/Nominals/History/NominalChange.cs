using Hub.Auditing;
using Hub.Paging;

namespace Hub.Nominals;

/// <summary>
/// One change of one nominal as the register keeps it. The changes of a nominal form a chain, each tied to the one
/// before by its hash, and the record tied to the newest.
/// </summary>
public sealed record NominalChange
{
    /// <summary>The nominal's id.</summary>
    public required string Nominal { get; init; }

    /// <summary>1 for the nominal's first change that is kept, then one more each.</summary>
    public required int Number { get; init; }

    /// <summary>The register's high-water mark this change made.</summary>
    public required long Sequence { get; init; }

    /// <summary>When the register took it in. UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required RegisterWriting Writing { get; init; }

    public required NominalChangeKind Kind { get; init; }

    /// <summary>The record before, as it was stored; null for one added.</summary>
    public string? Before { get; init; }

    /// <summary>The record after, as it was stored.</summary>
    public required string After { get; init; }

    /// <summary>Hash of the change before; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Hex SHA-256, by <see cref="NominalChain"/>.</summary>
    public required string Hash { get; init; }
}

/// <summary>What a change did.</summary>
public enum NominalChangeKind
{
    Added,
    Changed,

    /// <summary>Their time on the register ended.</summary>
    Ended,

    /// <summary>Their time on the register runs again.</summary>
    Reinstated,

    /// <summary>Merged into another record.</summary>
    Merged,

    /// <summary>Taken out of the record it was merged into.</summary>
    Split,
}

/// <summary>Some changes of one nominal.</summary>
/// <param name="Head">How many changes there are, and the hash of the newest, as the nominal itself says.</param>
/// <param name="Current">The record as it is stored now.</param>
/// <param name="Changes">Newest first.</param>
public sealed record NominalHistory(AuditHead Head, string Current, Page<NominalChange> Changes);
