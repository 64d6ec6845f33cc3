using System.Globalization;
using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Json;
using Hub.Messaging;
using Hub.Notices;
using Hub.Paging;
using Hub.Quarantine;

namespace Hub.Testing;

/// <summary>Cases in memory, with the versions and limits of the real stores: for tests of what is done to a case.</summary>
public sealed class MemoryCaseStore : ICaseStore
{
    private readonly Dictionary<CaseId, CaseFile> cases = [];
    private readonly Dictionary<string, QuarantineItem> quarantine = [];

    /// <summary>Every audit entry, in the order written.</summary>
    public List<AuditEntry> Audit { get; } = [];

    /// <summary>Every event committed and not marked sent.</summary>
    public List<OutgoingEvent> Events { get; } = [];

    public List<CaseCommit> Commits { get; } = [];

    /// <summary>Runs once, just before the next commit: somebody else being first.</summary>
    public Action? Meanwhile { get; set; }

    public static MemoryCaseStore With(CaseFile file)
    {
        var store = new MemoryCaseStore();
        store.cases[file.Id] = file with { Version = "1" };
        return store;
    }

    public CaseFile this[CaseId id] => cases[id];

    /// <summary>Changes a case as somebody else would.</summary>
    public void Change(CaseId id, Func<CaseFile, CaseFile> change) =>
        cases[id] = change(cases[id]) with { Version = Next(cases[id].Version) };

    public Task<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken)
    {
        (var meanwhile, Meanwhile) = (Meanwhile, null);
        meanwhile?.Invoke();
        CommitLimits.CheckItems(commit);
        CommitLimits.CheckBytes(SizeOf(commit));
        CommitLimits.CheckEvents(commit);
        if ((cases.TryGetValue(commit.Case.Id, out var stored) ? stored.Version : "") != commit.Case.Version)
        {
            return Task.FromResult<CommitOutcome>(new CommitOutcome.Conflict());
        }

        var version = Next(commit.Case.Version);
        cases[commit.Case.Id] = commit.Case with { Version = version };
        Commits.Add(commit);
        Audit.AddRange(commit.Audit);
        Events.AddRange(commit.Events.Where(e => Events.All(old => old.Id != e.Id)));
        foreach (var item in commit.Quarantine)
        {
            quarantine.TryAdd(item.Id, item);
        }

        return Task.FromResult<CommitOutcome>(new CommitOutcome.Committed(version));
    }

    public Task<CaseFile?> ReadAsync(CaseId id, CancellationToken cancellationToken) => Task.FromResult(cases.GetValueOrDefault(id));

    public Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(CaseId id, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AuditEntry>>(Audit);

    public Task<Page<Notice>> ListNoticesAsync(NoticeQuery query, PageRequest page, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<OutgoingEvent>> UnsentEventsAsync(DateTimeOffset committedBefore, int max, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutgoingEvent>>([.. Events.Take(max)]);

    public Task MarkSentAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        var sent = events.Select(e => e.Id).ToHashSet();
        Events.RemoveAll(e => sent.Contains(e.Id));
        return Task.CompletedTask;
    }

    public Task QuarantineAsync(QuarantineItem item, CancellationToken cancellationToken)
    {
        quarantine.TryAdd(item.Id, item);
        return Task.CompletedTask;
    }

    public Task<QuarantineItem?> ReadQuarantineAsync(string id, CancellationToken cancellationToken) => Task.FromResult(quarantine.GetValueOrDefault(id));

    public Task<Page<QuarantineItem>> ListQuarantineAsync(PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<QuarantineItem>([.. quarantine.Values.Where(i => i.Closure is null)], null));

    public Task<bool> CloseQuarantineAsync(string id, QuarantineClosure closure, CancellationToken cancellationToken)
    {
        var open = quarantine.TryGetValue(id, out var item) && item.Closure is null;
        if (open)
        {
            quarantine[id] = item! with { Closure = closure };
        }

        return Task.FromResult(open);
    }

    public Task<StoreBacklog> BacklogAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new StoreBacklog(Events.Count, null, quarantine.Values.Count(i => i.Closure is null)));

    private static string Next(string version) =>
        ((version.Length == 0 ? 0 : int.Parse(version, CultureInfo.InvariantCulture)) + 1).ToString(CultureInfo.InvariantCulture);

    private static long SizeOf(CaseCommit commit)
    {
        long bytes = Bytes(commit.Case);
        bytes += commit.Notices.Sum(n => (long)Bytes(n));
        bytes += commit.Audit.Sum(a => (long)Bytes(a));
        bytes += commit.Events.Sum(e => (long)Bytes(e));
        return bytes + commit.Quarantine.Sum(q => (long)Bytes(q));
    }

    private static int Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, HubJson.Options).Length;
}
