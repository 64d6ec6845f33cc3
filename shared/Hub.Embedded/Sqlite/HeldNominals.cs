using Hub.Nominals;

namespace Hub.Embedded.Sqlite;

/// <summary>A row of the register as it was read.</summary>
/// <param name="Sequence">Changes with every change of the record.</param>
/// <param name="Body">The record as stored.</param>
/// <param name="Changes">How many changes of it are kept.</param>
/// <param name="Head">Hash of the newest; empty where none is kept.</param>
/// <param name="Confirmed">When the source last said the same again, UTC ticks; null where it has not.</param>
internal sealed record HeldNominal(long Sequence, byte[] Body, int Changes, string Head, long? Confirmed)
{
    /// <summary>The record, with when its source last spoke of it.</summary>
    public Nominal Nominal { get; } = Read(Body, Confirmed);

    public HeldRecord Record => new(Nominal, Body, Changes, Head);

    public static Nominal Read(ReadOnlySpan<byte> body, long? confirmed)
    {
        var nominal = NominalContent.Read(body);
        return confirmed is { } ticks ? nominal with { Updated = new DateTimeOffset(ticks, TimeSpan.Zero) } : nominal;
    }
}

/// <summary>The nominals a change is worked out from, and whether they are still so.</summary>
internal sealed class HeldNominals
{
    private readonly Dictionary<string, HeldNominal> held = new(StringComparer.Ordinal);
    private readonly IReadOnlyCollection<string> asked;
    private readonly string? feed;

    private HeldNominals(IReadOnlyCollection<string> asked, string? feed)
    {
        this.asked = asked;
        this.feed = feed;
    }

    public HeldNominal? this[string id] => held.GetValueOrDefault(id);

    public long Mark { get; private set; }

    public long FeedMark { get; private set; }

    public static async Task<HeldNominals> ReadAsync(SqliteDatabase database, IReadOnlyCollection<string> ids, string? feed, CancellationToken cancellationToken)
    {
        var nominals = new HeldNominals(ids, feed);
        var rows = await database.ReadAsync(session =>
        {
            nominals.Mark = MarkOf(session);
            nominals.FeedMark = FeedMarkOf(session, feed);
            return ids.Select(id => (id, Row: Find(session, id))).Where(row => row.Row is not null).ToList();
        }, cancellationToken);
        foreach (var (id, row) in rows)
        {
            var (sequence, body, changes, head, confirmed) = row!.Value;
            nominals.held[id] = new HeldNominal(sequence, body, changes, head, confirmed);
        }

        return nominals;
    }

    public RegisterState State() => new(held.ToDictionary(h => h.Key, h => h.Value.Nominal, StringComparer.Ordinal), FeedMark);

    /// <summary>Whether nothing of it has changed since: asked by the writer.</summary>
    public bool AreStillSo(SqliteSession session) => FeedMarkOf(session, feed) == FeedMark && asked.All(id => IsStillSo(session, id));

    public static long MarkOf(SqliteSession session)
    {
        using var row = session.Prepare("SELECT coalesce(max(sequence), 0) FROM nominals");
        row.Step();
        return row.GetNumber(0);
    }

    public static long FeedMarkOf(SqliteSession session, string? feed)
    {
        if (feed is null)
        {
            return 0;
        }

        using var row = session.Prepare("SELECT mark FROM register_marks WHERE source = ?").Text(feed);
        return row.Step() ? row.GetNumber(0) : 0;
    }

    private bool IsStillSo(SqliteSession session, string id)
    {
        using var row = session.Prepare("SELECT sequence, confirmed FROM nominals WHERE id = ?").Text(id);
        return held.GetValueOrDefault(id) is { } was
            ? row.Step() && row.GetNumber(0) == was.Sequence && row.GetNumberOrNull(1) == was.Confirmed
            : !row.Step();
    }

    private static (long Sequence, byte[] Body, int Changes, string Head, long? Confirmed)? Find(SqliteSession session, string id)
    {
        using var row = session.Prepare("SELECT sequence, body, changes, head, confirmed FROM nominals WHERE id = ?").Text(id);
        return row.Step()
            ? (row.GetNumber(0), row.GetBytes(1).ToArray(), (int)row.GetNumber(2), Convert.ToHexStringLower(row.GetBytes(3)), row.GetNumberOrNull(4))
            : null;
    }
}
