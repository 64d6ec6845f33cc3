using Hub.Paging;

namespace Hub.Embedded.Sqlite;

/// <summary>Reads one page: asks for one row more than wanted, to know whether another page follows.</summary>
internal static class SqlitePage
{
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to <see cref="PageRequest.MaxSize"/>.</exception>
    public static int RowsFor(PageRequest page)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page.Size, PageRequest.MaxSize);
        return page.Size + 1;
    }

    public static Page<T> Read<T>(SqliteStatement rows, PageRequest page, Func<SqliteStatement, T> read, Func<T, ContinuationToken> endingWith)
    {
        using (rows)
        {
            var items = new List<T>(Math.Min(page.Size, PageRequest.DefaultSize));
            while (items.Count < page.Size && rows.Step())
            {
                items.Add(read(rows));
            }

            return new(items, items.Count == page.Size && rows.Step() ? endingWith(items[^1]).ToString() : null);
        }
    }
}
