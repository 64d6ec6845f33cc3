using Hub.Azure.Cosmos;
using Hub.Cases;
using Hub.Nominals;

namespace Hub.Azure.Nominals;

/// <summary>
/// The register in Cosmos DB: a log of writings, which is the truth, and what it comes to, which is read. See the README
/// beside this for the protocol and what a crash at each of its steps leaves.
/// </summary>
public sealed partial class CosmosNominalRegister : INominalRegister, IDisposable
{
    /// <summary>Tries before giving up, as of a case: see <see cref="CaseEditor.MaxTries"/>.</summary>
    private const int MaxTries = CaseEditor.MaxTries;

    private readonly HubDatabase database;
    private readonly TimeProvider time;
    private readonly RegisterLog log;
    private readonly LogFollowing following;
    private readonly NominalReading reading;
    private readonly LogFeed feed;
    private readonly RecentEntries recent = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    public CosmosNominalRegister(HubDatabase database, TimeProvider time)
    {
        (this.database, this.time) = (database, time);
        log = new RegisterLog(database);
        following = new LogFollowing(log, new RegisterProjection(database), recent, time);
        reading = new NominalReading(database, following);
        feed = new LogFeed(database);
    }

    public async Task<RegisterOutcome> WriteAsync(IReadOnlyCollection<string> ids, Func<RegisterState, RegisterEdit> change, RegisterWriting how, CancellationToken cancellationToken)
    {
        var asked = ids.ToHashSet(StringComparer.Ordinal);
        var (held, writing) = await PrepareAsync();
        if (writing.IsEmpty && await following.ToEndAsync(mustFinish: true, cancellationToken) is { } end && end.N == held.At.N)
        {
            return writing.Outcome(end.Last);
        }

        // Writers of one process do not race each other for the next number, only those of others.
        await turn.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; attempt <= MaxTries; attempt++)
            {
                if (await MovedOnAsync(held, asked, how.Feed, cancellationToken) is { } moved)
                {
                    held = moved;
                }
                else
                {
                    (held, writing) = await PrepareAsync();
                }

                if (!writing.IsEmpty && await CommitAsync(writing, held) is { } outcome)
                {
                    return outcome;
                }

                // Either somebody was first, or there is nothing to write if nobody was.
                var now = await following.ToEndAsync(mustFinish: true, cancellationToken);
                if (writing.IsEmpty && now.N == held.At.N)
                {
                    return writing.Outcome(now.Last);
                }
            }
        }
        finally
        {
            turn.Release();
        }

        throw new RegisterBusyException();

        async Task<(HeldNominals Held, PreparedWriting Writing)> PrepareAsync()
        {
            var read = await reading.ReadAsync(asked, how.Feed, cancellationToken);
            return (read, PreparedWriting.Of(read, asked, change(read.State()), how, time.GetUtcNow()));
        }
    }

    public async Task<Nominal?> GetAsync(string id, CancellationToken cancellationToken) => (await reading.FindAsync(id, cancellationToken))?.Read();

    public async Task<IReadOnlyDictionary<string, MarkedNominal>> GetAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        (await reading.ReadAsync(ids.ToHashSet(StringComparer.Ordinal), null, cancellationToken)).Nominals
            .ToDictionary(found => found.Key, found => new MarkedNominal(found.Value.Document.Read(), found.Value.Document.Sequence), StringComparer.Ordinal);

    public async Task<LoadProgress?> LoadProgressAsync(string load, CancellationToken cancellationToken) =>
        (await reading.FindAsync<StoredProgress>(StoredProgress.PartitionOf(load), StoredProgress.TheId, cancellationToken))?.Progress;

    public async Task<long> MarkAsync(string source, CancellationToken cancellationToken) =>
        (await reading.FindAsync<FeedMark>(FeedMark.PartitionOf(source), FeedMark.TheId, cancellationToken))?.Mark ?? 0;

    public void Dispose()
    {
        turn.Dispose();
        feed.Dispose();
    }

    /// <summary>From the commit on nobody's impatience stops it: what is in the log is applied before anybody is answered.</summary>
    /// <returns>Null where somebody else's writing has the next number.</returns>
    private async Task<RegisterOutcome?> CommitAsync(PreparedWriting writing, HeldNominals held)
    {
        var entry = writing.After(held.At);
        if (!await log.CommitAsync(entry, writing.Parts))
        {
            return null;
        }

        await following.ApplyAsync(entry.IsWhole ? entry : entry with { Changes = [.. writing.Parts.SelectMany(p => p)] }, held);
        return writing.Outcome(entry.Last);
    }

    /// <summary>What was read, at the end of the log as known now; null where a writing since then is of any of it, or may be.</summary>
    private async Task<HeldNominals?> MovedOnAsync(HeldNominals held, IReadOnlySet<string> asked, string? feed, CancellationToken cancellationToken)
    {
        var now = following.Applied;
        foreach (var entry in recent.Between(held.At.N + 1, now.N) ?? [null!])
        {
            if (entry is null || (await log.WholeAsync(entry, cancellationToken)).Touches(asked, feed))
            {
                return null;
            }
        }

        return held with { At = now };
    }
}
