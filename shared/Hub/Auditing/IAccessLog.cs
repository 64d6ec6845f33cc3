using Hub.Paging;

namespace Hub.Auditing;

/// <summary>
/// One reading, refusal or change outside a case: who looked at whom, when, and the reason they gave. Kept apart from
/// the cases because a refusal may belong to none.
/// </summary>
public sealed record AccessEntry
{
    /// <summary>When. UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    /// <summary>Stable name of what was asked, such as <c>nominal.search</c>.</summary>
    public required string Action { get; init; }

    /// <summary>True when it was done, false when it was refused.</summary>
    public required bool Allowed { get; init; }

    /// <summary>What it was about, by id: <c>case:…</c>, <c>nominal:…</c>, <c>recipient:…</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The reason the person gave, or the code of the refusal.</summary>
    public string? Reason { get; init; }
}

/// <summary>An entry as kept: numbered and chained.</summary>
/// <param name="Sequence">Its number in the log, rising by one.</param>
/// <param name="Entry">What was logged.</param>
/// <param name="PreviousHash">Hash of the entry before, empty for the first.</param>
/// <param name="Hash">Hex SHA-256 over entry, sequence and previous hash: <see cref="AuditChain.HashOf(long, AccessEntry, string)"/>.</param>
public sealed record LoggedAccess(long Sequence, AccessEntry Entry, string PreviousHash, string Hash);

/// <summary>The append-only record of who looked at what. An entry is durable once the call returns.</summary>
public interface IAccessLog
{
    Task AppendAsync(AccessEntry entry, CancellationToken cancellationToken);

    /// <summary>Entries oldest first, all or those about one subject.</summary>
    /// <exception cref="InvalidContinuationException">The continuation token is not one this log gave out.</exception>
    Task<Page<LoggedAccess>> ReadAsync(string? subject, PageRequest page, CancellationToken cancellationToken);
}
