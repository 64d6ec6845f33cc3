using Hub.Nominals;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Nominals;

public sealed partial class CosmosNominalRegister
{
    /// <summary>Changes, and entries, that are read from the log at once; beyond them the nominals themselves are read.</summary>
    private const int MostFromLog = 4_000;

    /// <summary>How often others' writings are looked for.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// As the port says. Fewer than <paramref name="max"/> are, with what was read before, a state the register was in:
    /// the last of them come from the log, whole writings of it. A nominal that moves on while the nominals themselves
    /// are read is in the log after the place to which they were read.
    /// </summary>
    public async Task<RegisterChanges> ChangesSinceAsync(long mark, int max, CancellationToken cancellationToken)
    {
        var found = new LatestNominals();
        var reached = mark;
        for (var look = 1; look <= MaxTries; look++)
        {
            var end = await following.ToEndAsync(mustFinish: look > 1, cancellationToken);
            if (end.Last > reached)
            {
                if (await FromLogAsync(found, reached, end, cancellationToken))
                {
                    return found.First(max, end.Last);
                }

                await FromNominalsAsync(found, reached, end, max, cancellationToken);
                reached = end.Last;
                if (found.Count < max)
                {
                    continue;
                }
            }

            return found.First(max, reached);
        }

        throw new RegisterBusyException();
    }

    public async Task<IReadOnlyList<NominalChange>> HistorySinceAsync(long mark, int max, CancellationToken cancellationToken)
    {
        var end = await following.ToEndAsync(mustFinish: false, cancellationToken);
        var changes = new List<NominalChange>();
        if (end.Last <= mark)
        {
            return changes;
        }

        var from = recent.Locate(mark) ?? await log.LocateAsync(mark, end, cancellationToken);
        await foreach (var entry in EntriesAsync(from, end.N, cancellationToken))
        {
            changes.AddRange(entry.ChangesAfter(mark).Take(max - changes.Count));
            if (changes.Count == max)
            {
                break;
            }
        }

        return changes;
    }

    public async Task WaitForChangeAsync(long mark, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            var next = following.NextChange;
            var left = atMost - time.GetElapsedTime(begun);
            if (following.Applied.Last > mark || left <= TimeSpan.Zero)
            {
                return;
            }

            // Waits first: whoever waits has just looked.
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(next, Task.Delay(left < LookEvery ? left : LookEvery, time, stop.Token));
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            if (following.Applied.Last <= mark && time.GetElapsedTime(begun) < atMost && await feed.HasNewsAsync(following.Applied.N, cancellationToken))
            {
                await following.ToEndAsync(mustFinish: false, cancellationToken);
            }
        }
    }

    /// <returns>False where the log goes too far since then.</returns>
    private async Task<bool> FromLogAsync(LatestNominals found, long mark, LogPosition end, CancellationToken cancellationToken)
    {
        if (end.Last - mark > MostFromLog)
        {
            return false;
        }

        var from = recent.Locate(mark) ?? await log.LocateAsync(mark, end, cancellationToken);
        if (end.N - from >= MostFromLog)
        {
            return false;
        }

        await foreach (var entry in EntriesAsync(from, end.N, cancellationToken))
        {
            found.Add(entry, mark);
        }

        return true;
    }

    private async Task FromNominalsAsync(LatestNominals found, long mark, LogPosition end, int max, CancellationToken cancellationToken)
    {
        var nominals = await database.ContainerAsync(RegisterProjection.ContainerName);
        var query = new QueryDefinition("SELECT * FROM c WHERE c.sequence > @from AND c.sequence <= @to ORDER BY c.sequence").WithParameter("@from", mark).WithParameter("@to", end.Last);
        var read = 0;
        var newest = 0L;
        using var pages = nominals.GetItemQueryIterator<CurrentNominal>(query, requestOptions: new QueryRequestOptions { MaxItemCount = Math.Min(max, 1_000) });
        while (read < max && pages.HasMoreResults)
        {
            foreach (var nominal in (await pages.ReadNextAsync(cancellationToken)).Take(max - read))
            {
                found.Add(nominal);
                newest = Math.Max(newest, nominal.N);
                read++;
            }
        }

        await following.FinishAsync(newest, cancellationToken);
    }

    private async IAsyncEnumerable<LogEntry> EntriesAsync(long from, long to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = recent.Between(from, to) is { } near ? near.ToAsyncEnumerable() : log.ReadAsync(from, to, cancellationToken);
        await foreach (var entry in entries)
        {
            yield return await log.WholeAsync(entry, cancellationToken);
        }
    }
}
