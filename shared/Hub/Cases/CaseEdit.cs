using Hub.Auditing;
using Hub.Messaging;
using Hub.Notices;
using Hub.Quarantine;

namespace Hub.Cases;

/// <summary>
/// One change of one case while it is being put together: the new state, and the notices, audit entries and events
/// that belong to it. It becomes one <see cref="CaseCommit"/>.
/// </summary>
public sealed class CaseEdit(CaseFile read, Actor by, DateTimeOffset now)
{
    private readonly Dictionary<string, Notice> notices = [];
    private readonly List<AuditEntry> audit = [];
    private readonly List<OutgoingEvent> events = [];
    private readonly List<QuarantineItem> quarantine = [];
    private bool forgets;

    /// <summary>The case as it will be.</summary>
    public CaseFile Case { get; private set; } = read;

    public Actor By { get; } = by;

    /// <summary>The moment of the change. UTC.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>Changes the case itself.</summary>
    public void Update(Func<CaseFile, CaseFile> change) => Case = change(Case);

    /// <summary>Adds a notice or replaces the one with its id.</summary>
    public void Put(Notice notice)
    {
        notices[notice.Id] = notice;
        var old = Case.Notices.FirstOrDefault(n => n.Id == notice.Id);
        Case = Case with { Notices = old is null ? Case.Notices.Add(notice) : Case.Notices.Replace(old, notice) };
    }

    /// <summary>Records what is done and why. The description holds no names or birth dates.</summary>
    public void Audit(string action, string description, params ReadOnlySpan<(string Name, string Value)> about)
    {
        var ids = new Dictionary<string, string>();
        foreach (var (name, value) in about)
        {
            ids[name] = value;
        }

        var entry = AuditChain.Next(Case.AuditHead, Now, By, action, description, ids);
        audit.Add(entry);
        Case = Case with { AuditHead = new AuditHead(entry.Sequence, entry.Hash) };
    }

    public void Emit(OutgoingEvent happened) => events.Add(happened);

    public void SetAside(QuarantineItem item) => quarantine.Add(item);

    /// <summary>What the case and its notices held until now, and do not hold any more, is to be kept nowhere.</summary>
    public void Forget() => forgets = true;

    /// <summary>True while nothing was recorded: there is nothing to commit. Every change records an audit entry.</summary>
    public bool IsEmpty => audit.Count == 0;

    public CaseCommit ToCommit() => new()
    {
        Case = Case,
        Notices = [.. notices.Values],
        Audit = [.. audit],
        Events = [.. events],
        Quarantine = [.. quarantine],
        Forgets = forgets,
    };
}
