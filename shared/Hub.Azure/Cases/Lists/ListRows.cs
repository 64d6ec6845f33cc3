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

    /// <summary>Comes after every sort key with the same beginning: moments, and <see cref="Moments.Never"/>, come before it.</summary>
    private const string AfterAll = Moments.Never + Moments.Never;

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
    /// <param name="letter">Tells this list's tokens from another's.</param>
    /// <param name="openOnly">Only the part that is still to be done.</param>
    /// <param name="prefix">What the sort key of every row wanted begins with.</param>
    /// <exception cref="InvalidContinuationException">The continuation token is not one of this list.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to <see cref="PageRequest.MaxSize"/>.</exception>
    public async Task<Page<ListRow<T>>> ListAsync<T>(char letter, string list, bool openOnly, PageRequest page, Func<T?, bool> wanted, CancellationToken cancellationToken, string prefix = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page.Size, PageRequest.MaxSize);
        var after = page.Continuation is null ? prefix : ContinuationToken.Read(letter, page.Continuation);
        if (!after.StartsWith(prefix, StringComparison.Ordinal))
        {
            throw new InvalidContinuationException();
        }

        var key = openOnly ? "open" : "at";
        var query = new QueryDefinition($"SELECT * FROM c WHERE c.{key} > @after AND c.{key} < @end ORDER BY c.{key} ASC")
            .WithParameter("@after", after).WithParameter("@end", prefix + AfterAll);
        var rows = new List<ListRow<T>>(Math.Min(page.Size, PageRequest.DefaultSize) + 1);
        await foreach (var row in (await ContainerAsync()).QueryAsync<ListRow<T>>(query, list, relaxed: true, cancellationToken))
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
            ? new(rows[..page.Size], new ContinuationToken(letter, (openOnly ? rows[page.Size - 1].Open : rows[page.Size - 1].At)!).ToString())
            : new(rows, null);
    }
}
