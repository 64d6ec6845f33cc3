using System.Collections.Immutable;
using Hub.Persons;

namespace Hub.Matching.Searching;

/// <summary>A search as it was read: every way in which its words can be taken.</summary>
public sealed record SearchQuestion
{
    /// <summary>What to look for; several where words may be two things. One or more.</summary>
    public required ImmutableArray<SearchFor> Readings { get; init; }

    /// <summary>How each word was read, for whoever typed it.</summary>
    public ImmutableArray<Understood> Understood { get; init; } = [];

    /// <summary>Words that may be the id of a nominal, besides whatever else they are.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    public static SearchQuestion Of(PersonDetails wanted) => new() { Readings = [new SearchFor(wanted)] };
}

/// <summary>One way to take the words of a search.</summary>
/// <param name="Person">What is known of the person.</param>
/// <param name="Outward">The outward part of a postcode the person has lived at, such as <c>SW1A</c>.</param>
/// <param name="IsIdAlone">True where a word is taken for an id and nothing else is asked.</param>
public sealed record SearchFor(PersonDetails Person, string? Outward = null, bool IsIdAlone = false);

/// <summary>How a word of a search was read.</summary>
/// <param name="Value">In the form it is looked for.</param>
/// <param name="Maybe">True where it may be something else too, and was tried as each.</param>
public sealed record Understood(SearchField Field, string Value, bool Maybe);
