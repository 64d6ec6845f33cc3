using System.Buffers;
using Hub.Azure.Cosmos;
using Hub.Paging;
using Hub.Quarantine;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cases.Lists;

/// <summary>
/// The messages set aside. Here, and not in their cases, they are closed; a closed one stays, so that setting aside
/// again what was closed makes no open one.
/// </summary>
internal sealed class QuarantineRows(HubDatabase database)
{
    /// <summary>Open items are counted so far and no further: there somebody must come anyway.</summary>
    public const int MaxCounted = 1000;

    private const char Letter = 'q';
    private const string List = "quarantine";
    private const int MaxTries = 20;

    private static readonly SearchValues<char> NotInIds = SearchValues.Create(@"/\?#");

    private readonly ListRows rows = new(database);

    /// <summary>Sets an item aside; false where it is there already, open or closed.</summary>
    public async Task<bool> AddAsync(QuarantineItem item, CancellationToken cancellationToken) =>
        await (await rows.ContainerAsync()).CreateAsync(RowOf(item), List, cancellationToken);

    public async Task<QuarantineItem?> ReadAsync(string id, CancellationToken cancellationToken) =>
        (await FindAsync(await rows.ContainerAsync(), id, cancellationToken))?.Item.Content;

    public async Task<Page<QuarantineItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var listed = await rows.ListAsync<QuarantineItem>(new(Letter, List, OpenOnly: true), page, _ => true, cancellationToken);
        return new([.. listed.Items.Select(row => row.Content!)], listed.Continuation);
    }

    public async Task<bool> CloseAsync(string id, QuarantineClosure closure, CancellationToken cancellationToken)
    {
        var views = await rows.ContainerAsync();
        var mine = Guid.NewGuid();
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            if (await FindAsync(views, id, cancellationToken) is not { } found)
            {
                return false;
            }

            if (found.Item.Content!.Closure is not null)
            {
                // Closed by a try of ours whose answer was lost, or by somebody else.
                return found.Item.Write == mine;
            }

            try
            {
                if (await views.ReplaceAsync(RowOf(found.Item.Content with { Closure = closure }) with { Write = mine }, id, List, found.ETag, cancellationToken))
                {
                    return true;
                }
            }
            catch (StoreUnavailableException e) when (attempt < MaxTries && !StoreFailures.WasRefused(e))
            {
                // It may be closed; the next look tells.
            }
        }

        throw new StoreUnavailableException("the quarantined item, which others are changing,");
    }

    /// <summary>Open items, at most <see cref="MaxCounted"/>.</summary>
    public async Task<int> CountOpenAsync(CancellationToken cancellationToken)
    {
        var query = new QueryDefinition($"SELECT TOP {MaxCounted} c.id FROM c WHERE c.open > @after").WithParameter("@after", Moments.Beginning);
        return await (await rows.ContainerAsync()).QueryAsync<ListRowId>(query, List, relaxed: true, cancellationToken).CountAsync(cancellationToken);
    }

    /// <summary>Null also for what cannot be an item's id in Cosmos DB: nothing can have been set aside by it.</summary>
    private static async Task<Found<ListRow<QuarantineItem>>?> FindAsync(Container views, string id, CancellationToken cancellationToken) =>
        id.Length is 0 or > 255 || id.AsSpan().ContainsAny(NotInIds) ? null : await views.FindAsync<ListRow<QuarantineItem>>(id, List, relaxed: false, cancellationToken);

    private static ListRow<QuarantineItem> RowOf(QuarantineItem item) =>
        new() { Id = item.Id, List = List, Open = item.Closure is null ? ListRows.PlaceOf(item.At, item.Id) : null, Content = item };

    private sealed record ListRowId(string Id);
}
