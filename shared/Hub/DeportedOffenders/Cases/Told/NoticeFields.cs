using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Cases;
using Hub.DeportedOffenders.Alerts;
using Hub.Persons;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What police teams see: everything the case knows of the person and the journey.</summary>
internal sealed record PoliceFields(
    PersonDetails Person,
    ImmutableArray<ForeignConviction> Convictions,
    int? ConvictionsLeftOff,
    string? DeportingState,
    string? Flight,
    string? Port,
    FlightTime? Lands,
    Address? IntendedAddress,
    bool NoFixedAbode,
    RiskLevel? RiskLevel,
    ImmutableArray<string> RiskInformation,
    CaseId? Before,
    ImmutableArray<string>? Officers = null,
    string? Meeting = null);

/// <summary>What the border liaison sees: whom to look for, on what flight, and who meets them. Not why.</summary>
internal sealed record BorderFields(
    KnownPerson Person, ImmutableArray<TravelDocument> Documents, string? Flight, string? Port, FlightTime? Lands, ImmutableArray<string>? Officers, string? Meeting);

/// <summary>Who somebody is, for those who need no more.</summary>
internal sealed record KnownPerson(ImmutableArray<PersonName> Names, BirthDate? Born, Sex Sex, string? Nationality);

/// <summary>What probation sees: no foreign intelligence.</summary>
internal sealed record ProbationFields(
    KnownPerson Person, Address? IntendedAddress, bool NoFixedAbode, FlightTime? Lands, RiskLevel? RiskLevel, ImmutableArray<string> Convictions, int? ConvictionsLeftOff);

/// <summary>What housing sees: no convictions.</summary>
internal sealed record HousingFields(KnownPerson Person, DateOnly? From, RiskLevel? RiskLevel, string Needs);

/// <summary>What the MAPPA co-ordinator sees.</summary>
internal sealed record MappaFields(
    int Category,
    int Level,
    KnownPerson Person,
    ImmutableArray<ForeignConviction> Convictions,
    int? ConvictionsLeftOff,
    RiskLevel? RiskLevel,
    ImmutableArray<string> RiskInformation,
    string? VisorReference);

/// <summary>What is said with a warning.</summary>
internal sealed record WarningFields(string State, FlightTime? Lands, ImmutableArray<string> Missing);

/// <summary>What is said where nothing stands behind a case any more.</summary>
internal sealed record UnfoundedFields(string State, ImmutableArray<CaseId> Alerts);

/// <summary>In what alerts contradict each other.</summary>
internal sealed record DisputeFields(ImmutableArray<string> Differences);
