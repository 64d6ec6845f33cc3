using System.Collections.Immutable;

namespace Hub.Places;

/// <summary>A country or territory of ISO 3166-1, or Kosovo under the code its users agreed on.</summary>
/// <param name="Code">Alpha-3, such as <c>THA</c>.</param>
/// <param name="Alpha2">Such as <c>TH</c>.</param>
/// <param name="Name">In English.</param>
public sealed record Country(string Code, string Alpha2, string Name)
{
    /// <summary>Other names and codes it goes by, those of ICAO 9303 part 3 among them (<c>D</c>, <c>GBD</c>).</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];
}
