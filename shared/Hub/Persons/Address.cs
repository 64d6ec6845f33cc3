using System.Collections.Immutable;

namespace Hub.Persons;

/// <summary>Where somebody lives or lived.</summary>
public sealed record Address
{
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>As written by the sender.</summary>
    public string? Postcode { get; init; }

    /// <summary>The local authority as written by the sender.</summary>
    public string? Borough { get; init; }

    /// <summary>First day there, where known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day there; null while current.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The address lived at on a day: the first that had begun and not ended by then, as far as its dates are known.</summary>
    public static Address? On(ImmutableArray<Address> addresses, DateOnly day) =>
        addresses.FirstOrDefault(a => (a.From is null || a.From <= day) && (a.To is null || a.To >= day));
}
