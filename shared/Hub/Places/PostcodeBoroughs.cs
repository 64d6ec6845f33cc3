using System.Collections.Frozen;
using System.Collections.Immutable;
using Hub.Identifiers;

namespace Hub.Places;

/// <summary>
/// Which authorities the postcodes of London and its edge lie in, by district and for some by sector, from
/// <c>postcode-districts.data.json</c>: see this folder's README. Cautious by design: a district that straddles a
/// boundary, or may, does not decide. Immutable, read once.
/// </summary>
public sealed class PostcodeBoroughs
{
    private static readonly Lazy<PostcodeBoroughs> Published =
        new(() => new PostcodeBoroughs(EmbeddedData.Read<Table>("postcode-districts.data.json"), AuthorityDirectory.Default));

    private readonly FrozenSet<string> _londonAreas;
    private readonly FrozenDictionary<string, PostcodePlace> _places;

    private PostcodeBoroughs(Table table, AuthorityDirectory directory)
    {
        _londonAreas = table.LondonAreas.ToFrozenSet();
        _places = table.Districts.Concat(table.Sectors)
            .ToFrozenDictionary(entry => entry.Key, entry => Place([.. entry.Value.Select(directory.Get)]));
    }

    /// <summary>The table as published with the hub.</summary>
    public static PostcodeBoroughs Default => Published.Value;

    /// <summary>Where a postcode lies.</summary>
    public PostcodePlace Find(Postcode postcode) =>
        _places.GetValueOrDefault(postcode.Sector)
        ?? _places.GetValueOrDefault(postcode.Outward)
        ?? (_londonAreas.Contains(postcode.Area) ? new PostcodePlace.Unknown() : new PostcodePlace.OutsideLondon());

    private static PostcodePlace Place(ImmutableArray<Authority> authorities) =>
        authorities is [var only] ? new PostcodePlace.Decided(only) : new PostcodePlace.Ambiguous(authorities);

    private sealed record Table
    {
        /// <summary>Areas that London has districts of; one not listed below is unknown, not outside.</summary>
        public required ImmutableArray<string> LondonAreas { get; init; }

        public required ImmutableSortedDictionary<string, ImmutableArray<string>> Districts { get; init; }

        /// <summary>Sectors that lie in one authority though their district does not.</summary>
        public required ImmutableSortedDictionary<string, ImmutableArray<string>> Sectors { get; init; }
    }
}
