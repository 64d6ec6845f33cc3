using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Json;
using Hub.Notices;

namespace Hub.Testing;

/// <summary>Cases in memory, keeping the contract of the real stores: for tests of what is done to a case.</summary>
public sealed partial class MemoryCaseStore(TimeProvider? time = null) : ICaseStore
{
    private readonly Lock turn = new();
    private readonly TimeProvider time = time ?? new ManualTime(A.Moment);
    private readonly Dictionary<CaseId, CaseFile> cases = [];
    private readonly Dictionary<CaseId, List<AuditEntry>> auditOf = [];

    /// <summary>Every audit entry, in the order written.</summary>
    public List<AuditEntry> Audit { get; } = [];

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

    public IReadOnlyList<CaseFile> All
    {
        get
        {
            lock (turn)
            {
                return [.. cases.Values];
            }
        }
    }

    /// <summary>Puts a case there as if it had been stored before.</summary>
    public void Add(CaseFile file) => cases[file.Id] = file with { Version = "1" };

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
        lock (turn)
        {
            return Task.FromResult(Commit(commit));
        }
    }

    public Task<CaseFile?> ReadAsync(CaseId id, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult(cases.GetValueOrDefault(id));
        }
    }

    public Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(CaseId id, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult<IReadOnlyList<AuditEntry>>([.. auditOf.GetValueOrDefault(id, [])]);
        }
    }

    private CommitOutcome Commit(CaseCommit commit)
    {
        var id = commit.Case.Id;
        var stored = cases.GetValueOrDefault(id);
        if ((stored?.Version ?? "") != commit.Case.Version)
        {
            return new CommitOutcome.Conflict();
        }

        var version = Next(commit.Case.Version);
        cases[id] = commit.Case with { Version = version, Notices = Merged(stored?.Notices ?? [], commit.Notices) };
        auditOf.TryAdd(id, []);
        auditOf[id].AddRange(commit.Audit);
        Audit.AddRange(commit.Audit);
        Commits.Add(commit);
        Store(commit.Events);
        foreach (var item in commit.Quarantine)
        {
            quarantine.TryAdd(item.Id, item);
        }

        return new CommitOutcome.Committed(version);
    }

    private static ImmutableArray<Notice> Merged(ImmutableArray<Notice> stored, ImmutableArray<Notice> changed) =>
    [
        .. stored.Select(old => changed.FirstOrDefault(n => n.Id == old.Id) ?? old),
        .. changed.Where(n => stored.All(old => old.Id != n.Id)),
    ];

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
