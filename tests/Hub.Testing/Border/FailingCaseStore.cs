using Hub.Auditing;
using Hub.Cases;
using Hub.Messaging;
using Hub.Notices;
using Hub.Paging;
using Hub.Quarantine;

namespace Hub.Testing.Border;

/// <summary>A store whose process dies at a chosen commit: just before it, or when it stands and nobody has heard so.</summary>
public sealed class FailingCaseStore(ICaseStore store) : ICaseStore
{
    private int left = int.MaxValue;

    /// <summary>Dies after so many more commits.</summary>
    public void DieAfter(int commits) => left = commits;

    public void Heal() => left = int.MaxValue;

    /// <summary>Runs before each read; the case asked for is given.</summary>
    public Func<CaseId, Task>? Reading { get; set; }

    public async Task<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken)
    {
        // Odd steps: before the commit; even ones: after it.
        ThrowAtEnd();
        var outcome = await store.CommitAsync(commit, cancellationToken);
        ThrowAtEnd();
        return outcome;
    }

    public async Task<CaseFile?> ReadAsync(CaseId id, CancellationToken cancellationToken)
    {
        await (Reading?.Invoke(id) ?? Task.CompletedTask);
        return await store.ReadAsync(id, cancellationToken);
    }

    public Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(CaseId id, CancellationToken cancellationToken) => store.ReadAuditAsync(id, cancellationToken);

    public Task<Page<Notice>> ListNoticesAsync(NoticeQuery query, PageRequest page, CancellationToken cancellationToken) => store.ListNoticesAsync(query, page, cancellationToken);

    public Task<int> CountNoticesAsync(NoticeQuery query, DateTimeOffset? dueBy, int atMost, CancellationToken cancellationToken) => store.CountNoticesAsync(query, dueBy, atMost, cancellationToken);

    public Task<int> CountRaisedAsync(string recipient, DateTimeOffset since, int atMost, CancellationToken cancellationToken) => store.CountRaisedAsync(recipient, since, atMost, cancellationToken);

    public Task<Page<Notice>> ListDeadlinesAsync(DeadlineQuery query, PageRequest page, CancellationToken cancellationToken) => store.ListDeadlinesAsync(query, page, cancellationToken);

    public Task<int> CountDeadlinesAsync(DeadlineQuery query, DateTimeOffset? dueAfter, DateTimeOffset dueBy, int atMost, CancellationToken cancellationToken) => store.CountDeadlinesAsync(query, dueAfter, dueBy, atMost, cancellationToken);

    public Task<Page<CaseFile>> ListCasesAsync(string board, PageRequest page, CancellationToken cancellationToken, BoardOrder order = BoardOrder.SoonestFirst) =>
        store.ListCasesAsync(board, page, cancellationToken, order);

    public Task<IReadOnlyList<OutgoingEvent>> UnsentEventsAsync(DateTimeOffset committedBefore, int max, CancellationToken cancellationToken) => store.UnsentEventsAsync(committedBefore, max, cancellationToken);

    public Task MarkSentAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken) => store.MarkSentAsync(events, cancellationToken);

    public Task QuarantineAsync(QuarantineItem item, CancellationToken cancellationToken) => store.QuarantineAsync(item, cancellationToken);

    public Task<QuarantineItem?> ReadQuarantineAsync(string id, CancellationToken cancellationToken) => store.ReadQuarantineAsync(id, cancellationToken);

    public Task<Page<QuarantineItem>> ListQuarantineAsync(PageRequest page, CancellationToken cancellationToken) => store.ListQuarantineAsync(page, cancellationToken);

    public Task<bool> CloseQuarantineAsync(string id, QuarantineClosure closure, CancellationToken cancellationToken) => store.CloseQuarantineAsync(id, closure, cancellationToken);

    public Task<StoreBacklog> BacklogAsync(CancellationToken cancellationToken) => store.BacklogAsync(cancellationToken);

    private void ThrowAtEnd()
    {
        if (Interlocked.Decrement(ref left) < 0)
        {
            throw new ProcessDiedException();
        }
    }
}

/// <summary>The process died here.</summary>
public sealed class ProcessDiedException : Exception;
