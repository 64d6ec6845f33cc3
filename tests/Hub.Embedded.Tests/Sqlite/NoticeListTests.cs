using System.Text;
using System.Text.Json;
using Hub.Embedded.Sqlite;
using Hub.Json;
using Hub.Notices;
using Hub.Testing;

namespace Hub.Embedded.Tests.Sqlite;

/// <summary>Files written before notices could be planned or withdrawn, and the index that keeps an inbox quick.</summary>
public sealed class NoticeListTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Notices_of_a_file_of_the_first_version_are_read_and_listed()
    {
        const string body = """{"id":"00000000000080008000000000000000-1234567812345678","case":"00000000-0000-8000-8000-000000000000","kind":"arrest","recipient":"yot:camden","state":"delivered","priority":"urgent","title":"A child was arrested","reason":"Lives in Camden.","content":{"age":14},"due":"2025-03-14T19:26:53+00:00","raisedAt":"2025-03-14T09:26:53+00:00","deliveredAt":"2025-03-14T09:26:54+00:00","acknowledgedLate":false}""";
        var database = file.ReopenAsOf(1, command =>
        {
            command.CommandText = "INSERT INTO notices (id, case_id, recipient, state, due, body) VALUES ('00000000000080008000000000000000-1234567812345678', x'00', 'yot:camden', 1, 5, $body)";
            command.Parameters.AddWithValue("$body", Encoding.UTF8.GetBytes(body));
        });

        var store = new SqliteCaseStore(database, new ManualTime(A.Moment));
        var notice = Assert.Single((await store.ListNoticesAsync(new("yot:camden", OpenOnly: true), new(), None)).Items);

        Assert.Equal((NoticeState.Delivered, A.Moment), (notice.State, notice.RaisedAt));
        Assert.Equal((null, null, null), (notice.PlannedFor, notice.WithdrawnAt, notice.WithdrawnBecause));
        Assert.Equal(body, JsonSerializer.Serialize(notice, HubJson.Options));
        await AssertPlanUsesAsync("notices_current", new("yot:camden", OpenOnly: true));
        Assert.Equal(notice.Id, Assert.Single((await store.ListNoticesAsync(new("yot:camden", Kind: NoticeKind.Arrest), new(), None)).Items).Id);
        Assert.Equal((1, 0), (await store.CountRaisedAsync("yot:camden", A.Moment, 10, None), await store.CountRaisedAsync("yot:camden", A.Moment.AddSeconds(1), 10, None)));
        Assert.Equal(notice.Id, Assert.Single((await store.ListDeadlinesAsync(new(), new(), None)).Items).Id);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(NoticeState.Planned, false)]
    [InlineData(NoticeState.Raised, false)]
    [InlineData(NoticeState.Delivered, false)]
    public Task What_is_not_over_is_listed_by_the_index_that_holds_nothing_else(NoticeState? state, bool openOnly) =>
        AssertPlanUsesAsync("notices_current", new("yot:camden", state, openOnly));

    [Theory]
    [InlineData(null)]
    [InlineData(NoticeState.Acknowledged)]
    [InlineData(NoticeState.Withdrawn)]
    public Task What_is_over_is_listed_by_the_index_of_all(NoticeState? state) => AssertPlanUsesAsync("notices_of_recipient", new("yot:camden", state));

    [Theory]
    [InlineData(null, true, "notices_current_of_kind")]
    [InlineData(NoticeState.Planned, false, "notices_current_of_kind")]
    [InlineData(null, false, "notices_of_kind")]
    [InlineData(NoticeState.Acknowledged, false, "notices_of_kind")]
    public async Task One_kind_is_listed_by_an_index_of_kinds(NoticeState? state, bool openOnly, string index) =>
        Assert.Equal($"SEARCH notices USING INDEX {index} (recipient=? AND kind=? AND (due,id)>(?,?)); more: False", await PlanAsync(SqliteCaseStore.ListSql(new("yot:camden", state, openOnly, NoticeKind.MatchReview))));

    [Fact]
    public async Task Counting_goes_by_the_indexes_too()
    {
        Assert.StartsWith("SEARCH notices USING INDEX notices_current (recipient=? AND due>? AND due<?)", await PlanAsync(Inner(SqliteCaseStore.CountSql(new("yot:camden", OpenOnly: true)))), StringComparison.Ordinal);
        Assert.StartsWith("SEARCH notices USING COVERING INDEX notices_raised (recipient=? AND raised_at>?)", await PlanAsync(Inner(SqliteCaseStore.RaisedSql)), StringComparison.Ordinal);
        Assert.StartsWith("SEARCH notices USING COVERING INDEX notices_on_clock (due>? AND due<?)", await PlanAsync(Inner(SqliteCaseStore.CountDeadlinesSql(new("yot", "camden")))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("yot", null)]
    [InlineData(null, "camden")]
    public async Task Deadlines_are_listed_by_an_index_that_holds_nothing_else(string? team, string? place) =>
        Assert.Equal("SEARCH notices USING INDEX notices_on_clock ((due,id)>(?,?) AND due<?); more: False", await PlanAsync(SqliteCaseStore.DeadlinesSql(new(team, place))));

    /// <summary>What is counted, without the counting round it.</summary>
    private static string Inner(string sql) => sql["SELECT count(*) FROM (".Length..^1];

    private async Task AssertPlanUsesAsync(string index, NoticeQuery query) =>
        Assert.Equal($"SEARCH notices USING INDEX {index} (recipient=? AND (due,id)>(?,?)); more: False", await PlanAsync(SqliteCaseStore.ListSql(query)));

    private Task<string> PlanAsync(string sql) => file.Database.ReadAsync(session =>
    {
        using var row = session.Prepare($"EXPLAIN QUERY PLAN {sql}");
        return row.Step() ? $"{row.GetText(3)}; more: {row.Step()}" : "none";
    }, None);
}
