using Hub.Notices;
using Hub.Paging;

namespace Hub.Embedded.Sqlite;

/// <summary>The recipients' lists.</summary>
public sealed partial class SqliteCaseStore
{
    private const char NoticeList = 'n';

    /// <summary>Stands for "no clock runs", and so comes after every due time.</summary>
    private const long NotDue = long.MaxValue;

    public Task<Page<Notice>> ListNoticesAsync(NoticeQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var after = ContinuationToken.Read(NoticeList, page.Continuation);
        var rows = SqlitePage.RowsFor(page);
        return database.ReadAsync(session => SqlitePage.Read(
            session.Prepare(ListSql(query)).Text(query.Recipient).Number(after.Number).Text(after.Id).Number((long?)query.State).Number(rows),
            page,
            row => row.GetJson<Notice>(0),
            last => new(NoticeList, DueNumber(last), last.Id)), cancellationToken);
    }

    internal static string ListSql(NoticeQuery query)
    {
        const string Start = "SELECT body FROM notices WHERE recipient = ? AND (due, id) > (?, ?) AND state = coalesce(?, state)";
        const string End = " ORDER BY due, id LIMIT ?";

        // The literals let SQLite use the index that holds neither acknowledged nor withdrawn; such outnumber the others soon.
        const string Current = " AND state <> 2 AND state <> 4";
        return query switch
        {
            { OpenOnly: true } => Start + Current + " AND state IN (0, 1)" + End,
            { State: NoticeState.Planned or NoticeState.Raised or NoticeState.Delivered } => Start + Current + End,
            _ => Start + End,
        };
    }

    private static void StoreNotice(SqliteWriteSession session, Notice notice, byte[] body) => session.Prepare("""
        INSERT INTO notices (id, case_id, recipient, state, due, body) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET recipient = excluded.recipient, state = excluded.state, due = excluded.due, body = excluded.body
        """)
        .Text(notice.Id).Id(notice.Case.Value).Text(notice.Recipient).Number((long)notice.State).Number(DueNumber(notice)).Bytes(body).Run();

    private static long DueNumber(Notice notice) => notice.Due?.UtcTicks ?? NotDue;
}
