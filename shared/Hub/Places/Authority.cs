using System.Collections.Immutable;

namespace Hub.Places;

/// <summary>
/// A local authority of England or Wales that must have a youth offending team (Crime and Disorder Act 1998 s.39):
/// a London borough or the City, a unitary authority, a metropolitan district or a county.
/// </summary>
public sealed record Authority
{
    /// <summary>The hub's id, as recipients are named by: <c>camden</c>, <c>city-of-london</c>.</summary>
    public required string Id { get; init; }

    /// <summary>As people write it, without the style: <c>Camden</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The Office for National Statistics' code, April 2023.</summary>
    public required string OnsCode { get; init; }

    public required AuthorityRegion Region { get; init; }

    /// <summary>Other names it goes by.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Districts within it, whose people it serves; those abolished in 2019 to 2023 too, as addresses still name them.</summary>
    public ImmutableArray<string> Districts { get; init; } = [];

    /// <summary>How each of its teams is reached, by the team's name as recipients have it: <c>yot</c>, <c>ppd</c>, <c>childrens-services</c>.</summary>
    public required ImmutableSortedDictionary<string, TeamSettings> Teams { get; init; }

    public bool IsLondon => Region == AuthorityRegion.London;
}

public enum AuthorityRegion
{
    London,

    /// <summary>England outside London.</summary>
    England,

    Wales,
}

/// <summary>How a team is told of a notice.</summary>
public sealed record TeamSettings
{
    /// <summary>Names of channels, all of which are used: <c>inbox</c> is the hub's own.</summary>
    public required ImmutableArray<string> Channels { get; init; }
}
