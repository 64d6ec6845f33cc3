using Hub.Cases;
using Hub.Paging;

namespace Hub.Embedded.Sqlite;

/// <summary>The boards. Only a case on one has a row in their index.</summary>
public sealed partial class SqliteCaseStore
{
    internal const string BoardSql = "SELECT version, body FROM cases WHERE board = ? AND (board_at, id) > (?, ?) ORDER BY board_at, id LIMIT ?";
    internal const string BackwardsSql = "SELECT version, body FROM cases WHERE board = ? AND (board_at, id) < (?, ?) ORDER BY board_at DESC, id DESC LIMIT ?";
    private const char CaseList = 'b';
    private const char BackwardsList = 'w';

    /// <summary>Comes after every moment.</summary>
    private const long NoMoment = long.MaxValue;

    public Task<Page<CaseFile>> ListCasesAsync(string board, PageRequest page, CancellationToken cancellationToken, BoardOrder order = BoardOrder.SoonestFirst)
    {
        var (list, sql) = order == BoardOrder.SoonestFirst ? (CaseList, BoardSql) : (BackwardsList, BackwardsSql);
        var (number, id) = order == BoardOrder.SoonestFirst ? (long.MinValue, Guid.Empty) : (NoMoment, Guid.AllBitsSet);
        var rows = SqlitePage.RowsFor(page);
        if (page.Continuation is not null)
        {
            var after = ContinuationToken.Read(list, page.Continuation);
            number = after.Number;
            if (!Guid.TryParseExact(after.Id, "N", out id))
            {
                throw new InvalidContinuationException();
            }
        }

        return database.ReadAsync(session => SqlitePage.Read(
            session.Prepare(sql).Text(board).Number(number).Id(id).Number(rows),
            page,
            row => FileOf(session, row),
            last => new(list, BoardNumber(last)!.Value, last.Id.Value.ToString("N"))), cancellationToken);
    }

    private static CaseFile FileOf(SqliteSession session, SqliteStatement row)
    {
        var file = row.GetJson<CaseFile>(1);
        return file with { Version = VersionText(row.GetNumber(0)), Notices = NoticesOf(session, file.Id) };
    }

    private static long? BoardNumber(CaseFile file) => file.Board is null ? null : file.BoardAt?.UtcTicks ?? NoMoment;
}
