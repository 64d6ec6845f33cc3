using System.Text.Json;
using Hub.Json;
using Hub.Nominals;

namespace Hub.Embedded.Sqlite;

/// <summary>The register in SQLite. Every change gives the nominal's row a new, never used sequence number.</summary>
public sealed class SqliteNominalRegister(SqliteDatabase database, TimeProvider time) : INominalRegister
{
    private readonly AsyncSignal changed = database.Signal("register");

    public Task<long> UpsertAsync(IReadOnlyList<Nominal> nominals, LoadProgress? progress, CancellationToken cancellationToken)
    {
        var bodies = nominals.Select(Serialize).ToArray();
        return database.WriteAsync(session =>
        {
            for (var i = 0; i < bodies.Length; i++)
            {
                Store(session, nominals[i].Id, bodies[i]);
            }

            if (progress is not null)
            {
                session.Prepare("INSERT OR REPLACE INTO loads (load, body) VALUES (?, ?)").Text(progress.Load).Bytes(Serialize(progress)).Run();
            }

            return Mark(session);
        }, cancellationToken);
    }

    public Task<bool> EndAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        if (Find(session, id) is not { Ended: null } nominal)
        {
            return false;
        }

        Store(session, id, Serialize(nominal with { Ended = at }));
        return true;
    }, cancellationToken);

    public Task<Nominal?> GetAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(session => Find(session, id), cancellationToken);

    public Task<RegisterChanges> ChangesSinceAsync(long mark, int max, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var rows = session.Prepare("SELECT sequence, body FROM nominals WHERE sequence > ? ORDER BY sequence LIMIT ?").Number(mark).Number(max);
        var nominals = new List<Nominal>();
        while (rows.Step())
        {
            mark = rows.GetNumber(0);
            nominals.Add(rows.GetJson<Nominal>(1));
        }

        return new RegisterChanges(nominals, mark);
    }, cancellationToken);

    public Task<LoadProgress?> LoadProgressAsync(string load, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var row = session.Prepare("SELECT body FROM loads WHERE load = ?").Text(load);
        return row.Step() ? row.GetJson<LoadProgress>(0) : null;
    }, cancellationToken);

    /// <summary>Returns once there are changes after a mark: at once for those of this process, after <paramref name="atMost"/> without any or for those of others.</summary>
    public async Task WaitForChangeAsync(long mark, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var next = changed.Next;
        if (await database.ReadAsync(Mark, cancellationToken) <= mark)
        {
            await AsyncSignal.WaitAsync(next, atMost, time, cancellationToken);
        }
    }

    private void Store(SqliteWriteSession session, string id, byte[] body)
    {
        // Replacing moves the row to the end of the table, where followers read on.
        session.Prepare("INSERT OR REPLACE INTO nominals (id, body) VALUES (?, ?)").Text(id).Bytes(body).Run();
        session.AfterCommit(changed.SetAction);
    }

    private static long Mark(SqliteSession session)
    {
        using var row = session.Prepare("SELECT coalesce(max(sequence), 0) FROM nominals");
        row.Step();
        return row.GetNumber(0);
    }

    private static Nominal? Find(SqliteSession session, string id)
    {
        using var row = session.Prepare("SELECT body FROM nominals WHERE id = ?").Text(id);
        return row.Step() ? row.GetJson<Nominal>(0) : null;
    }

    private static byte[] Serialize<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, HubJson.Options);
}
