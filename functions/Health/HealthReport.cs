using Hub.Messaging;

namespace Hub.Functions.Health;

/// <summary>The hub's state in counts.</summary>
public sealed record HealthReport
{
    /// <summary><c>healthy</c>, <c>needs-attention</c> (something in quarantine or dead letters, or what follows from a change of the register cannot be done), <c>starting</c> or <c>unreachable</c> (something in <see cref="Unseen"/>).</summary>
    public required string Status { get; init; }

    /// <summary>It answers.</summary>
    public required bool Live { get; init; }

    /// <summary>The register is in memory, so that matching can be trusted.</summary>
    public required bool Ready { get; init; }

    /// <summary>The hub's clock. UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    public required int Nominals { get; init; }

    public required long RegisterMark { get; init; }

    /// <summary>Changes of the register of which what follows (for journeys, cases) failed and is tried again, or has not been drawn by anybody for ten minutes.</summary>
    public required int RegisterWaiting { get; init; }

    /// <summary>What could not be reached, so that its counts are left out: <c>cases</c>, <c>bus</c>.</summary>
    public required IReadOnlyList<string> Unseen { get; init; }

    public long? UnsentEvents { get; init; }

    /// <summary>When the oldest waiting event or message was put there. UTC.</summary>
    public DateTimeOffset? OldestWaiting { get; init; }

    public double? OldestWaitingSeconds { get; init; }

    /// <summary>Messages that wait for a person.</summary>
    public long? Quarantine { get; init; }

    public required IReadOnlyList<SubscriptionDepth> Queues { get; init; }
}
