using System.Collections.Immutable;
using Hub.DeportedOffenders.Alerts;
using Hub.Persons;
using Hub.Places;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What the alerts that count, and the officers' plan, say together. The same case gives the same.</summary>
public sealed record CaseFacts
{
    /// <summary>Who it is, by the newest alert that counts, with the names and documents of all; null where no alert counts any more.</summary>
    public required PersonDetails? Subject { get; init; }

    /// <summary>The arrival the clocks run to; null where nothing is known of any.</summary>
    public required Arrival? Arrival { get; init; }

    /// <summary>The port of <see cref="Arrival"/>; null where not known.</summary>
    public required PortOfEntry? Port { get; init; }

    /// <summary>Other arrivals that senders still say, in contradiction to <see cref="Arrival"/>, soonest first; empty once officers have planned.</summary>
    public ImmutableArray<OtherArrival> OtherArrivals { get; init; } = [];

    /// <summary>The country that deports, ISO 3166-1 alpha-3; null where no alert that counts says it.</summary>
    public string? DeportingState { get; init; }

    public required Address? IntendedAddress { get; init; }

    /// <summary>The authority the intended address lies in; null where not known, or no fixed abode.</summary>
    public required Authority? Home { get; init; }

    public required bool NoFixedAbode { get; init; }

    /// <summary>The highest that any alert which counts says; null where none says.</summary>
    public required RiskLevel? Risk { get; init; }

    public ImmutableArray<string> RiskInformation { get; init; } = [];

    public ImmutableArray<ForeignConviction> Convictions { get; init; } = [];

    /// <summary>In what the alerts that count contradict each other, each in words; empty where they agree.</summary>
    public ImmutableArray<string> Differences { get; init; } = [];

    /// <summary>The earliest moment of the landing; null where no day is known. UTC.</summary>
    public DateTimeOffset? Lands => Arrival?.Lands?.Earliest.ToUniversalTime();
}

/// <summary>An arrival that contradicts the one the clocks run to.</summary>
/// <param name="Arrival">As a sender says it.</param>
/// <param name="Port">Its port; null where not known.</param>
public sealed record OtherArrival(Arrival Arrival, PortOfEntry? Port);

/// <summary>A moment at which the clock of a case strikes.</summary>
/// <param name="At">UTC.</param>
/// <param name="Words">What must be there by then.</param>
/// <param name="Told">The recipients told where it is not.</param>
public sealed record ClockMoment(DateTimeOffset At, string Words, ImmutableArray<string> Told);
