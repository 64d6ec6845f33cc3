using Hub.Azure.Cosmos;
using Hub.Cases;
using Hub.Nominals;

namespace Hub.Azure.Nominals;

/// <summary>
/// Reads what the log comes to. A writing is seen when all of it is applied: whoever comes across part of one helps to
/// finish it before going on, so nobody ever sees half, and nobody sees it before somebody who looks later does.
/// </summary>
internal sealed class NominalReading(HubDatabase database, LogFollowing log)
{
    private const int MaxTries = CaseEditor.MaxTries;

    /// <summary>One nominal; null where there is none.</summary>
    public async Task<CurrentNominal?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await (await database.ContainerAsync(RegisterProjection.ContainerName)).FindAsync<CurrentNominal>(id, CurrentNominal.TheId, cancellationToken);
        await log.FinishAsync(found?.Document.N ?? 0, cancellationToken);
        return found?.Document;
    }

    /// <summary>A document of the register that is not a nominal; null where there is none.</summary>
    public async Task<T?> FindAsync<T>(string partition, string id, CancellationToken cancellationToken)
        where T : class, IProjected
    {
        var found = await (await database.ContainerAsync(RegisterLog.ContainerName)).FindAsync<T>(partition, id, cancellationToken);
        await log.FinishAsync(found?.Document.N ?? 0, cancellationToken);
        return found?.Document;
    }

    /// <summary>Several, as they are at one moment.</summary>
    /// <exception cref="RegisterBusyException">They changed under every try.</exception>
    public async Task<HeldNominals> ReadAsync(IReadOnlyCollection<string> ids, string? feed, CancellationToken cancellationToken)
    {
        var nominals = await database.ContainerAsync(RegisterProjection.ContainerName);
        var register = await database.ContainerAsync(RegisterLog.ContainerName);
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var at = log.Applied.N > 0 ? log.Applied : await log.ToEndAsync(true, cancellationToken);
            var mark = feed is null ? null : await register.FindAsync<FeedMark>(FeedMark.PartitionOf(feed), FeedMark.TheId, cancellationToken);
            var found = new Stored<CurrentNominal>?[ids.Count];
            await Parallel.ForEachAsync(
                ids.Index(),
                new ParallelOptions { MaxDegreeOfParallelism = RegisterProjection.AtOnce, CancellationToken = cancellationToken },
                async (wanted, stop) => found[wanted.Index] = await nominals.FindAsync<CurrentNominal>(wanted.Item, CurrentNominal.TheId, stop));

            // What is of no later writing than was applied before the reading began was so then, all of it.
            var newest = Newest(found, mark?.Document.N ?? 0);
            if (newest <= at.N)
            {
                return new HeldNominals(at, found.OfType<Stored<CurrentNominal>>().ToDictionary(n => n.Document.Nominal, StringComparer.Ordinal), feed, mark);
            }

            await log.FinishAsync(newest, cancellationToken);
        }

        throw new RegisterBusyException();
    }

    private static long Newest(Stored<CurrentNominal>?[] found, long least) => found.Aggregate(least, (newest, nominal) => Math.Max(newest, nominal?.Document.N ?? 0));
}
