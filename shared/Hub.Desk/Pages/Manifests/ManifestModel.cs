using System.Collections.Immutable;
using Hub.Border.Manifests;

namespace Hub.Desk.Pages.Manifests;

/// <summary>One manifest, as its reader may see it.</summary>
public sealed record ManifestModel
{
    public required string Address { get; init; }

    /// <summary>Its flights; names nobody.</summary>
    public required string Title { get; init; }

    public required ManifestState State { get; init; }

    public string? FileName { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string By { get; init; }

    /// <summary>How often it was taken in.</summary>
    public required int Round { get; init; }

    public required long Travellers { get; init; }

    public required long Done { get; init; }

    public required long NotMonitored { get; init; }

    /// <summary>Null where it is not for the reader.</summary>
    public long? NotOfInterest { get; init; }

    public required int Hits { get; init; }

    /// <summary>Hits of earlier lists that this one took back.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>Of the hits, those about whom an officer has to decide first.</summary>
    public required int Undecided { get; init; }

    public required ImmutableArray<HitRow> HitRows { get; init; }

    /// <summary>Hits not shown one by one.</summary>
    public int MoreHits { get; init; }

    /// <summary>Nothing more comes of it by itself.</summary>
    public required bool IsSettled { get; init; }

    public required ImmutableArray<FlightRow> Flights { get; init; }

    public int MoreFlights { get; init; }

    /// <summary>Persons who could not be read.</summary>
    public required long SetAside { get; init; }

    public required ImmutableArray<RowAside> Rows { get; init; }

    /// <summary>From 1.</summary>
    public required int RowsPage { get; init; }

    public required int RowsPages { get; init; }

    /// <summary>Null where the file is not kept any more, or never was.</summary>
    public DateTimeOffset? KeptUntil { get; init; }

    /// <summary>The file went as soon as it was screened: it held flights that are not monitored.</summary>
    public bool WentEarly { get; init; }

    /// <summary>Why it was refused or failed.</summary>
    public string? Refusal { get; init; }

    public string? Advice { get; init; }
}

/// <summary>What has become of a hit.</summary>
public enum HitStanding
{
    /// <summary>Who must be told is being worked out.</summary>
    BeingLookedAt,

    /// <summary>The border liaison has a notice.</summary>
    Told,

    /// <summary>Another report told of the traveller first, or nobody needs to be told.</summary>
    ToldBefore,

    /// <summary>May be somebody known; an officer decides.</summary>
    Undecided,

    /// <summary>An officer decided that it is somebody else.</summary>
    SomebodyElse,

    /// <summary>Does not hold any more.</summary>
    TakenBack,
}

/// <summary>A hit, by the protocol.</summary>
public sealed record HitRow
{
    /// <summary>Where in the file.</summary>
    public required string At { get; init; }

    public required HitStanding Standing { get; init; }

    public string? Name { get; init; }

    public string? Born { get; init; }

    public string? Booking { get; init; }

    public string? Flight { get; init; }

    /// <summary>Whom to call.</summary>
    public string? Contact { get; init; }

    /// <summary>The notice; null where the reader has none.</summary>
    public string? Address { get; init; }
}

/// <summary>A flight of the file.</summary>
public sealed record FlightRow
{
    public required string Flight { get; init; }

    public required bool IsCrew { get; init; }

    public required long Travellers { get; init; }

    /// <summary>What is to be known of the list; null where it is the whole list of its flight.</summary>
    public string? Says { get; init; }
}
