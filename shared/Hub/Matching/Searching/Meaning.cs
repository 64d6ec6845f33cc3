using System.Collections.Immutable;
using Hub.Persons;

namespace Hub.Matching.Searching;

/// <summary>What a word says, taken in one way.</summary>
/// <param name="Value">In the form it is looked for, and shown.</param>
/// <param name="State">The issuing state of a document, where it was written.</param>
internal sealed record Meaning(SearchField Field, string Value, BirthDate? Born = null, string? State = null)
{
    /// <summary>Whether the name stands after <c>aka</c>: it is another name of the same person.</summary>
    public bool IsOtherName { get; init; }

    public static Meaning Of(BirthDate born) => new(SearchField.Born, born.ToString(), born);
}

/// <summary>Words that belong together, with every way to take them.</summary>
internal sealed record Term(ImmutableArray<ImmutableArray<Meaning>> Ways)
{
    /// <summary>After a name: whether a comma follows, as after the surname in <c>SMITH, John</c>.</summary>
    public bool EndsPart { get; init; }

    public static Term Sure(Meaning meaning) => new([[meaning]]);
}
