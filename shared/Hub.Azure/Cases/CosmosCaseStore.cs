using System.Collections.Immutable;
using Hub.Azure.Cases.Lists;
using Hub.Azure.Cosmos;
using Hub.Cases;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cases;

/// <summary>
/// Cases in Cosmos DB, append-only: a commit is one new item in the case's partition, and of two with one number the
/// second is refused by its id. How it is laid out, and why: README.md.
/// </summary>
public sealed partial class CosmosCaseStore(HubDatabase database, TimeProvider time) : ICaseStore
{
    /// <summary>Tries of one commit whose answer was lost. The client has waited out its own time before each next one.</summary>
    private const int MaxTries = 3;

    private readonly CaseReading reading = new(database);
    private readonly InboxRows inboxes = new(database);
    private readonly DeadlineRows deadlines = new(database);
    private readonly BoardRows boards = new(database);
    private readonly QuarantineRows quarantine = new(database);

    /// <exception cref="StoreUnavailableException">The store cannot be reached or is busy. Unless it was busy, the commit may stand all the same.</exception>
    public async Task<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken)
    {
        var prepared = new PreparedCommit(commit);
        if (await BeforeAsync(commit.Case, cancellationToken) is not var (version, notices))
        {
            return new CommitOutcome.Conflict();
        }

        var document = prepared.After(version, notices, time.GetUtcNow());
        if (!await StoreAsync(document, cancellationToken))
        {
            return new CommitOutcome.Conflict();
        }

        await ListQuarantineAsync(document, cancellationToken);
        return new CommitOutcome.Committed(document.Body.Version);
    }

    /// <summary>The version a commit was made from and the ids of the notices it had; null where the case never had that version.</summary>
    private async Task<(CaseVersion? Version, ImmutableArray<string> Notices)?> BeforeAsync(CaseFile file, CancellationToken cancellationToken)
    {
        if (file.Version.Length == 0)
        {
            return (null, []);
        }

        if (!CaseVersion.TryParse(file.Version, out var version))
        {
            return null;
        }

        if (version.Holds(file.Id, file.Notices))
        {
            return (version, [.. file.Notices.Take(version.Notices.Length).Select(n => n.Id)]);
        }

        // Whoever made the commit left the notices out; they are asked of the store.
        return await ReadAsync(file.Id, cancellationToken) is { } now && now.Version == file.Version
            ? (version, [.. now.Notices.Select(n => n.Id)])
            : null;
    }

    /// <summary>False where somebody else's commit has the number.</summary>
    private async Task<bool> StoreAsync(CommitDocument document, CancellationToken cancellationToken)
    {
        var cases = await database.ContainerAsync(CommitDocument.Container);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await cases.CreateAsync(document, document.Case.ToString(), cancellationToken) || await StandsAsync(cases, document, cancellationToken);
            }
            catch (StoreUnavailableException e) when (attempt < MaxTries && !StoreFailures.WasRefused(e))
            {
                // The answer may have been lost after the commit: the next try finds it there.
            }
        }
    }

    /// <summary>Whether what has the number is this very commit, stored by a try whose answer was lost.</summary>
    private static async Task<bool> StandsAsync(Container cases, CommitDocument document, CancellationToken cancellationToken) =>
        await cases.FindAsync<CommitDocument>(document.Id, document.Case.ToString(), relaxed: false, cancellationToken) is { } there
        && there.Item.Body.Commit == document.Body.Commit;

    /// <summary>At once, so that it can be read at once; where that fails, the view does it.</summary>
    private async Task ListQuarantineAsync(CommitDocument document, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var item in document.Body.Quarantine ?? [])
            {
                await quarantine.AddAsync(item, cancellationToken);
            }
        }
        catch (StoreUnavailableException)
        {
            // The commit stands, and must not be reported as failed.
        }
    }
}
