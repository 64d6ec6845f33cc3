using Hub.Auditing;
using Hub.Cases;
using Hub.Notices;
using Hub.Paging;
using Hub.Quarantine;

namespace Hub.Azure.Cases;

/// <summary>Cases as they are, and the lists kept beside them, which follow within moments.</summary>
public sealed partial class CosmosCaseStore
{
    public Task<CaseFile?> ReadAsync(CaseId id, CancellationToken cancellationToken) => reading.ReadAsync(id, cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(CaseId id, CancellationToken cancellationToken) => reading.ReadAuditAsync(id, cancellationToken);

    public Task<Page<Notice>> ListNoticesAsync(NoticeQuery query, PageRequest page, CancellationToken cancellationToken) => inboxes.ListAsync(query, page, cancellationToken);

    public Task<int> CountNoticesAsync(NoticeQuery query, DateTimeOffset? dueBy, int atMost, CancellationToken cancellationToken) => inboxes.CountAsync(query, dueBy, atMost, cancellationToken);

    public Task<int> CountRaisedAsync(string recipient, DateTimeOffset since, int atMost, CancellationToken cancellationToken) => inboxes.CountRaisedAsync(recipient, since, atMost, cancellationToken);

    public Task<Page<Notice>> ListDeadlinesAsync(DeadlineQuery query, PageRequest page, CancellationToken cancellationToken) => deadlines.ListAsync(query, page, cancellationToken);

    public Task<int> CountDeadlinesAsync(DeadlineQuery query, DateTimeOffset? dueAfter, DateTimeOffset dueBy, int atMost, CancellationToken cancellationToken) => deadlines.CountAsync(query, dueAfter, dueBy, atMost, cancellationToken);

    public async Task<Page<CaseFile>> ListCasesAsync(string board, PageRequest page, CancellationToken cancellationToken, BoardOrder order = BoardOrder.SoonestFirst)
    {
        var listed = await boards.ListAsync(board, page, order, cancellationToken);
        var files = new CaseFile?[listed.Items.Count];
        await Parallel.ForAsync(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (i, cancelled) =>
            files[i] = await ReadAsync(listed.Items[i], cancelled));

        // The list may be behind a case that has just left.
        return new([.. files.OfType<CaseFile>().Where(file => file.Board == board)], listed.Continuation);
    }

    public Task QuarantineAsync(QuarantineItem item, CancellationToken cancellationToken) => quarantine.AddAsync(item, cancellationToken);

    public Task<QuarantineItem?> ReadQuarantineAsync(string id, CancellationToken cancellationToken) => quarantine.ReadAsync(id, cancellationToken);

    public Task<Page<QuarantineItem>> ListQuarantineAsync(PageRequest page, CancellationToken cancellationToken) => quarantine.ListAsync(page, cancellationToken);

    public Task<bool> CloseQuarantineAsync(string id, QuarantineClosure closure, CancellationToken cancellationToken) => quarantine.CloseAsync(id, closure, cancellationToken);
}
