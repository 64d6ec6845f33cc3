using System.Text.Json;
using Hub.Json;
using Hub.Nominals;

namespace Hub.Embedded.Sqlite;

/// <summary>A change of the register, worked out and serialised before the writer's turn.</summary>
internal sealed class PreparedRegisterWrite(HeldNominals held, PreparedEdit edit, RegisterWriting how)
{
    public bool IsEmpty => edit.IsEmpty;

    public RegisterOutcome Nothing => edit.Outcome(held.Mark);

    /// <exception cref="InvalidOperationException">It writes a nominal that was not asked for, or one twice.</exception>
    public static PreparedRegisterWrite Of(HeldNominals held, IReadOnlySet<string> asked, RegisterEdit edit, RegisterWriting how, DateTimeOffset at) =>
        new(held, PreparedEdit.Of(id => held[id]?.Record, asked, edit, how, at), how);

    /// <summary>Null where something was changed since it was read; then nothing is stored.</summary>
    public RegisterOutcome? Store(SqliteWriteSession session, Action changed)
    {
        if (!held.AreStillSo(session))
        {
            return null;
        }

        if (!edit.Changes.IsEmpty)
        {
            Store(session, NumberOf(session));
            session.AfterCommit(changed);
        }

        foreach (var (id, updated) in edit.Confirmed)
        {
            session.Prepare("UPDATE nominals SET confirmed = ? WHERE id = ?").Number(updated.UtcTicks).Text(id).Run();
        }

        if (edit.Progress is { } progress)
        {
            session.Prepare("INSERT OR REPLACE INTO loads (load, body) VALUES (?, ?)").Text(progress.Load).Bytes(JsonSerializer.SerializeToUtf8Bytes(progress, HubJson.Options)).Run();
        }

        if (edit.FeedMark is { } mark)
        {
            session.Prepare("INSERT OR REPLACE INTO register_marks (source, mark) VALUES (?, ?)").Text(how.Feed).Number(mark).Run();
        }

        return edit.Outcome(HeldNominals.MarkOf(session));
    }

    private void Store(SqliteWriteSession session, long writing)
    {
        session.Prepare("INSERT INTO register_writings (number, at, body) VALUES (?, ?, ?)").Number(writing).Time(edit.At).Bytes(JsonSerializer.SerializeToUtf8Bytes(how, HubJson.Options)).Run();
        foreach (var change in edit.Changes)
        {
            var hash = Convert.FromHexString(change.Hash);

            // Replacing moves the row to the end of the table, where followers read on.
            session.Prepare("INSERT OR REPLACE INTO nominals (id, body, changes, head) VALUES (?, ?, ?, ?)").Text(change.Nominal).Bytes(change.After).Number(change.Number).Bytes(hash).Run();
            var row = session.Prepare("INSERT INTO nominal_changes (sequence, id, number, writing, kind, hash, before) VALUES (last_insert_rowid(), ?, ?, ?, ?, ?, ?)")
                .Text(change.Nominal).Number(change.Number).Number(writing).Number((long)change.Kind).Bytes(hash);
            (change.Before is { } before ? row.Bytes(before) : row.Number((long?)null)).Run();
        }
    }

    private static long NumberOf(SqliteWriteSession session)
    {
        using var row = session.Prepare("SELECT coalesce(max(number), 0) + 1 FROM register_writings");
        row.Step();
        return row.GetNumber(0);
    }
}
