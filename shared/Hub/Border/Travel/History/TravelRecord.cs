using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Cases;
using Hub.Feeds;

namespace Hub.Border.Travel;

/// <summary>One nominal's travel: flights they were seen on, what they notified, and the journeys these make.</summary>
public sealed record TravelRecord
{
    public const string Sort = "travel";

    /// <summary>Flights kept; of more, the oldest go from the history (their cases stay).</summary>
    public const int MaxSeen = 500;

    /// <summary>Notifications taken in through the hub for one nominal.</summary>
    public const int MaxNotifications = 500;

    /// <summary>Records merged into one whose notifications count for it.</summary>
    public const int MaxAdoptedFrom = 20;

    /// <summary>Notifications of each; of more, the oldest do not count.</summary>
    public const int MaxAdopted = 100;

    public required string Nominal { get; init; }

    /// <summary>In the order they became known.</summary>
    public ImmutableArray<SeenTraveller> Seen { get; init; } = [];

    /// <summary>Notifications taken in through the hub; those of the register stand with the nominal.</summary>
    public ImmutableArray<TravelNotification> Notifications { get; init; } = [];

    /// <summary>All that counts as notified by this person, beside what the register says with the nominal itself.</summary>
    public IEnumerable<TravelNotification> Notified() => Notifications.Concat(Adopted.SelectMany(a => a.Notifications));

    /// <summary>What was notified under records that were merged into this one; it counts as this person's for as long as they are.</summary>
    public ImmutableArray<AdoptedNotifications> Adopted { get; init; } = [];

    /// <summary>In the order they began.</summary>
    public ImmutableArray<JudgedJourney> Journeys { get; init; } = [];
}

/// <summary>What was notified under a record that was merged away.</summary>
/// <param name="From">That nominal.</param>
/// <param name="Notifications">Each with an id that begins with that nominal's, so that two persons' numbers do not clash.</param>
public sealed record AdoptedNotifications(string From, ImmutableArray<TravelNotification> Notifications);

/// <summary>A journey and what was made of it.</summary>
public sealed record JudgedJourney
{
    /// <summary>The cases of its flights, in the order flown.</summary>
    public required ImmutableArray<CaseId> Reports { get; init; }

    /// <summary>Each flight in words, in the order flown.</summary>
    public required ImmutableArray<string> Flights { get; init; }

    /// <summary>When they left the United Kingdom; null where that was not seen.</summary>
    public FlightTime? Left { get; init; }

    /// <summary>The country of the last place reached abroad, ISO 3166-1 alpha-3; null where none is known.</summary>
    public string? Country { get; init; }

    /// <summary>When they come back, or came; null where not known.</summary>
    public KnownReturn? Return { get; init; }

    public required TravelJudgement Judgement { get; init; }

    /// <summary>The newest decision of an officer; null while none was made.</summary>
    public BreachDecision? Breach { get; init; }
}

/// <summary>What the rules are told of the journey a report belongs to.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="ToldBy">Another report of the same flight that told of it first; null where this one does.</param>
public sealed record TravelView(JudgedJourney Journey, CaseId? ToldBy) : Joined;
