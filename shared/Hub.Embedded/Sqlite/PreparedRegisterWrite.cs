using System.Text.Json;
using Hub.Json;
using Hub.Nominals;

namespace Hub.Embedded.Sqlite;

/// <summary>A change of the register, worked out and serialised before the writer's turn.</summary>
internal sealed class PreparedRegisterWrite
{
    private readonly HeldNominals held;
    private readonly RegisterEdit edit;
    private readonly RegisterWriting how;
    private readonly DateTimeOffset at;
    private readonly List<Change> changes = [];
    private readonly List<(string Id, long Updated)> confirmed = [];

    private PreparedRegisterWrite(HeldNominals held, RegisterEdit edit, RegisterWriting how, DateTimeOffset at)
    {
        this.held = held;
        this.edit = edit;
        this.how = how;
        this.at = at;
    }

    private sealed record Change(string Id, byte[] Body, int Number, string Hash, NominalChangeKind Kind, byte[]? Before);

    /// <summary>True where there is nothing to store: what was read is then as good as what is there now.</summary>
    public bool IsEmpty => changes.Count == 0 && confirmed.Count == 0 && edit.FeedMark is null && edit.Progress is null;

    public RegisterOutcome Nothing => Outcome(held.Mark);

    /// <exception cref="InvalidOperationException">It writes a nominal that was not asked for, or one twice.</exception>
    public static PreparedRegisterWrite Of(HeldNominals held, IReadOnlySet<string> asked, RegisterEdit edit, RegisterWriting how, DateTimeOffset at)
    {
        var write = new PreparedRegisterWrite(held, edit, how, at);
        var written = new HashSet<string>(edit.Nominals.Count, StringComparer.Ordinal);
        foreach (var nominal in edit.Nominals)
        {
            if (!asked.Contains(nominal.Id) || !written.Add(nominal.Id))
            {
                throw new InvalidOperationException("A change of the register writes each nominal once, and only those it asked for.");
            }

            write.Add(nominal, held[nominal.Id]);
        }

        return write;
    }

    /// <summary>Null where something was changed since it was read; then nothing is stored.</summary>
    public RegisterOutcome? Store(SqliteWriteSession session, Action changed)
    {
        if (!held.AreStillSo(session))
        {
            return null;
        }

        if (changes.Count > 0)
        {
            Store(session, NumberOf(session));
            session.AfterCommit(changed);
        }

        foreach (var (id, updated) in confirmed)
        {
            session.Prepare("UPDATE nominals SET confirmed = ? WHERE id = ?").Number(updated).Text(id).Run();
        }

        if (edit.Progress is { } progress)
        {
            session.Prepare("INSERT OR REPLACE INTO loads (load, body) VALUES (?, ?)").Text(progress.Load).Bytes(JsonSerializer.SerializeToUtf8Bytes(progress, HubJson.Options)).Run();
        }

        if (edit.FeedMark is { } mark)
        {
            session.Prepare("INSERT OR REPLACE INTO register_marks (source, mark) VALUES (?, ?)").Text(how.Feed).Number(mark).Run();
        }

        return Outcome(HeldNominals.MarkOf(session));
    }

    private void Add(Nominal nominal, HeldNominal? before)
    {
        if (before is not null && NominalContent.IsSame(before.Nominal, nominal))
        {
            if (nominal.Updated > before.Nominal.Updated)
            {
                confirmed.Add((nominal.Id, nominal.Updated.UtcTicks));
            }

            return;
        }

        var body = NominalContent.Write(nominal);
        var number = (before?.Changes ?? 0) + 1;
        var kind = NominalChain.KindOf(before?.Nominal, nominal);
        changes.Add(new Change(nominal.Id, body, number, NominalChain.HashOf(before?.Head ?? "", nominal.Id, number, at, how, kind, before?.Body, body), kind, before?.Body));
    }

    private void Store(SqliteWriteSession session, long writing)
    {
        session.Prepare("INSERT INTO register_writings (number, at, body) VALUES (?, ?, ?)").Number(writing).Time(at).Bytes(JsonSerializer.SerializeToUtf8Bytes(how, HubJson.Options)).Run();
        foreach (var change in changes)
        {
            var hash = Convert.FromHexString(change.Hash);

            // Replacing moves the row to the end of the table, where followers read on.
            session.Prepare("INSERT OR REPLACE INTO nominals (id, body, changes, head) VALUES (?, ?, ?, ?)").Text(change.Id).Bytes(change.Body).Number(change.Number).Bytes(hash).Run();
            var row = session.Prepare("INSERT INTO nominal_changes (sequence, id, number, writing, kind, hash, before) VALUES (last_insert_rowid(), ?, ?, ?, ?, ?, ?)")
                .Text(change.Id).Number(change.Number).Number(writing).Number((long)change.Kind).Bytes(hash);
            (change.Before is { } before ? row.Bytes(before) : row.Number((long?)null)).Run();
        }
    }

    private static long NumberOf(SqliteWriteSession session)
    {
        using var row = session.Prepare("SELECT coalesce(max(number), 0) + 1 FROM register_writings");
        row.Step();
        return row.GetNumber(0);
    }

    private RegisterOutcome Outcome(long mark) => new(mark, changes.Count, edit.Nominals.Count - changes.Count);
}
