using System.Collections.Immutable;
using Hub.Border.Travel;
using Hub.Persons;

namespace Hub.Nominals;

/// <summary>A person known to public protection, as the register holds them.</summary>
public sealed record Nominal
{
    /// <summary>The register's own id, 1 to 64 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Primary name first, then aliases; empty where no name is known.</summary>
    public required ImmutableArray<PersonName> Names { get; init; }

    public BirthDate? Born { get; init; }

    public Sex Sex { get; init; }

    public string? Nationality { get; init; }

    /// <summary>Canonical PNC ID.</summary>
    public string? PncId { get; init; }

    /// <summary>Canonical CRO number.</summary>
    public string? CroNumber { get; init; }

    public string? VisorReference { get; init; }

    /// <summary>Town or country of birth, as written.</summary>
    public string? PlaceOfBirth { get; init; }

    public string? Occupation { get; init; }

    /// <summary>Telephone numbers as written.</summary>
    public ImmutableArray<string> Phones { get; init; } = [];

    /// <summary>E-mail addresses as written.</summary>
    public ImmutableArray<string> Emails { get; init; } = [];

    public ImmutableArray<TravelDocument> Documents { get; init; } = [];

    public ImmutableArray<Address> Addresses { get; init; } = [];

    /// <summary>Why this person is known: <c>yot</c>, <c>visor</c>, <c>mappa</c> and such.</summary>
    public ImmutableArray<string> Registers { get; init; } = [];

    /// <summary>What holds now: see <see cref="Marker"/>.</summary>
    public ImmutableArray<string> Markers { get; init; } = [];

    /// <summary>When this person is subject to the notification requirements of sex offenders; empty where the register gives no period.</summary>
    public ImmutableArray<NotificationPeriod> NotificationPeriods { get; init; } = [];

    /// <summary>Travel this person notified to the police, those withdrawn included.</summary>
    public ImmutableArray<TravelNotification> TravelNotified { get; init; } = [];

    /// <summary>Null where not managed so, or not known.</summary>
    public Mappa? Mappa { get; init; }

    /// <summary>Null where not assessed.</summary>
    public Rm2000? Rm2000 { get; init; }

    /// <summary>Orders a court made, those that have ended included.</summary>
    public ImmutableArray<CourtOrder> Orders { get; init; } = [];

    /// <summary>Who manages this person; null where the register does not say.</summary>
    public Responsible? Responsible { get; init; }

    /// <summary>True for a record the hub made itself from an alert, of somebody the register does not hold (yet).</summary>
    public bool Provisional { get; init; }

    /// <summary>The nominal this record was merged into, because both are one person: it stands for this one from then on. Null for a record of its own.</summary>
    public string? MergedInto { get; init; }

    /// <summary>When the source last changed it. UTC.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>When their time on the register ended; null while it runs. An ended nominal matches nobody.</summary>
    public DateTimeOffset? Ended { get; init; }

    public bool Has(string marker) => Markers.Contains(marker);
}

/// <summary>The markers that rules read.</summary>
public static class Marker
{
    /// <summary>Reported missing and not yet found.</summary>
    public const string Missing = "missing";

    /// <summary>Subject of a care or child protection plan.</summary>
    public const string CarePlan = "carePlan";
}
