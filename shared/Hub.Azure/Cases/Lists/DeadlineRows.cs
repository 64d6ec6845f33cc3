using Hub.Azure.Cosmos;
using Hub.Notices;
using Hub.Paging;

namespace Hub.Azure.Cases.Lists;

/// <summary>
/// The inboxes' rows that a clock runs on, of all recipients: asked of every partition, for the one page that shows them.
/// </summary>
internal sealed class DeadlineRows(HubDatabase database)
{
    private const char Letter = 'd';
    private readonly ListRows rows = new(database);

    public async Task<Page<Notice>> ListAsync(DeadlineQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var listed = await rows.ListAsync<Notice>(RowsOf(query), page, _ => true, cancellationToken);
        return new([.. listed.Items.Select(row => row.Content!)], listed.Continuation);
    }

    public Task<int> CountAsync(DeadlineQuery query, DateTimeOffset? dueAfter, DateTimeOffset dueBy, int atMost, CancellationToken cancellationToken) =>
        rows.CountAsync(RowsOf(query) with { After = dueAfter is null ? "" : InboxRows.BeforeOf(dueAfter), Before = InboxRows.BeforeOf(dueBy) }, atMost, cancellationToken);

    /// <summary>Those without a clock have their places at <see cref="Moments.Never"/> and after.</summary>
    private static RowQuery RowsOf(DeadlineQuery query) => (query.Team, query.Place) switch
    {
        ({ } team, { } place) => Of(InboxRows.ListOf($"{team}:{place}")),
        ({ } team, null) => Of(null, new RowCondition("STARTSWITH(CONCAT(c.list, ':'), @team)", ("@team", InboxRows.ListOf($"{team}:")))),
        (null, { } place) => Of(null, Inboxes, new RowCondition("ENDSWITH(c.list, @place)", ("@place", $":{place}"))),
        _ => Of(null, Inboxes),
    };

    private static RowCondition Inboxes => new("STARTSWITH(c.list, @inboxes)", ("@inboxes", InboxRows.ListOf("")));

    private static RowQuery Of(string? list, params RowCondition[] where) => new(Letter, list, OpenOnly: true) { Before = Moments.Never, Where = [InboxRows.Open, .. where] };
}
