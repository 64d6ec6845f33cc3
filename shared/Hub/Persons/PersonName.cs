using System.Collections.Immutable;

namespace Hub.Persons;

public enum NameKind
{
    Primary,
    Alias,
    Maiden,
    Previous,
}

/// <summary>A name as written by whoever sent it. Either part may be missing, not both.</summary>
public sealed record PersonName
{
    public NameKind Kind { get; init; }

    /// <summary>Family name; empty where not known.</summary>
    public string Surname { get; init; } = "";

    /// <summary>Given names in order; empty where not known.</summary>
    public ImmutableArray<string> Given { get; init; } = [];

    /// <summary>As a person would read it: given names, then the surname.</summary>
    public override string ToString() => string.Join(' ', [.. Given, Surname]).Trim();
}
