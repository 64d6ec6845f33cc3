using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Hub.Accuracy.Maps;

/// <summary>Where one value of a field comes from.</summary>
internal sealed record FieldSource
{
    /// <summary>Columns joined with a space; usually one.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>The value is this expression's first group (the whole match where it has no group); no match, no value.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>What values stand for; others are taken as they are. Compared without regard to case.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = [];

    /// <summary>Values that count as missing here, besides the map's.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>How dates are written; tried in order.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    /// <summary>True where <see cref="Columns"/> are year, month and day, in this order; the last may be left out.</summary>
    public bool IsParts { get; init; }

    /// <summary>Of a travel document: its ICAO 9303 code.</summary>
    public string? Type { get; init; }

    /// <summary>Of a travel document: the issuing state, ICAO 9303.</summary>
    public string? State { get; init; }

    /// <summary>Of a travel document: the column of the issuing state.</summary>
    public string? StateColumn { get; init; }
}
