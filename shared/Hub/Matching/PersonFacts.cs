using System.Collections.Immutable;
using Hub.Nominals;
using Hub.Persons;
using Hub.Time;

namespace Hub.Matching;

/// <summary>What matching reads of a person, whether a report describes them or the register holds them.</summary>
public sealed record PersonFacts
{
    public required ImmutableArray<PersonName> Names { get; init; }

    public BirthDate? Born { get; init; }

    /// <summary>The years of birth a stated age allows, where no date of birth is known.</summary>
    public (int First, int Last)? BornBetween { get; init; }

    public Sex Sex { get; init; }

    public string? Nationality { get; init; }

    public string? PncId { get; init; }

    public string? CroNumber { get; init; }

    public string? VisorReference { get; init; }

    public string? PlaceOfBirth { get; init; }

    public string? Occupation { get; init; }

    public ImmutableArray<TravelDocument> Documents { get; init; } = [];

    public ImmutableArray<Address> Addresses { get; init; } = [];

    public ImmutableArray<string> Phones { get; init; } = [];

    public ImmutableArray<string> Emails { get; init; } = [];

    /// <param name="now">When a stated age is taken to be true.</param>
    public static PersonFacts Of(PersonDetails person, DateTimeOffset now) => new()
    {
        Names = person.Names,
        Born = person.Born,
        BornBetween = person.Born is null && person.StatedAge is { } age ? YearsOf(age, LondonTime.DateOf(now)) : null,
        Sex = person.Sex,
        Nationality = person.Nationality,
        PncId = person.PncId,
        CroNumber = person.CroNumber,
        VisorReference = person.VisorReference,
        PlaceOfBirth = person.PlaceOfBirth,
        Occupation = person.Occupation,
        Documents = person.Documents,
        Addresses = person.Addresses,
        Phones = person.Phones,
        Emails = person.Emails,
    };

    private static (int First, int Last) YearsOf(int age, DateOnly today) => (today.Year - age - 1, today.Year - age);

    public static PersonFacts Of(Nominal nominal) => new()
    {
        Names = nominal.Names,
        Born = nominal.Born,
        Sex = nominal.Sex,
        Nationality = nominal.Nationality,
        PncId = nominal.PncId,
        CroNumber = nominal.CroNumber,
        VisorReference = nominal.VisorReference,
        PlaceOfBirth = nominal.PlaceOfBirth,
        Occupation = nominal.Occupation,
        Documents = nominal.Documents,
        Addresses = nominal.Addresses,
        Phones = nominal.Phones,
        Emails = nominal.Emails,
    };
}
