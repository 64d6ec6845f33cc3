using Hub.Cases;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;

namespace Hub.Functions.Health;

/// <summary>Gathers the hub's state in counts.</summary>
public sealed class HealthReading(ICaseStore cases, IMessageBus bus, RegisterIndex index, RegisterFollower follower, RegisterConsequences consequences, TimeProvider time)
{
    public async Task<HealthReport> ReadAsync(CancellationToken cancellationToken)
    {
        var backlog = await cases.BacklogAsync(cancellationToken);
        var depths = await bus.DepthsAsync(cancellationToken);
        var now = time.GetUtcNow();
        var oldest = depths.Select(d => d.OldestActive).Append(backlog.OldestUnsent).Min();
        var needsSomebody = backlog.OpenQuarantine > 0 || depths.Any(d => d.DeadLetters > 0) || consequences.Waiting > 0;
        return new HealthReport
        {
            Status = !follower.IsReady ? "starting" : needsSomebody ? "needs-attention" : "healthy",
            Live = true,
            Ready = follower.IsReady,
            Time = now,
            Nominals = index.Count,
            RegisterMark = index.Mark,
            RegisterWaiting = consequences.Waiting,
            UnsentEvents = backlog.UnsentEvents,
            OldestWaiting = oldest,
            OldestWaitingSeconds = oldest is { } since ? Math.Max(0, (now - since).TotalSeconds) : null,
            Quarantine = backlog.OpenQuarantine,
            Queues = depths,
        };
    }
}
