using Hub.Border.Flights;
using Hub.Persons;

namespace Hub.Border.Manifests;

/// <summary>Whom a list names.</summary>
public enum ListKind
{
    Passengers,
    Crew,
}

/// <summary>What a list says of earlier lists of the same flight and kind.</summary>
public enum ListFunction
{
    /// <summary>It is everybody: who was on an earlier list and is not on this one does not fly.</summary>
    Whole,

    /// <summary>These persons are added, or their details changed; of others it says nothing.</summary>
    Change,

    /// <summary>These persons do not fly after all; of others it says nothing.</summary>
    Removal,

    /// <summary>The flight does not take place.</summary>
    FlightCancelled,
}

/// <summary>One list of a manifest file: a flight, and whom it names.</summary>
/// <param name="Flight">The flight.</param>
/// <param name="Kind">Passengers or crew.</param>
/// <param name="Function">What it says of earlier lists.</param>
/// <param name="At">Where the list begins.</param>
public sealed record ManifestList(Flight Flight, ListKind Kind, ListFunction Function, ManifestPlace At);

/// <summary>One person on a list. Held only while the list is being screened.</summary>
public sealed record Traveller
{
    public required ManifestList List { get; init; }

    public required PersonDetails Person { get; init; }

    /// <summary>The booking (PNR record locator) they travel under; null where the list gives none.</summary>
    public string? Booking { get; init; }

    /// <summary>IATA code of where this person boards; null where not said: the flight's first airport.</summary>
    public string? Boards { get; init; }

    /// <summary>IATA code of where this person leaves the flight; null where not said: the flight's last airport.</summary>
    public string? Leaves { get; init; }

    /// <summary>When they are to land back, where the list says so.</summary>
    public FlightTime? Returns { get; init; }

    /// <summary>IATA code of the airport they return to, where the list says so.</summary>
    public string? ReturnsTo { get; init; }

    /// <summary>Designator of the flight they return on, where the list says so.</summary>
    public string? ReturnFlight { get; init; }

    public required ManifestPlace At { get; init; }
}

/// <summary>What reading a manifest yields, in the order of the file.</summary>
public abstract record ManifestItem
{
    private ManifestItem()
    {
    }

    /// <summary>A list begins. In a file of lines one that was begun before may go on.</summary>
    public sealed record Begun(ManifestList List) : ManifestItem;

    /// <summary>A person who can be screened.</summary>
    public sealed record Listed(Traveller Traveller) : ManifestItem;

    /// <summary>A person who cannot be screened, and why; the rest goes on. No part repeats what the file says.</summary>
    /// <param name="At">Where.</param>
    /// <param name="Code">Stable and kebab-case, such as <c>name-missing</c>.</param>
    /// <param name="Reason">In words.</param>
    public sealed record SetAside(ManifestPlace At, string Code, string Reason) : ManifestItem;
}
