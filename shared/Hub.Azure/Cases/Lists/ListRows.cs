using System.Text.Json;
using Hub.Azure.Cosmos;
using Hub.Paging;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cases.Lists;

/// <summary>Keeps rows by the rule that an older commit never takes a newer one's place, in whatever order and however often they come.</summary>
internal sealed class ListRows(HubDatabase database)
{
    public const string Container = "views";

    /// <summary>Tries of one row. Each that fails means that another write of the row succeeded.</summary>
    private const int MaxTries = 20;

    /// <summary>Ids are small: a page of them holds more than one of whole rows.</summary>
    private const int CountedAtOnce = 1000;

    /// <summary>The place of a row that is ordered by a moment, those without one last, then by id.</summary>
    public static string PlaceOf(DateTimeOffset? moment, string id) => $"{Moments.TextOrNever(moment)}|{id}";

    public ValueTask<Container> ContainerAsync() => database.ContainerAsync(Container);

    /// <summary>Brings a row up to a commit; false where it was as new already.</summary>
    /// <param name="isNew">The row is probably not there yet: it is written without a look. It holds either way.</param>
    public async Task<bool> PutAsync<T>(ListRow<T> row, bool isNew, CancellationToken cancellationToken)
    {
        var views = await ContainerAsync();
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            if (isNew && attempt == 1)
            {
                if (await views.CreateAsync(row, row.List, cancellationToken))
                {
                    return true;
                }

                continue;
            }

            // A look at an older state is no harm: the write then fails.
            var found = await views.FindAsync<ListRow<JsonElement>>(row.Id, row.List, relaxed: true, cancellationToken);
            if (found?.Item.N >= row.N)
            {
                return false;
            }

            if (found is null ? await views.CreateAsync(row, row.List, cancellationToken) : await views.ReplaceAsync(row, row.Id, row.List, found.ETag, cancellationToken))
            {
                return true;
            }
        }

        throw new StoreUnavailableException("a row of a list, which others are changing,");
    }

    /// <summary>One page of a list; one row more than asked for tells whether another follows.</summary>
    /// <exception cref="InvalidContinuationException">The continuation token is not one of this list.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to <see cref="PageRequest.MaxSize"/>.</exception>
    public async Task<Page<ListRow<T>>> ListAsync<T>(RowQuery asked, PageRequest page, Func<T?, bool> wanted, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page.Size, PageRequest.MaxSize);
        var ended = page.Continuation is null ? null : ContinuationToken.Read(asked.Letter, page.Continuation);
        if (ended?.StartsWith(asked.Prefix, StringComparison.Ordinal) == false)
        {
            throw new InvalidContinuationException();
        }

        var rows = new List<ListRow<T>>(Math.Min(page.Size, PageRequest.DefaultSize) + 1);
        await foreach (var row in (await ContainerAsync()).QueryAsync<ListRow<T>>(asked.Rows(ended), asked.List, relaxed: true, cancellationToken))
        {
            if (wanted(row.Content))
            {
                rows.Add(row);
            }

            if (rows.Count > page.Size)
            {
                break;
            }
        }

        return rows.Count > page.Size
            ? new(rows[..page.Size], new ContinuationToken(asked.Letter, (asked.OpenOnly ? rows[page.Size - 1].Open : rows[page.Size - 1].At)!).ToString())
            : new(rows, null);
    }

    /// <summary>How many rows there are, counted so far and no further.</summary>
    public async Task<int> CountAsync(RowQuery asked, int atMost, CancellationToken cancellationToken) =>
        await CountAsync(asked.Ids(atMost), asked.List, cancellationToken);

    /// <summary>How many rows a query of ids finds.</summary>
    public async Task<int> CountAsync(QueryDefinition ids, string? list, CancellationToken cancellationToken) =>
        await (await ContainerAsync()).QueryAsync<RowId>(ids, list, relaxed: true, cancellationToken, CountedAtOnce).CountAsync(cancellationToken);

    private sealed record RowId(string Id);
}
