using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Border.Manifests;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Persons;

namespace Hub.Border.Hits;

/// <summary>
/// Somebody on a flight who is, or may be, a known person: found by screening a manifest, or by a JBOC officer, who
/// types it (DOMAIN §3 "manifest match").
/// </summary>
public sealed record ManifestMatch
{
    /// <summary>The officer's own reference, or for a hit of screening its flight and nominal.</summary>
    public required string Reference { get; init; }

    /// <summary>The traveller as the list or the officer gives them.</summary>
    public required PersonDetails Traveller { get; init; }

    public required Flight Flight { get; init; }

    /// <summary>IATA code of where they board.</summary>
    public required string Boards { get; init; }

    /// <summary>IATA code of where they leave the flight.</summary>
    public required string Leaves { get; init; }

    /// <summary>Works on the flight.</summary>
    public bool Crew { get; init; }

    /// <summary>The booking they travel under; null where the list gives none.</summary>
    public string? Booking { get; init; }

    /// <summary>How many others travel under the same booking; null where not known.</summary>
    public int? Companions { get; init; }

    /// <summary>Those of them who are under 18, or may be.</summary>
    public ImmutableArray<ChildOnBooking> Children { get; init; } = [];

    /// <summary>The return as the list or the officer gives it.</summary>
    public KnownReturn? Return { get; init; }

    /// <summary>What the officer adds.</summary>
    public string? Remarks { get; init; }

    /// <summary>The nominal that screening found it for; null where an officer typed it.</summary>
    public string? About { get; init; }

    /// <summary>The manifest it was found in; null where an officer typed it.</summary>
    public CaseId? Manifest { get; init; }

    /// <summary>Where in the manifest; null where an officer typed it.</summary>
    public string? At { get; init; }

    /// <summary>The newest list that spoke of it; null where an officer typed it.</summary>
    public ListStamp? Listed { get; init; }
}

/// <summary>A child, or somebody who may be one, on the booking of a hit.</summary>
/// <param name="Name">As listed.</param>
/// <param name="Born">As listed.</param>
/// <param name="Sex">As listed.</param>
public sealed record ChildOnBooking(string Name, BirthDate Born, Sex Sex);
