using Hub.Azure.Cosmos;
using Hub.Notices;
using Hub.Paging;

namespace Hub.Azure.Cases.Lists;

/// <summary>The recipients' inboxes: a partition for each, a row for each notice with the whole of it.</summary>
internal sealed class InboxRows(HubDatabase database)
{
    private const char Letter = 'n';
    private readonly ListRows rows = new(database);

    public async Task<Page<Notice>> ListAsync(NoticeQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var listed = await rows.ListAsync<Notice>(Letter, ListOf(query.Recipient), IsOfOpen(query), page, notice => IsWanted(query, notice!), cancellationToken);
        return new([.. listed.Items.Select(row => row.Content!)], listed.Continuation);
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

    private static string ListOf(string recipient) => $"inbox:{recipient}";

    /// <summary>Neither acknowledged nor withdrawn: such outnumber the others soon, and nobody should pay for reading past them.</summary>
    private static bool IsStillToDo(NoticeState state) => state is NoticeState.Planned or NoticeState.Raised or NoticeState.Delivered;

    private static bool IsOfOpen(NoticeQuery query) => query.OpenOnly || (query.State is { } state && IsStillToDo(state));

    private static bool IsWanted(NoticeQuery query, Notice notice) => (query.State ?? notice.State) == notice.State && (notice.IsOpen || !query.OpenOnly);

    private static bool IsFirst(Notice notice) =>
        notice is { State: NoticeState.Planned } or { State: NoticeState.Delivered, PlannedFor: null, WarnedAt: null };
}
