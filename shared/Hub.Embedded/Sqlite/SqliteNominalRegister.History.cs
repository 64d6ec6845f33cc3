using System.Text;
using Hub.Auditing;
using Hub.Nominals;
using Hub.Paging;

namespace Hub.Embedded.Sqlite;

public sealed partial class SqliteNominalRegister
{
    private const char List = 'h';

    // What a change made of the record is what the next one found, or what is there now.
    private const string Select = """
        SELECT c.id, c.number, c.sequence, w.at, w.body, c.kind, c.hash, c.before,
            (SELECT hash FROM nominal_changes WHERE id = c.id AND number = c.number - 1),
            coalesce((SELECT before FROM nominal_changes WHERE id = c.id AND number = c.number + 1), (SELECT body FROM nominals WHERE id = c.id))
        FROM nominal_changes c JOIN register_writings w ON w.number = c.writing
        """;

    public Task<NominalHistory?> HistoryAsync(string id, PageRequest page, CancellationToken cancellationToken)
    {
        var before = page.Continuation is null ? long.MaxValue : ContinuationToken.Read(List, page.Continuation).Number;
        var rows = SqlitePage.RowsFor(page);
        return database.ReadAsync(session =>
        {
            if (HeadOf(session, id) is not var (head, current))
            {
                return null;
            }

            var changes = SqlitePage.Read(
                session.Prepare(Select + " WHERE c.id = ? AND c.number < ? ORDER BY c.number DESC LIMIT ?").Text(id).Number(before).Number(rows),
                page,
                ReadChange,
                last => new(List, last.Number, ""));
            return new NominalHistory(head, current, changes);
        }, cancellationToken);
    }

    public Task<IReadOnlyList<NominalChange>> HistorySinceAsync(long mark, int max, CancellationToken cancellationToken) => database.ReadAsync(session =>
    {
        using var rows = session.Prepare(Select + " WHERE c.sequence > ? ORDER BY c.sequence LIMIT ?").Number(mark).Number(max);
        var changes = new List<NominalChange>();
        while (rows.Step())
        {
            changes.Add(ReadChange(rows));
        }

        return (IReadOnlyList<NominalChange>)changes;
    }, cancellationToken);

    private static (AuditHead Head, string Current)? HeadOf(SqliteSession session, string id)
    {
        using var row = session.Prepare("SELECT changes, head, body FROM nominals WHERE id = ?").Text(id);
        return row.Step() ? (new AuditHead((int)row.GetNumber(0), Hex(row, 1)), Encoding.UTF8.GetString(row.GetBytes(2))) : null;
    }

    private static NominalChange ReadChange(SqliteStatement row) => new()
    {
        Nominal = row.GetText(0),
        Number = (int)row.GetNumber(1),
        Sequence = row.GetNumber(2),
        At = row.GetTime(3),
        Writing = row.GetJson<RegisterWriting>(4),
        Kind = (NominalChangeKind)row.GetNumber(5),
        Hash = Hex(row, 6),
        Before = row.IsNull(7) ? null : Encoding.UTF8.GetString(row.GetBytes(7)),
        PreviousHash = Hex(row, 8),
        After = Encoding.UTF8.GetString(row.GetBytes(9)),
    };

    private static string Hex(SqliteStatement row, int column) => Convert.ToHexStringLower(row.GetBytes(column));
}
