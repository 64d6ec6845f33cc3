using System.Text.Json;
using Hub.Embedded.Sqlite;
using Hub.Json;
using Hub.Testing;

namespace Hub.Embedded.Tests.Sqlite;

/// <summary>Files written before there were boards, and the index that only cases on one are in.</summary>
public sealed class BoardTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_case_of_a_file_without_boards_is_read_and_can_go_on_one()
    {
        var database = file.ReopenAsOf(2, command =>
        {
            command.CommandText = "INSERT INTO cases (id, version, body) VALUES ($id, 1, $body)";
            command.Parameters.AddWithValue("$id", A.Case().Id.Value.ToByteArray(bigEndian: true));
            command.Parameters.AddWithValue("$body", JsonSerializer.SerializeToUtf8Bytes(A.Case(), HubJson.Options));
        });

        var store = new SqliteCaseStore(database, TimeProvider.System);
        var read = (await store.ReadAsync(A.Case().Id, None))!;
        Assert.Empty((await store.ListCasesAsync("arrivals", new(), None)).Items);
        await store.CommitAsync(new() { Case = read with { Board = "arrivals" } }, None);

        Assert.Equal(read.Id, Assert.Single((await store.ListCasesAsync("arrivals", new(), None)).Items).Id);
    }

    [Theory]
    [InlineData(SqliteCaseStore.BoardSql, ">")]
    [InlineData(SqliteCaseStore.BackwardsSql, "<")]
    public async Task A_board_is_listed_by_an_index_that_holds_nothing_else(string sql, string side)
    {
        var store = new SqliteCaseStore(file.Database, TimeProvider.System);
        await store.CommitAsync(new() { Case = A.Case("on") with { Board = "arrivals" } }, None);
        await store.CommitAsync(new() { Case = A.Case("off") }, None);

        var (plan, rows) = await file.Database.ReadAsync(session =>
        {
            using var row = session.Prepare($"EXPLAIN QUERY PLAN {sql}");
            var words = row.Step() ? $"{row.GetText(3)}; more: {row.Step()}" : "none";
            using var counted = session.Prepare("SELECT count(*) FROM cases INDEXED BY cases_on_board WHERE board IS NOT NULL");
            return (words, counted.Step() ? counted.GetNumber(0) : -1);
        }, None);

        Assert.Equal($"SEARCH cases USING INDEX cases_on_board (board=? AND (board_at,id){side}(?,?)); more: False", plan);
        Assert.Equal(1, rows);
    }
}
