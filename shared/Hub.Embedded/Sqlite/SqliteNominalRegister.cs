using Hub.Nominals;

namespace Hub.Embedded.Sqlite;

/// <summary>
/// The register in SQLite. Every change gives the nominal's row a new, never used sequence number, and is kept with the
/// record before. Changes are read for, worked out and serialised beside the writer, who only sees to it that nothing
/// has changed since.
/// </summary>
public sealed partial class SqliteNominalRegister(SqliteDatabase database, TimeProvider time) : INominalRegister
{
    /// <summary>Tries before giving up, as of a case: see <see cref="Cases.CaseEditor.MaxTries"/>.</summary>
    private const int MaxTries = Cases.CaseEditor.MaxTries;

    private readonly AsyncSignal changed = database.Signal("register");

    public async Task<RegisterOutcome> WriteAsync(IReadOnlyCollection<string> ids, Func<RegisterState, RegisterEdit> change, RegisterWriting how, CancellationToken cancellationToken)
    {
        var asked = ids.ToHashSet(StringComparer.Ordinal);
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var held = await HeldNominals.ReadAsync(database, asked, how.Feed, cancellationToken);
            var write = PreparedRegisterWrite.Of(held, asked, change(held.State()), how, time.GetUtcNow());
            if (write.IsEmpty)
            {
                return write.Nothing;
            }

            if (await database.WriteAsync(session => write.Store(session, changed.SetAction), cancellationToken) is { } outcome)
            {
                return outcome;
            }
        }

        throw new RegisterBusyException();
    }

    public Task<Nominal?> GetAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var row = session.Prepare("SELECT body, confirmed FROM nominals WHERE id = ?").Text(id);
        return row.Step() ? HeldNominal.Read(row.GetBytes(0), row.GetNumberOrNull(1)) : null;
    }, cancellationToken);

    public Task<IReadOnlyDictionary<string, MarkedNominal>> GetAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        var found = new Dictionary<string, MarkedNominal>(ids.Count, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            using var row = session.Prepare("SELECT sequence, body, confirmed FROM nominals WHERE id = ?").Text(id);
            if (row.Step())
            {
                found[id] = new MarkedNominal(HeldNominal.Read(row.GetBytes(1), row.GetNumberOrNull(2)), row.GetNumber(0));
            }
        }

        return (IReadOnlyDictionary<string, MarkedNominal>)found;
    }, cancellationToken);

    public Task<RegisterChanges> ChangesSinceAsync(long mark, int max, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var rows = session.Prepare("SELECT sequence, body, confirmed FROM nominals WHERE sequence > ? ORDER BY sequence LIMIT ?").Number(mark).Number(max);
        var nominals = new List<Nominal>();
        while (rows.Step())
        {
            mark = rows.GetNumber(0);
            nominals.Add(HeldNominal.Read(rows.GetBytes(1), rows.GetNumberOrNull(2)));
        }

        return new RegisterChanges(nominals, mark);
    }, cancellationToken);

    public Task<LoadProgress?> LoadProgressAsync(string load, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var row = session.Prepare("SELECT body FROM loads WHERE load = ?").Text(load);
        return row.Step() ? row.GetJson<LoadProgress>(0) : null;
    }, cancellationToken);

    public Task<long> MarkAsync(string source, CancellationToken cancellationToken) => database.ReadAsync(session => HeldNominals.FeedMarkOf(session, source), cancellationToken);

    /// <summary>As the port says; of other processes' changes it learns after <paramref name="atMost"/>.</summary>
    public async Task WaitForChangeAsync(long mark, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var next = changed.Next;
        if (await database.ReadAsync(HeldNominals.MarkOf, cancellationToken) <= mark)
        {
            await AsyncSignal.WaitAsync(next, atMost, time, cancellationToken);
        }
    }
}
