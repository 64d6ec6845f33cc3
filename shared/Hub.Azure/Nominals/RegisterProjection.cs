using System.Net;
using Hub.Azure.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Nominals;

/// <summary>
/// Brings what stands in the log into the documents that are read: each nominal with its change in one batch. Anybody
/// may do it, several at once, again after having stopped half way: what is in already is passed over.
/// </summary>
internal sealed class RegisterProjection(HubDatabase database)
{
    public const string ContainerName = "nominals";

    /// <summary>Documents read or written at once.</summary>
    public const int AtOnce = 32;

    private const int MaxTries = 5;

    /// <summary>Applies a whole entry. All entries before it must be applied.</summary>
    /// <param name="held">What its writer read before; null: read now.</param>
    public async Task ApplyAsync(LogEntry entry, HeldNominals? held)
    {
        var nominals = await database.ContainerAsync(ContainerName);
        var steps = entry.Changes.Select((change, place) => new NominalStep(entry, change, entry.First + 1 + place))
            .Concat(entry.Confirmed.Select(confirmed => new NominalStep(entry, confirmed)));
        await Parallel.ForEachAsync(steps, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (step, _) => await ApplyAsync(
            held is not null,
            held?[step.Nominal],
            () => nominals.FindAsync<CurrentNominal>(step.Nominal, CurrentNominal.TheId, CancellationToken.None),
            before => step.StoreAsync(nominals, before),
            entry.N));
        if (entry.FeedMark is { } mark && entry.How.Feed is { } feed)
        {
            await StoreAsync(FeedMark.TheId, FeedMark.PartitionOf(feed), new FeedMark(FeedMark.PartitionOf(feed), entry.N, mark), held is not null, held?.StoredMark);
        }

        if (entry.Progress is { } progress)
        {
            await StoreAsync(StoredProgress.TheId, StoredProgress.PartitionOf(progress.Load), new StoredProgress(StoredProgress.PartitionOf(progress.Load), entry.N, progress));
        }

        if (entry.IsLarge || entry.N % LogHead.Step == 0)
        {
            await StoreAsync(LogHead.TheId, LogHead.TheId, new LogHead(entry.N, entry.Last));
        }
    }

    /// <summary>Up to where all is applied, at the least; null where that was never said.</summary>
    public async Task<LogHead?> HeadAsync(CancellationToken cancellationToken) =>
        (await (await database.ContainerAsync(RegisterLog.ContainerName)).FindAsync<LogHead>(LogHead.TheId, LogHead.TheId, cancellationToken))?.Document;

    private async Task StoreAsync<T>(string id, string partition, T document, bool isKnown = false, Stored<T>? known = null)
        where T : class, IProjected
    {
        var container = await database.ContainerAsync(RegisterLog.ContainerName);
        await ApplyAsync(isKnown, known, () => container.FindAsync<T>(partition, id, CancellationToken.None), async before =>
        {
            using var response = before is null
                ? await container.CreateItemStreamAsync(Documents.ToStream(document), new PartitionKey(partition))
                : await container.ReplaceItemStreamAsync(Documents.ToStream(document), id, new PartitionKey(partition), new ItemRequestOptions { IfMatchEtag = before.ETag });
            if (!IsOvertaken(response.StatusCode))
            {
                response.EnsureSuccessStatusCode();
            }

            return response.StatusCode;
        }, document.N);
    }

    /// <summary>Stores on what was read, only if that is still so; where it is not, or nobody knows, looks again.</summary>
    private static async Task ApplyAsync<T>(bool isKnown, Stored<T>? known, Func<Task<Stored<T>?>> read, Func<Stored<T>?, Task<HttpStatusCode>> store, long n)
        where T : class, IProjected
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = isKnown && attempt == 1 ? known : await read();
            if (before?.Document.N >= n)
            {
                return;
            }

            try
            {
                if (!IsOvertaken(await store(before)))
                {
                    return;
                }
            }
            catch (Exception e) when (attempt < MaxTries && Documents.IsUncertain(e))
            {
                continue;
            }

            if (attempt == MaxTries)
            {
                throw new InvalidOperationException($"Entry {n} of the register's log could not be applied: a document changes under every try.");
            }
        }
    }

    private static bool IsOvertaken(HttpStatusCode status) => status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound;
}
