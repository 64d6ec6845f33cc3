using System.Collections.Concurrent;
using Hub.Azure.Cases.Lists;
using Hub.Azure.Cases.Sweeping;
using Hub.Azure.Cosmos;
using Hub.Cases;
using Hub.Notices;

namespace Hub.Azure.Cases;

/// <summary>
/// Brings inboxes, boards and the quarantine list up to date with the commits, and takes out what is to be forgotten.
/// Each row knows the commit it was made from, so that changes may come twice and in any order.
/// </summary>
/// <remarks>
/// A notice just raised gets its row when it is delivered, milliseconds later; where it is not, by the sweep. That
/// saves writing every row twice.
/// </remarks>
public sealed class CaseViews(HubDatabase database, TimeProvider time) : ICaseView
{
    private const int AtOnce = 8;
    private const int SweptAtOnce = 100;

    private readonly InboxRows inboxes = new(database);
    private readonly BoardRows boards = new(database);
    private readonly QuarantineRows quarantine = new(database);
    private readonly Forgetting forgetting = new(database);
    private readonly SweepMark mark = new(database, "views");

    /// <exception cref="StoreUnavailableException">The store cannot be reached or is busy.</exception>
    public Task FollowAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken) =>
        ListAsync([.. changes.Select(StoredCommit.Of)], sweeping: false, cancellationToken);

    /// <exception cref="StoreUnavailableException">The store cannot be reached or is busy.</exception>
    public async Task<int> SweepAsync(DateTimeOffset committedBefore, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = committedBefore < now ? committedBefore : now;
        var cases = await database.ContainerAsync(CommitDocument.Container);
        var listed = 0;
        var some = new List<StoredCommit>(SweptAtOnce);
        await foreach (var commit in cases.CommitsAsync(await mark.StartAsync(cancellationToken), Moments.Text(until), cancellationToken))
        {
            some.Add(commit);
            if (some.Count == SweptAtOnce)
            {
                listed += await ListAsync(some, sweeping: true, cancellationToken);
                some.Clear();
            }
        }

        listed += await ListAsync(some, sweeping: true, cancellationToken);
        await mark.MoveAsync(until, cancellationToken);
        return listed;
    }

    /// <summary>Writes the rows of these commits, the newest of each only, and sets aside what cannot be read; returns how many were written.</summary>
    private async Task<int> ListAsync(IReadOnlyList<StoredCommit> stored, bool sweeping, CancellationToken cancellationToken)
    {
        var commits = stored.Select(s => s.Commit).OfType<CommitDocument>().ToList();
        var work = new List<Func<CancellationToken, Task<bool>>>();
        var notices = commits.SelectMany(c => (c.Body.Notices ?? []).OfType<Notice>().Select(notice => (Notice: notice, c.N)));
        work.AddRange(notices.GroupBy(n => n.Notice.Id).Select(g => g.MaxBy(n => n.N)).Where(n => sweeping || n.Notice.State != NoticeState.Raised)
            .Select(n => (Func<CancellationToken, Task<bool>>)(cancelled => inboxes.PutAsync(n.Notice, n.N, first: !sweeping, cancelled))));
        work.AddRange(commits.Where(c => c.Body.Case is not null && c.Body.Index.Listed).GroupBy(c => c.Case).Select(g => g.MaxBy(c => c.N)!)
            .Select(c => (Func<CancellationToken, Task<bool>>)(cancelled => boards.PutAsync(c.Body.Case!, c.N, cancelled))));
        work.AddRange(commits.SelectMany(c => c.Body.Quarantine ?? []).Concat(stored.Where(s => s.Commit is null).Select(s => s.ToQuarantine(time.GetUtcNow()))).DistinctBy(item => item.Id)
            .Select(item => (Func<CancellationToken, Task<bool>>)(cancelled => quarantine.AddAsync(item, cancelled))));
        work.AddRange(commits.Where(c => c.Body.Forgets).GroupBy(c => c.Case).Select(g => g.MaxBy(c => c.N)!)
            .Select(c => (Func<CancellationToken, Task<bool>>)(cancelled => forgetting.ForgetAsync(c.Case, c.Body.Index, cancelled))));

        var written = new ConcurrentBag<bool>();
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (one, cancelled) =>
            written.Add(await one(cancelled)));
        return written.Count(isNew => isNew);
    }
}
