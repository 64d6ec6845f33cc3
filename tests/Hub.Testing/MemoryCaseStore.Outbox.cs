using Hub.Cases;
using Hub.Messaging;

namespace Hub.Testing;

/// <summary>The events that have not left yet.</summary>
public sealed partial class MemoryCaseStore
{
    private readonly Dictionary<string, DateTimeOffset> committedAt = [];

    /// <summary>Every event committed and not marked sent.</summary>
    public List<OutgoingEvent> Events { get; } = [];

    public Task<IReadOnlyList<OutgoingEvent>> UnsentEventsAsync(DateTimeOffset committedBefore, int max, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult<IReadOnlyList<OutgoingEvent>>([.. Events.Where(e => committedAt[e.Id] <= committedBefore).Take(max)]);
        }
    }

    public Task MarkSentAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            var sent = events.Select(e => e.Id).ToHashSet();
            Events.RemoveAll(e => sent.Contains(e.Id));
            return Task.CompletedTask;
        }
    }

    public Task<StoreBacklog> BacklogAsync(CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult(new StoreBacklog(
                Events.Count,
                Events.Count == 0 ? null : committedAt[Events[0].Id],
                quarantine.Values.Count(i => i.Closure is null)));
        }
    }

    private void Store(IEnumerable<OutgoingEvent> events)
    {
        foreach (var happened in events.Where(e => Events.All(old => old.Id != e.Id)))
        {
            Events.Add(happened);
            committedAt[happened.Id] = time.GetUtcNow();
        }
    }
}
