using System.Collections.Immutable;

namespace Hub.Places;

/// <summary>What a postcode says of where somebody lives.</summary>
public abstract record PostcodePlace
{
    private PostcodePlace()
    {
    }

    /// <summary>The whole district, or sector, lies in one authority.</summary>
    public sealed record Decided(Authority Authority) : PostcodePlace;

    /// <summary>It lies in several, or may: it does not decide.</summary>
    public sealed record Ambiguous(ImmutableArray<Authority> Authorities) : PostcodePlace;

    /// <summary>No part of the postcode area, or of this district of it, is in London.</summary>
    public sealed record OutsideLondon : PostcodePlace;

    /// <summary>A London area, but no district known here: new, not geographic, or not there.</summary>
    public sealed record Unknown : PostcodePlace;
}
