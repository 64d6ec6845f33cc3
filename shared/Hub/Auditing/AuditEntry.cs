using System.Collections.Immutable;

namespace Hub.Auditing;

/// <summary>Who acted: a person or system by its identity, and the role it acted in.</summary>
/// <param name="Id">The token's subject, or <c>hub</c> for the hub itself.</param>
/// <param name="Role">The role, as in the access matrix; <c>system</c> for the hub itself.</param>
public sealed record Actor(string Id, string Role)
{
    public static Actor Hub { get; } = new("hub", "system");
}

/// <summary>
/// One thing done to a case: who, when, what, why. Entries of a case form a chain, each holding the hash of the one
/// before, so that an entry altered or taken out later shows.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>1 for a case's first entry, then one more each.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it was done. UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    /// <summary>Stable name of what was done, such as <c>notice.acknowledged</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What was done and why, in words, without names or birth dates.</summary>
    public required string Description { get; init; }

    /// <summary>Ids the entry speaks of: <c>notice</c>, <c>nominal</c>, <c>recipient</c> and such.</summary>
    public ImmutableSortedDictionary<string, string> About { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Hash of the entry before; <see cref="AuditHead.Empty"/>'s for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Hex SHA-256 over this entry's content and <see cref="PreviousHash"/>.</summary>
    public required string Hash { get; init; }
}

/// <summary>The end of a chain of audit entries.</summary>
/// <param name="Count">Entries so far.</param>
/// <param name="Hash">Hash of the newest.</param>
public sealed record AuditHead(int Count, string Hash)
{
    public static AuditHead Empty { get; } = new(0, "");
}
