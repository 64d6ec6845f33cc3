using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hub.Persons;

/// <summary>A person as a report describes them. Nothing here is known to be true: matching weighs it.</summary>
public sealed record PersonDetails
{
    /// <summary>The name the report gives first, then any aliases.</summary>
    public required ImmutableArray<PersonName> Names { get; init; }

    public BirthDate? Born { get; init; }

    /// <summary>Age in whole years as the sender states it, where no date of birth is known.</summary>
    public int? StatedAge { get; init; }

    public Sex Sex { get; init; }

    /// <summary>As the sender writes it.</summary>
    public string? Ethnicity { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Nationality { get; init; }

    public string? PncId { get; init; }

    public string? CroNumber { get; init; }

    public string? VisorReference { get; init; }

    /// <summary>Town or country of birth, as written.</summary>
    public string? PlaceOfBirth { get; init; }

    public string? Occupation { get; init; }

    /// <summary>Telephone numbers as written.</summary>
    public ImmutableArray<string> Phones { get; init; } = [];

    /// <summary>E-mail addresses as written.</summary>
    public ImmutableArray<string> Emails { get; init; } = [];

    public ImmutableArray<TravelDocument> Documents { get; init; } = [];

    /// <summary>Current first.</summary>
    public ImmutableArray<Address> Addresses { get; init; } = [];

    public bool NoFixedAbode { get; init; }

    [JsonIgnore]
    public PersonName Name => Names[0];

    /// <summary>The address lived at on a day: the first that had begun and not ended by then, as far as its dates are known.</summary>
    public Address? AddressOn(DateOnly day) => Address.On(Addresses, day);
}
