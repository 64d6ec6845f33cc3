using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Azure.Cosmos;
using Hub.Cases;
using Hub.Notices;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cases;

/// <summary>
/// Puts a case together from its commits: the newest says where the rest lies. Reads are as strong as the account is
/// (it is Strong), so that a case is never read as it was before a commit that was answered.
/// </summary>
internal sealed class CaseReading(HubDatabase database)
{
    /// <summary>So many commits are looked for one by one: a point read is cheaper than a query, and most cases have no more.</summary>
    public const int PointReads = 4;

    /// <summary>Reads until one is not overtaken by content being taken out.</summary>
    private const int MaxTries = 5;

    /// <param name="andEnded">Also a case that is being removed; null where too little of it is left.</param>
    public async Task<CaseFile?> ReadAsync(CaseId id, CancellationToken cancellationToken, bool andEnded = false)
    {
        var cases = await database.ContainerAsync(CommitDocument.Container);
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var found = await NewestAsync(cases, id, cancellationToken);
            if (found is null || (found.Newest.Body.Ended && !andEnded))
            {
                return null;
            }

            var index = found.Newest.Body.Index;
            await AddAsync(found, [.. index.Notices.Append(index.CaseAt).Except(found.Documents.Keys)], cases, id, cancellationToken);
            if (Assemble(found, index) is { } file)
            {
                return file;
            }

            if (found.Newest.Body.Ended)
            {
                return null;
            }
        }

        throw new InvalidDataException($"Case {id} lacks something its newest commit speaks of.");
    }

    /// <summary>The newest commit of a case, its end too.</summary>
    public async Task<CommitDocument?> NewestAsync(CaseId id, CancellationToken cancellationToken) =>
        (await NewestAsync(await database.ContainerAsync(CommitDocument.Container), id, cancellationToken))?.Newest;

    public async Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(CaseId id, CancellationToken cancellationToken)
    {
        var cases = await database.ContainerAsync(CommitDocument.Container);
        var entries = new List<AuditEntry>();
        var query = new QueryDefinition("SELECT * FROM c ORDER BY c.id ASC");
        await foreach (var document in cases.QueryAsync<CommitDocument>(query, id.ToString(), relaxed: false, cancellationToken))
        {
            if (document.Body.Ended)
            {
                return [];
            }

            entries.AddRange(document.Body.Audit ?? []);
        }

        return entries;
    }

    private static async Task<FoundCommits?> NewestAsync(Container cases, CaseId id, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<int, CommitDocument>();
        for (var n = 1; n <= PointReads; n++)
        {
            if (await FindAsync(cases, id, n, cancellationToken) is not { } document)
            {
                return n == 1 ? null : new(documents[n - 1], documents);
            }

            documents[n] = document;
        }

        var query = new QueryDefinition("SELECT TOP 1 * FROM c ORDER BY c.id DESC");
        await foreach (var newest in cases.QueryAsync<CommitDocument>(query, id.ToString(), relaxed: false, cancellationToken))
        {
            documents[newest.N] = newest;
            return new(newest, documents);
        }

        return null;
    }

    /// <summary>Adds the commits of these numbers.</summary>
    private static async Task AddAsync(FoundCommits found, ImmutableArray<int> wanted, Container cases, CaseId id, CancellationToken cancellationToken)
    {
        if (wanted.Length > PointReads)
        {
            var query = new QueryDefinition($"SELECT * FROM c WHERE c.id IN ({string.Join(',', wanted.Select(n => $"'{CommitDocument.IdOf(n)}'"))})");
            await foreach (var document in cases.QueryAsync<CommitDocument>(query, id.ToString(), relaxed: false, cancellationToken))
            {
                found.Documents[document.N] = document;
            }

            return;
        }

        foreach (var n in wanted)
        {
            if (await FindAsync(cases, id, n, cancellationToken) is { } document)
            {
                found.Documents[n] = document;
            }
        }
    }

    private static async Task<CommitDocument?> FindAsync(Container cases, CaseId id, int n, CancellationToken cancellationToken) =>
        (await cases.FindAsync<CommitDocument>(CommitDocument.IdOf(n), id.ToString(), relaxed: false, cancellationToken))?.Item;

    /// <summary>Null where something is not there any more: a newer commit took its place, and the rest was taken out.</summary>
    private static CaseFile? Assemble(FoundCommits found, CaseVersion index)
    {
        var notices = new Notice?[index.Notices.Length];
        foreach (var n in index.Notices.Distinct())
        {
            if (!found.Documents.TryGetValue(n, out var document))
            {
                return null;
            }

            foreach (var (place, notice) in document.Body.Index.PlacesOf(n).Zip(document.Body.Notices ?? []))
            {
                notices[place] = index.Notices[place] == n ? notice : notices[place];
            }
        }

        return found.Documents.GetValueOrDefault(index.CaseAt)?.Body.Case is { } file && notices.All(n => n is not null)
            ? file with { AuditHead = found.Newest.Body.AuditHead, Notices = [.. notices.OfType<Notice>()], Version = found.Newest.Body.Version }
            : null;
    }

    private sealed record FoundCommits(CommitDocument Newest, Dictionary<int, CommitDocument> Documents);
}
