using System.Globalization;
using Hub.Auditing;
using Hub.Azure.Cosmos;
using Hub.Paging;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Auditing;

/// <summary>
/// The access log in Cosmos DB: one chain over all instances, an item an entry, its id its number. What an instance
/// has to log at once goes in one batch; of two batches with one number the second is refused, numbered anew and tried
/// again. A partition ends after a million entries (some 1 GB of at most 20), and the next goes on with the chain.
/// </summary>
public sealed class CosmosAccessLog(HubDatabase database) : IAccessLog
{
    internal const string Container = "access";
    private const char List = 'a';
    private readonly AccessAppending appending = new(new AccessChain(database));

    /// <exception cref="StoreUnavailableException">The store cannot be reached or is busy; whether the entry is in the log is not known.</exception>
    public Task AppendAsync(AccessEntry entry, CancellationToken cancellationToken) => appending.AppendAsync(entry, cancellationToken);

    public async Task<Page<LoggedAccess>> ReadAsync(string? subject, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page.Size, PageRequest.MaxSize);
        var after = After(page);
        var query = subject is null
            ? new QueryDefinition($"SELECT TOP {page.Size + 1} * FROM c WHERE c.n > @after ORDER BY c.n ASC")
            : new QueryDefinition($"SELECT TOP {page.Size + 1} * FROM c WHERE c.subject = @subject AND c.n > @after ORDER BY c.subject ASC, c.n ASC").WithParameter("@subject", subject);
        var items = new List<LoggedAccess>();
        await foreach (var item in (await database.ContainerAsync(Container)).QueryAsync<AccessItem>(query.WithParameter("@after", after), partition: null, relaxed: false, cancellationToken))
        {
            items.Add(item.ToLogged());
        }

        return items.Count > page.Size
            ? new(items[..page.Size], new ContinuationToken(List, items[page.Size - 1].Sequence.ToString(CultureInfo.InvariantCulture)).ToString())
            : new(items, null);
    }

    private static long After(PageRequest page)
    {
        return page.Continuation is null ? 0
            : long.TryParse(ContinuationToken.Read(List, page.Continuation), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new InvalidContinuationException();
    }
}
