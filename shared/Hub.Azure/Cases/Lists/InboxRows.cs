using System.Text.Json;
using Hub.Azure.Cosmos;
using Hub.Json;
using Hub.Notices;
using Hub.Paging;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cases.Lists;

/// <summary>The recipients' inboxes: a partition for each, a row for each notice with the whole of it.</summary>
internal sealed class InboxRows(HubDatabase database)
{
    private const char Letter = 'n';

    /// <summary>How far the hub's clock and the database's may differ.</summary>
    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(10);

    /// <summary>Neither planned, acknowledged nor withdrawn.</summary>
    internal static readonly RowCondition Open = new("c.content.state IN ('raised', 'delivered')");

    private readonly ListRows rows = new(database);

    public async Task<Page<Notice>> ListAsync(NoticeQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var listed = await rows.ListAsync<Notice>(RowsOf(query), page, notice => IsWanted(query, notice!), cancellationToken);
        return new([.. listed.Items.Select(row => row.Content!)], listed.Continuation);
    }

    public Task<int> CountAsync(NoticeQuery query, DateTimeOffset? dueBy, int atMost, CancellationToken cancellationToken) => rows.CountAsync(
        RowsOf(query) with
        {
            Before = BeforeOf(dueBy),
            Where =
            [
                .. query.OpenOnly ? [Open] : Array.Empty<RowCondition>(),
                .. query.State is { } state ? [new RowCondition("c.content.state = @state", ("@state", JsonNamingPolicy.CamelCase.ConvertName(state.ToString())))] : Array.Empty<RowCondition>(),
            ],
        },
        atMost,
        cancellationToken);

    /// <summary>Asked for by when the rows were written last, which has an index already: a row is never written before its notice is raised.</summary>
    public async Task<int> CountRaisedAsync(string recipient, DateTimeOffset since, int atMost, CancellationToken cancellationToken)
    {
        var query = new QueryDefinition($"SELECT TOP {atMost} c.id FROM c WHERE c._ts >= @written AND c.content.raisedAt >= @since")
            .WithParameter("@written", (since - ClocksApart).ToUnixTimeSeconds())
            .WithParameter("@since", JsonSerializer.SerializeToElement(since.ToUniversalTime(), HubJson.Options).GetString());
        return await rows.CountAsync(query, ListOf(recipient), cancellationToken);
    }

    /// <summary>Brings a notice's row up to a commit; false where it was as new already.</summary>
    /// <param name="first">The change feed, which comes first, hands this over; not a sweep, which finds most rows there.</param>
    public Task<bool> PutAsync(Notice notice, int commit, bool first, CancellationToken cancellationToken) => rows.PutAsync(
        new ListRow<Notice>
        {
            Id = notice.Id,
            List = ListOf(notice.Recipient),
            At = ListRows.PlaceOf(notice.Due, notice.Id),
            Open = IsStillToDo(notice.State) ? ListRows.PlaceOf(notice.Due, notice.Id) : null,
            N = commit,
            Content = notice,
        },
        first && IsFirst(notice),
        cancellationToken);

    public async Task RemoveAsync(Notice notice, CancellationToken cancellationToken) =>
        await (await rows.ContainerAsync()).DeleteAsync(notice.Id, ListOf(notice.Recipient), cancellationToken);

    private static RowQuery RowsOf(NoticeQuery query) => new(Letter, ListOf(query.Recipient), IsOfOpen(query))
    {
        Kind = query.Kind,
        After = query.DueFrom is { } due ? ListRows.PlaceOf(due, "") : "",
    };

    /// <summary>What the places of rows due at or before a moment come before.</summary>
    internal static string BeforeOf(DateTimeOffset? dueBy) => dueBy is { } moment ? ListRows.PlaceOf(moment, Moments.Never) : RowQuery.AfterAll;

    internal static string ListOf(string recipient) => $"inbox:{recipient}";

    /// <summary>Neither acknowledged nor withdrawn: such outnumber the others soon, and nobody should pay for reading past them.</summary>
    private static bool IsStillToDo(NoticeState state) => state is NoticeState.Planned or NoticeState.Raised or NoticeState.Delivered;

    private static bool IsOfOpen(NoticeQuery query) => query.OpenOnly || (query.State is { } state && IsStillToDo(state));

    private static bool IsWanted(NoticeQuery query, Notice notice) => (query.State ?? notice.State) == notice.State && (notice.IsOpen || !query.OpenOnly);

    private static bool IsFirst(Notice notice) =>
        notice is { State: NoticeState.Planned } or { State: NoticeState.Delivered, PlannedFor: null, WarnedAt: null };
}
