using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Persons;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>
/// Word that an offender is being deported to the United Kingdom (seed 003 "Management of deported offenders"; DOMAIN §3).
/// </summary>
public sealed record DeportedOffenderAlert
{
    /// <summary>The sender's own reference.</summary>
    public required string Reference { get; init; }

    public required AlertSource Source { get; init; }

    /// <summary>Which foreign authority, or which office of Interpol, as the sender writes it; null where not said.</summary>
    public string? Authority { get; init; }

    /// <summary>When the sender raised it. UTC.</summary>
    public required DateTimeOffset AlertedAt { get; init; }

    /// <summary>Who it is; without any name only where the alert does no more than withdraw another.</summary>
    public required PersonDetails Subject { get; init; }

    public ImmutableArray<ForeignConviction> Convictions { get; init; } = [];

    /// <summary>The country that deports, ISO 3166-1 alpha-3; null where not said.</summary>
    public string? DeportingState { get; init; }

    /// <summary>Null where nothing is known of the journey yet.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>Where the person means to live; null where not said.</summary>
    public Address? IntendedAddress { get; init; }

    /// <summary>The person will have nowhere to live.</summary>
    public bool NoFixedAbode { get; init; }

    public RiskLevel? RiskLevel { get; init; }

    /// <summary>What the sender knows of the risk, in words.</summary>
    public string? RiskInformation { get; init; }

    /// <summary>Reference of an earlier alert of the same sender that this one takes the place of.</summary>
    public string? Corrects { get; init; }

    /// <summary>Reference of an earlier alert of the same sender that does not hold any more; then nothing else of this one counts.</summary>
    public string? Withdraws { get; init; }

    /// <summary>Why it corrects or withdraws another.</summary>
    public string? Reason { get; init; }
}

/// <summary>Who sends alerts.</summary>
public enum AlertSource
{
    Interpol,

    /// <summary>The charity for Britons in prison abroad.</summary>
    PrisonersAbroad,

    ForeignAuthority,
}

/// <summary>How dangerous the sender takes the person to be.</summary>
public enum RiskLevel
{
    Low,
    Medium,
    High,
    VeryHigh,
}

/// <summary>A conviction abroad.</summary>
/// <param name="Offence">In words.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Date">When convicted, as far as known.</param>
/// <param name="Sentence">In words; null where not known.</param>
/// <param name="Sexual">For a sexual offence: a notification order may be applied for (Sexual Offences Act 2003 s.97).</param>
/// <param name="Violent">For a violent offence.</param>
public sealed record ForeignConviction(string Offence, string Country, BirthDate? Date, string? Sentence, bool Sexual, bool Violent);

/// <summary>How and when somebody lands, as far as it is known; at least one of its parts is.</summary>
/// <param name="Flight">Designator such as <c>BA9</c>; a train's or ship's as written; null where not known.</param>
/// <param name="Port">Code of the port: see <see cref="Places.PortOfEntry"/>; null where not known.</param>
/// <param name="Lands">Null where not even the day is known.</param>
public sealed record Arrival(string? Flight, string? Port, FlightTime? Lands);
