using Hub.Azure.Cosmos;
using Hub.Messaging;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cases.Sweeping;

/// <summary>
/// Which events have left. A commit is never written again to say so: the ids of what was sent are written down, a
/// batch an item, and what the commits hold beside them is unsent.
/// </summary>
internal sealed class Outbox(HubDatabase database, TimeProvider time)
{
    /// <summary>How long it is remembered that an event was sent. Where one stays unsent for longer, those after it leave again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    /// <summary>Ids in one item: some 100 KB.</summary>
    private const int MaxIds = 1000;

    private readonly SweepMark mark = new(database, "events");

    public async Task MarkAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        var sent = await database.ContainerAsync(SweepMark.Container);
        foreach (var ids in events.Select(e => e.Id).Distinct().Chunk(MaxIds))
        {
            var item = new SentEvents(Guid.NewGuid().ToString("N"), Moments.Text(time.GetUtcNow())[..10], ids, (int)Remembered.TotalSeconds);
            await sent.CreateAsync(item, item.Day, cancellationToken);
        }
    }

    /// <summary>What is unsent of the commits up to a moment, oldest first, at most <paramref name="max"/>.</summary>
    /// <param name="moves">Moves the mark to where all is sent; not for a look.</param>
    public async Task<IReadOnlyList<Unsent>> UnsentAsync(DateTimeOffset until, int max, bool moves, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var after = await mark.StartAsync(cancellationToken);
        var sent = await SentAsync(after, cancellationToken);
        var unsent = new List<Unsent>();
        var seen = new HashSet<string>();
        await foreach (var stored in (await database.ContainerAsync(CommitDocument.Container)).CommitsAsync(after, Moments.Text(until), cancellationToken))
        {
            // One that cannot be read is set aside by the lists' sweep, and must not keep those after it.
            if (stored.Commit is not { } commit)
            {
                continue;
            }

            // The same happening told twice while it waits leaves once.
            unsent.AddRange(commit.Body.AllEvents.Where(e => !sent.Contains(e.Id) && seen.Add(e.Id)).Select(e => new Unsent(e, Moments.Parse(commit.OutAt!))));
            if (unsent.Count >= max)
            {
                break;
            }
        }

        if (moves)
        {
            await mark.MoveAsync(unsent is [var oldest, ..] ? oldest.CommittedAt.AddTicks(-1) : until < now ? until : now, cancellationToken);
        }

        return unsent.Count > max ? unsent[..max] : unsent;
    }

    private async Task<HashSet<string>> SentAsync(string after, CancellationToken cancellationToken)
    {
        // Marks are younger than their commits, but for the clocks. By _ts, which Cosmos DB indexes anyway.
        var from = after.Length == 0 ? 0 : (Moments.Parse(after) - SweepMark.Slack).ToUnixTimeSeconds();
        var sent = new HashSet<string>();
        var query = new QueryDefinition("SELECT c.ids FROM c WHERE c._ts >= @from AND IS_DEFINED(c.ids)").WithParameter("@from", from);
        await foreach (var batch in (await database.ContainerAsync(SweepMark.Container)).QueryAsync<SentIds>(query, partition: null, relaxed: true, cancellationToken))
        {
            sent.UnionWith(batch.Ids);
        }

        return sent;
    }

    private sealed record SentEvents(string Id, string Day, string[] Ids, int Ttl);

    private sealed record SentIds(string[] Ids);
}

/// <summary>An event that has not left.</summary>
/// <param name="CommittedAt">By the clock of the instance that committed it. UTC.</param>
internal sealed record Unsent(OutgoingEvent Event, DateTimeOffset CommittedAt);
