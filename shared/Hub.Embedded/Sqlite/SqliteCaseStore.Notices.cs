using Hub.Notices;
using Hub.Paging;

namespace Hub.Embedded.Sqlite;

/// <summary>The recipients' lists.</summary>
public sealed partial class SqliteCaseStore
{
    private const char NoticeList = 'n';

    /// <summary>Stands for "no clock runs", and so comes after every due time.</summary>
    private const long NotDue = long.MaxValue;

    // The literals let SQLite use the index that holds neither acknowledged nor withdrawn; such outnumber the others soon.
    private const string Current = " AND state <> 2 AND state <> 4";

    public Task<Page<Notice>> ListNoticesAsync(NoticeQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var after = page.Continuation is null && query.DueFrom is { } from ? new(NoticeList, from.UtcTicks, "") : ContinuationToken.Read(NoticeList, page.Continuation);
        var rows = SqlitePage.RowsFor(page);
        return database.ReadAsync(session => SqlitePage.Read(
            Filled(session.Prepare(ListSql(query)), query).Number(after.Number).Text(after.Id).Number(rows),
            page,
            row => row.GetJson<Notice>(0),
            last => new(NoticeList, DueNumber(last), last.Id)), cancellationToken);
    }

    public Task<int> CountNoticesAsync(NoticeQuery query, DateTimeOffset? dueBy, int atMost, CancellationToken cancellationToken) => database.ReadAsync(session =>
        Counted(Filled(session.Prepare(CountSql(query)), query).Number(query.DueFrom?.UtcTicks ?? 0).Number(dueBy?.UtcTicks ?? NotDue).Number(atMost)), cancellationToken);

    public Task<int> CountRaisedAsync(string recipient, DateTimeOffset since, int atMost, CancellationToken cancellationToken) => database.ReadAsync(session =>
        Counted(session.Prepare(RaisedSql).Text(recipient).Time(since).Number(atMost)), cancellationToken);

    internal const string RaisedSql = "SELECT count(*) FROM (SELECT 1 FROM notices WHERE recipient = ? AND raised_at >= ? LIMIT ?)";

    internal static string ListSql(NoticeQuery query) => $"SELECT body FROM notices WHERE {WhereSql(query)} AND (due, id) > (?, ?) ORDER BY due, id LIMIT ?";

    internal static string CountSql(NoticeQuery query) => $"SELECT count(*) FROM (SELECT 1 FROM notices WHERE {WhereSql(query)} AND due BETWEEN ? AND ? LIMIT ?)";

    private static string WhereSql(NoticeQuery query)
    {
        var start = $"recipient = ?{(query.Kind is null ? "" : " AND kind = ?")} AND state = coalesce(?, state)";
        return query switch
        {
            { OpenOnly: true } => start + Current + " AND state IN (0, 1)",
            { State: NoticeState.Planned or NoticeState.Raised or NoticeState.Delivered } => start + Current,
            _ => start,
        };
    }

    private static SqliteStatement Filled(SqliteStatement statement, NoticeQuery query)
    {
        statement.Text(query.Recipient);
        return (query.Kind is { } kind ? statement.Text(kind) : statement).Number((long?)query.State);
    }

    private static int Counted(SqliteStatement counting)
    {
        using (counting)
        {
            return counting.Step() ? (int)counting.GetNumber(0) : 0;
        }
    }

    private static void StoreNotice(SqliteWriteSession session, Notice notice, byte[] body) => session.Prepare("""
        INSERT INTO notices (id, case_id, recipient, kind, state, due, raised_at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET recipient = excluded.recipient, kind = excluded.kind, state = excluded.state, due = excluded.due, raised_at = excluded.raised_at, body = excluded.body
        """)
        .Text(notice.Id).Id(notice.Case.Value).Text(notice.Recipient).Text(notice.Kind).Number((long)notice.State).Number(DueNumber(notice)).Time(notice.RaisedAt).Bytes(body).Run();

    private static long DueNumber(Notice notice) => notice.Due?.UtcTicks ?? NotDue;
}
