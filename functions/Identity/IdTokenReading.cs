using System.Collections.Immutable;
using Hub.Identity;

namespace Hub.Functions.Identity;

/// <summary>What became of an answer of the issuer's page.</summary>
public sealed record IdTokenReading
{
    /// <summary>Who signed in; null where it is not taken.</summary>
    public Caller? Caller { get; init; }

    /// <summary>As the issuer calls them; null where it does not say.</summary>
    public string? Name { get; init; }

    /// <summary>The roles it names; null where it is no answer of the issuer's to the question that was asked, so that nothing it says counts.</summary>
    public ImmutableArray<string>? Roles { get; init; }

    /// <summary>Why it is not taken; null where it is.</summary>
    public string? Refusal { get; init; }
}
