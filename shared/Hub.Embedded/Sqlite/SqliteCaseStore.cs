using System.Collections.Immutable;
using System.Globalization;
using Hub.Auditing;
using Hub.Cases;
using Hub.Notices;

namespace Hub.Embedded.Sqlite;

/// <summary>Cases in SQLite: a commit is one piece of the writer's work, the version a number counted up.</summary>
public sealed partial class SqliteCaseStore(SqliteDatabase database, TimeProvider time) : ICaseStore
{
    /// <summary>Set by every commit that carries events.</summary>
    internal const string EventsSignal = "events";

    private readonly Action signalEvents = database.Signal(EventsSignal).SetAction;

    public Task<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken)
    {
        // Turned into bytes before the writer sees it: the writer's time is everybody's.
        var prepared = new PreparedCommit(commit);
        return database.WriteAsync(session => Commit(session, prepared), cancellationToken);
    }

    public Task<CaseFile?> ReadAsync(CaseId id, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var row = session.Prepare("SELECT version, body FROM cases WHERE id = ?").Id(id.Value);
        return row.Step() ? FileOf(session, row) : null;
    }, cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(CaseId id, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var rows = session.Prepare("SELECT body FROM audit WHERE case_id = ? ORDER BY sequence").Id(id.Value);
        var entries = new List<AuditEntry>();
        while (rows.Step())
        {
            entries.Add(rows.GetJson<AuditEntry>(0));
        }

        return (IReadOnlyList<AuditEntry>)entries;
    }, cancellationToken);

    private CommitOutcome Commit(SqliteWriteSession session, PreparedCommit prepared)
    {
        var commit = prepared.Commit;
        if (StoreCase(session, commit.Case, prepared.Case) is not { } version)
        {
            return new CommitOutcome.Conflict();
        }

        for (var i = 0; i < commit.Notices.Length; i++)
        {
            StoreNotice(session, commit.Notices[i], prepared.Notices[i]);
        }

        for (var i = 0; i < commit.Audit.Length; i++)
        {
            session.Prepare("INSERT INTO audit (case_id, sequence, body) VALUES (?, ?, ?)")
                .Id(commit.Case.Id.Value).Number(commit.Audit[i].Sequence).Bytes(prepared.Audit[i]).Run();
        }

        for (var i = 0; i < commit.Quarantine.Length; i++)
        {
            StoreQuarantine(session, commit.Quarantine[i], prepared.Quarantine[i]);
        }

        StoreEvents(session, commit.Events, prepared.Events);
        return new CommitOutcome.Committed(VersionText(version));
    }

    /// <summary>The case's new version; null where it is not at the version the commit was made from.</summary>
    private static long? StoreCase(SqliteWriteSession session, CaseFile file, byte[] body)
    {
        if (file.Version.Length == 0)
        {
            var added = session.Prepare("INSERT INTO cases (id, version, body, board, board_at) VALUES (?, 1, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
                .Id(file.Id.Value).Bytes(body).Text(file.Board).Number(BoardNumber(file)).Run();
            return added == 1 ? 1 : null;
        }

        if (!long.TryParse(file.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return null;
        }

        var changed = session.Prepare("UPDATE cases SET version = ?, body = ?, board = ?, board_at = ? WHERE id = ? AND version = ?")
            .Number(version + 1).Bytes(body).Text(file.Board).Number(BoardNumber(file)).Id(file.Id.Value).Number(version).Run();
        return changed == 1 ? version + 1 : null;
    }

    private static ImmutableArray<Notice> NoticesOf(SqliteSession session, CaseId id)
    {
        using var rows = session.Prepare("SELECT body FROM notices WHERE case_id = ? ORDER BY number").Id(id.Value);
        var notices = ImmutableArray.CreateBuilder<Notice>();
        while (rows.Step())
        {
            notices.Add(rows.GetJson<Notice>(0));
        }

        return notices.DrainToImmutable();
    }

    private static string VersionText(long version) => version.ToString(CultureInfo.InvariantCulture);
}
