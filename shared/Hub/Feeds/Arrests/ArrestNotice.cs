using System.Collections.Immutable;
using Hub.Persons;

namespace Hub.Feeds.Arrests;

/// <summary>
/// A child's arrest as custody reports it: the Met's PENY notice (seed 001 §10; Crime and Disorder Act 1998 s.39(5)
/// and the Youth Justice Board's 24 hours).
/// </summary>
public sealed record ArrestNotice
{
    /// <summary>Custody's own reference for this notice.</summary>
    public required string Reference { get; init; }

    public required string CustodyRecord { get; init; }

    public required string Station { get; init; }

    /// <summary>The authority the arrest was made in, by its id in the directory.</summary>
    public required string ArrestAuthority { get; init; }

    /// <summary>When the child was arrested, which starts the 24 hours. UTC.</summary>
    public required DateTimeOffset ArrestedAt { get; init; }

    public required PersonDetails Subject { get; init; }

    public ImmutableArray<Offence> Offences { get; init; } = [];

    /// <summary>What custody decided, where known.</summary>
    public string? Disposal { get; init; }

    public ImmutableArray<string> RiskFlags { get; init; } = [];

    /// <summary>Who acted as appropriate adult, where known (PACE Code C 1.7).</summary>
    public string? AppropriateAdult { get; init; }

    /// <summary>The authority responsible for a looked-after child, by its id in the directory, where custody says so.</summary>
    public string? ResponsibleAuthority { get; init; }
}

/// <summary>An alleged offence.</summary>
/// <param name="Code">CJS offence code, such as <c>TH68010</c>.</param>
/// <param name="Description">In words.</param>
public sealed record Offence(string? Code, string Description);
