using Hub.Azure.Cases.Sweeping;
using Hub.Cases;
using Hub.Messaging;

namespace Hub.Azure.Cases;

/// <summary>The events that have not left yet.</summary>
public sealed partial class CosmosCaseStore
{
    /// <summary>Unsent events are counted so far and no further.</summary>
    private const int MaxCounted = 1000;

    private readonly Outbox outbox = new(database, time);

    public async Task<IReadOnlyList<OutgoingEvent>> UnsentEventsAsync(DateTimeOffset committedBefore, int max, CancellationToken cancellationToken) =>
        [.. (await outbox.UnsentAsync(committedBefore, max, moves: true, cancellationToken)).Select(u => u.Event)];

    public Task MarkSentAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken) => outbox.MarkAsync(events, cancellationToken);

    /// <summary>
    /// What the sweeps would find, those just committed and on their way included; at most a thousand events and a
    /// thousand open items are counted.
    /// </summary>
    public async Task<StoreBacklog> BacklogAsync(CancellationToken cancellationToken)
    {
        var unsent = await outbox.UnsentAsync(DateTimeOffset.MaxValue, MaxCounted, moves: false, cancellationToken);
        return new(unsent.Count, unsent is [var oldest, ..] ? oldest.CommittedAt : null, await quarantine.CountOpenAsync(cancellationToken));
    }
}
