using Hub.Cases;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Time;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Health;

/// <summary>
/// Gathers the hub's state in counts. Anybody may ask for it, signed in or not, so those who ask at the same time cost
/// the stores one reading.
/// </summary>
/// <param name="keeping">For how long a reading serves those who come later too; null: not at all.</param>
public sealed class HealthReading(
    ICaseStore cases, IMessageBus bus, RegisterIndex index, RegisterFollower follower, RegisterConsequences consequences, TimeProvider time, ILogger<HealthReading> log, HealthKeeping? keeping = null) : IDisposable
{
    /// <summary>How long a store may take to say what waits in it. Who watches the hub must not be kept waiting by what it watches for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // On the system's clock, whatever time the hub believes it is: it spares the stores.
    private readonly KeptReading<HealthReport> kept = new(keeping?.For ?? TimeSpan.Zero, Patience * 5, TimeProvider.System);

    public Task<HealthReport> ReadAsync(CancellationToken cancellationToken) => kept.ReadAsync(GatherAsync, cancellationToken);

    public void Dispose() => kept.Dispose();

    private async Task<HealthReport> GatherAsync(CancellationToken cancellationToken)
    {
        var reading = LookAsync(cases.BacklogAsync, cancellationToken);
        var waits = LookAsync(async token => new RegisterWaits(await consequences.WaitingAsync(time.GetUtcNow(), token)), cancellationToken);
        var depths = await LookAsync(bus.DepthsAsync, cancellationToken);
        var backlog = await reading;
        var now = time.GetUtcNow();
        var waiting = await waits ?? new(consequences.Waiting);
        var oldest = (depths ?? []).Select(d => d.OldestActive).Append(backlog?.OldestUnsent).Min();
        var needsSomebody = backlog?.OpenQuarantine > 0 || depths?.Any(d => d.DeadLetters > 0) == true || waiting.Count > 0;
        IReadOnlyList<string> unseen = [.. backlog is null ? ["cases"] : Array.Empty<string>(), .. depths is null ? ["bus"] : Array.Empty<string>()];
        return new HealthReport
        {
            Status = unseen.Count > 0 ? "unreachable" : !follower.IsReady ? "starting" : needsSomebody ? "needs-attention" : "healthy",
            Live = true,
            Ready = follower.IsReady,
            Time = now,
            Nominals = index.Count,
            RegisterMark = index.Mark,
            RegisterWaiting = waiting.Count,
            Unseen = unseen,
            UnsentEvents = backlog?.UnsentEvents,
            OldestWaiting = oldest,
            OldestWaitingSeconds = oldest is { } since ? Math.Max(0, (now - since).TotalSeconds) : null,
            Quarantine = backlog?.OpenQuarantine,
            Queues = depths ?? [],
        };
    }

    private async Task<T?> LookAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await read(either.Token).WaitAsync(either.Token);
        }
        // Whatever it was, the rest is told; only the caller's own going away is not.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError("Health could not be read from {What}: {Error}", typeof(T).Name, e.GetType().Name);
            return null;
        }
    }

    private sealed record RegisterWaits(int Count);
}

/// <summary>For how long one reading of the hub's state is good enough for all who ask.</summary>
public sealed record HealthKeeping(TimeSpan For);
