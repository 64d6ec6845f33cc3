using Hub.Border.Edifact;
using Hub.Border.Flights;
using Hub.Border.Manifests;
using Hub.Persons;

namespace Hub.Testing.Manifests;

/// <summary>A message to be written: a flight and who is on it.</summary>
public sealed record PaxlstManifest(Flight Flight, IReadOnlyList<PaxlstPerson> People)
{
    public ListKind Kind { get; init; }

    /// <summary>The second element of the BGM, such as <c>CP</c>; empty for a whole list.</summary>
    public string Function { get; init; } = "";
}

/// <summary>A person to be written.</summary>
public sealed record PaxlstPerson(PersonDetails Person)
{
    public string? Booking { get; init; }

    public string? Boards { get; init; }

    public string? Leaves { get; init; }
}

/// <summary>How a message is written.</summary>
public sealed record PaxlstStyle
{
    public Separators Separators { get; init; } = Separators.Standard;

    /// <summary>Whether a UNA says the separators; the standard ones need none.</summary>
    public bool Advice { get; init; } = true;

    /// <summary>Whether messages stand in a UNG.</summary>
    public bool Grouped { get; init; } = true;

    /// <summary>What follows each segment, such as a line break.</summary>
    public string Between { get; init; } = "";
}
