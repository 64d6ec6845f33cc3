using Hub.Border.Flights;
using Hub.Cases;

namespace Hub.Border.Travel;

/// <summary>A known person on a flight: one hit, as the nominal's travel history keeps it.</summary>
public sealed record Sighting
{
    /// <summary>The case of the hit.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The flight's designator, such as <c>BA9</c>.</summary>
    public required string Flight { get; init; }

    /// <summary>IATA code of where the person boards.</summary>
    public required string From { get; init; }

    /// <summary>Its country, ISO 3166-1 alpha-3.</summary>
    public required string FromCountry { get; init; }

    /// <summary>IATA code of where the person leaves the flight.</summary>
    public required string To { get; init; }

    /// <summary>Its country, ISO 3166-1 alpha-3.</summary>
    public required string ToCountry { get; init; }

    /// <summary>When it leaves; where only the landing is known, a time that leaves room for the longest flight.</summary>
    public required FlightTime Departs { get; init; }

    /// <summary>When it lands; null where not known.</summary>
    public FlightTime? Arrives { get; init; }

    /// <summary>Worked on the flight, and did not travel as a passenger.</summary>
    public bool AsCrew { get; init; }

    /// <summary>The return as known from this hit (the list, JBOC, or an officer); null where not known.</summary>
    public KnownReturn? Return { get; init; }
}

/// <summary>Who says when somebody returns.</summary>
public enum ReturnSource
{
    /// <summary>The offender's own notification.</summary>
    Notification,

    /// <summary>The manifest or the JBOC officer who typed the match.</summary>
    Border,

    /// <summary>An officer's later finding.</summary>
    Officer,

    /// <summary>The person is on the list of the flight back.</summary>
    Sighted,
}

/// <summary>When and where somebody lands back in the United Kingdom, as far as known.</summary>
/// <param name="Lands">When.</param>
/// <param name="At">IATA code of the airport; null where not known.</param>
/// <param name="Flight">The flight's designator; null where not known.</param>
/// <param name="Source">Who says so.</param>
public sealed record KnownReturn(FlightTime Lands, string? At, string? Flight, ReturnSource Source)
{
    /// <summary>When an officer said so: of several officers' words the newest counts. UTC; null for other sources.</summary>
    public DateTimeOffset? SaidAt { get; init; }
}
