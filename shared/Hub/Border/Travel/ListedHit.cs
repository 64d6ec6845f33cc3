using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Persons;

namespace Hub.Border.Travel;

/// <summary>A person on a flight as the list, or who reports them, has it: what an officer needs to know them and who is with them.</summary>
public sealed record ListedHit
{
    public required ListedTraveller Traveller { get; init; }

    /// <summary>The flight's designator.</summary>
    public required string Flight { get; init; }

    /// <summary>IATA code of where they board.</summary>
    public required string From { get; init; }

    /// <summary>IATA code of where they leave the flight.</summary>
    public required string To { get; init; }

    public FlightTime? Departs { get; init; }

    public FlightTime? Arrives { get; init; }

    /// <summary>Works on the flight.</summary>
    public bool AsCrew { get; init; }

    /// <summary>How many others travel under the same booking; null where not known.</summary>
    public int? Companions { get; init; }

    /// <summary>Those of them who are children, or may be.</summary>
    public ImmutableArray<ListedChild> Children { get; init; } = [];

    /// <summary>The return as the list gives it.</summary>
    public KnownReturn? Return { get; init; }

    /// <summary>What who reports it adds.</summary>
    public string? Remarks { get; init; }
}

/// <summary>Somebody on the booking who is a child, or may be, as listed.</summary>
public sealed record ListedChild(string Name, BirthDate Born);
