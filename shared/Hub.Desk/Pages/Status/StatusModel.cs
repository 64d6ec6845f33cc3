using System.Collections.Immutable;
using Hub.Messaging;

namespace Hub.Desk.Pages.Status;

/// <summary>How the hub is: counts, no persons.</summary>
public sealed record StatusModel
{
    /// <summary>In one sentence.</summary>
    public required string Words { get; init; }

    public required int Nominals { get; init; }

    /// <summary>Null where not known.</summary>
    public required long? Quarantine { get; init; }

    public required int RegisterWaiting { get; init; }

    /// <summary>Empty where the bus does not answer.</summary>
    public required ImmutableArray<SubscriptionDepth> Queues { get; init; }
}
