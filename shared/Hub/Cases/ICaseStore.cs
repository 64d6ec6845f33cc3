using Hub.Auditing;
using Hub.Messaging;
using Hub.Notices;
using Hub.Paging;
using Hub.Quarantine;

namespace Hub.Cases;

/// <summary>
/// Keeps the cases. The promise, by whichever adapter: a commit is atomic and durable once answered; of two commits on
/// one version exactly one stands; an event of a commit is handed out by <see cref="UnsentEventsAsync"/> until it is
/// marked sent, across restarts.
/// </summary>
public interface ICaseStore
{
    /// <exception cref="LimitExceededException">The commit is over <see cref="CommitLimits"/>; nothing was stored.</exception>
    Task<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken);

    /// <summary>The case with its notices, or null where there is none.</summary>
    Task<CaseFile?> ReadAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>The audit entries of one case, oldest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>One recipient's notices: with a due time before those without, soonest first, then by id.</summary>
    /// <exception cref="InvalidContinuationException">The continuation token is not one this store gave out.</exception>
    Task<Page<Notice>> ListNoticesAsync(NoticeQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>How many of a recipient's notices there are, counted so far and no further.</summary>
    /// <param name="dueBy">Only those due at or before a moment; null: all, those without a clock too.</param>
    Task<int> CountNoticesAsync(NoticeQuery query, DateTimeOffset? dueBy, int atMost, CancellationToken cancellationToken);

    /// <summary>How many notices a recipient was raised at or after a moment, whatever became of them since; counted so far and no further.</summary>
    Task<int> CountRaisedAsync(string recipient, DateTimeOffset since, int atMost, CancellationToken cancellationToken);

    /// <summary>Open notices with a due time, of all recipients: soonest first, then by id.</summary>
    /// <exception cref="InvalidContinuationException">The continuation token is not one this list gave out.</exception>
    Task<Page<Notice>> ListDeadlinesAsync(DeadlineQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>How many of <see cref="ListDeadlinesAsync"/> are due after one moment and at or before another, counted so far and no further.</summary>
    /// <param name="dueAfter">Null: from the first.</param>
    Task<int> CountDeadlinesAsync(DeadlineQuery query, DateTimeOffset? dueAfter, DateTimeOffset dueBy, int atMost, CancellationToken cancellationToken);

    /// <summary>The cases on a board, each as <see cref="ReadAsync"/> gives it: by <see cref="CaseFile.BoardAt"/> soonest first, those without one last, then by id; or the other way round.</summary>
    /// <exception cref="InvalidContinuationException">The continuation token is not one this list gave out, in this order.</exception>
    Task<Page<CaseFile>> ListCasesAsync(string board, PageRequest page, CancellationToken cancellationToken, BoardOrder order = BoardOrder.SoonestFirst);

    /// <summary>Events committed at or before a moment and not yet marked sent, oldest first, at most <paramref name="max"/>.</summary>
    Task<IReadOnlyList<OutgoingEvent>> UnsentEventsAsync(DateTimeOffset committedBefore, int max, CancellationToken cancellationToken);

    /// <summary>Ends the hand-out of these events. Marking one twice, or one unknown, does nothing.</summary>
    Task MarkSentAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken);

    /// <summary>Sets aside a message that belongs to no case that can be read. The same id again does nothing.</summary>
    Task QuarantineAsync(QuarantineItem item, CancellationToken cancellationToken);

    Task<QuarantineItem?> ReadQuarantineAsync(string id, CancellationToken cancellationToken);

    /// <summary>Items still open, oldest first.</summary>
    /// <exception cref="InvalidContinuationException">The continuation token is not one this store gave out.</exception>
    Task<Page<QuarantineItem>> ListQuarantineAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Closes an open item. False when it is unknown or somebody closed it first; then nothing changed.</summary>
    Task<bool> CloseQuarantineAsync(string id, QuarantineClosure closure, CancellationToken cancellationToken);

    /// <summary>What waits in the store.</summary>
    Task<StoreBacklog> BacklogAsync(CancellationToken cancellationToken);
}

/// <summary>What waits in the case store.</summary>
/// <param name="UnsentEvents">Committed events that the relay has not yet sent.</param>
/// <param name="OldestUnsent">When the oldest of them was committed, UTC.</param>
/// <param name="OpenQuarantine">Quarantine items no person has closed.</param>
public sealed record StoreBacklog(long UnsentEvents, DateTimeOffset? OldestUnsent, long OpenQuarantine);
