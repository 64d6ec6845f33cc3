using System.Collections.Immutable;
using Hub.Desk.Forms;

namespace Hub.Desk.Pages.People;

/// <summary>A search for people, before and after it is made.</summary>
public sealed record PeopleModel
{
    public required FormState Form { get; init; }

    /// <summary>The address was of a search that cannot be shown again: made too long ago, or by somebody else.</summary>
    public bool IsGone { get; init; }

    /// <summary>Null before the search.</summary>
    public FoundPeople? Found { get; init; }
}

/// <summary>Who was found.</summary>
public sealed record FoundPeople
{
    public required ImmutableArray<string> Sure { get; init; }

    public required ImmutableArray<string> Tried { get; init; }

    /// <summary>How many fit of those looked at.</summary>
    public required int Fit { get; init; }

    /// <summary>What to tell where more fit than are shown; null where all are.</summary>
    public string? CutShort { get; init; }

    /// <summary>Best first.</summary>
    public required ImmutableArray<PersonCard> Shown { get; init; }
}

/// <summary>A person found, on one card.</summary>
public sealed record PersonCard
{
    /// <summary>Where the whole record is.</summary>
    public required string Address { get; init; }

    public required string Name { get; init; }

    public required ImmutableArray<string> Aliases { get; init; }

    /// <summary>Null where not known.</summary>
    public string? Born { get; init; }

    public string? Sex { get; init; }

    /// <summary>Where they live now; null where not known.</summary>
    public string? Lives { get; init; }

    public required ImmutableArray<Badge> Badges { get; init; }

    public required ImmutableArray<EvidenceLine> Why { get; init; }
}

/// <summary>A word or two to be seen at once: a register, or a marker.</summary>
/// <param name="Urgent">It asks for something to be done, as that somebody is missing does.</param>
public sealed record Badge(string Text, bool Urgent = false);
