using Hub.Notices;
using Hub.Paging;

namespace Hub.Embedded.Sqlite;

/// <summary>What all recipients together must have seen by when.</summary>
public sealed partial class SqliteCaseStore
{
    private const char DeadlineList = 'd';

    // The literals are those of the index that holds open notices with a clock and nothing else.
    private const string OnClock = "state IN (0, 1) AND due < 9223372036854775807";

    public Task<Page<Notice>> ListDeadlinesAsync(DeadlineQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var after = ContinuationToken.Read(DeadlineList, page.Continuation);
        var rows = SqlitePage.RowsFor(page);
        return database.ReadAsync(session => SqlitePage.Read(
            Filled(session.Prepare(DeadlinesSql(query)).Number(after.Number).Text(after.Id), query).Number(rows),
            page,
            row => row.GetJson<Notice>(0),
            last => new(DeadlineList, DueNumber(last), last.Id)), cancellationToken);
    }

    public Task<int> CountDeadlinesAsync(DeadlineQuery query, DateTimeOffset? dueAfter, DateTimeOffset dueBy, int atMost, CancellationToken cancellationToken) => database.ReadAsync(session =>
        Counted(Filled(session.Prepare(CountDeadlinesSql(query)).Number(dueAfter?.UtcTicks ?? long.MinValue).Time(dueBy), query).Number(atMost)), cancellationToken);

    internal static string DeadlinesSql(DeadlineQuery query) => $"SELECT body FROM notices WHERE {OnClock} AND (due, id) > (?, ?){WhoseSql(query)} ORDER BY due, id LIMIT ?";

    internal static string CountDeadlinesSql(DeadlineQuery query) => $"SELECT count(*) FROM (SELECT 1 FROM notices WHERE {OnClock} AND due > ? AND due <= ?{WhoseSql(query)} LIMIT ?)";

    private static string WhoseSql(DeadlineQuery query) =>
        (query.Team is null ? "" : " AND substr(recipient || ':', 1, ?) = ?") + (query.Place is null ? "" : " AND substr(recipient, ?) = ?");

    private static SqliteStatement Filled(SqliteStatement statement, DeadlineQuery query)
    {
        if (query.Team is { } team)
        {
            statement.Number(team.Length + 1).Text($"{team}:");
        }

        if (query.Place is { } place)
        {
            statement.Number(-place.Length - 1).Text($":{place}");
        }

        return statement;
    }
}
