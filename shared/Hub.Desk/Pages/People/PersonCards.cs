using System.Collections.Immutable;
using Hub.Desk.Words;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Desk.Pages.People;

/// <summary>Puts nominals on cards.</summary>
public static class PersonCards
{
    /// <param name="address">Where the whole record is.</param>
    public static PersonCard Of(FoundNominal found, DateOnly today, string address)
    {
        var nominal = found.Nominal;
        return new PersonCard
        {
            Address = address,
            Name = PersonWords.PrimaryName(nominal.Names),
            Aliases = [.. nominal.Names.Skip(1).Select(PersonWords.Name)],
            Born = nominal.Born is { } born ? PersonWords.BornWithAge(born, today) : null,
            Sex = PersonWords.Sex(nominal.Sex),
            Lives = Address.On(nominal.Addresses, today) is { } home ? PersonWords.Address(home) : null,
            Badges = Badges(nominal),
            Why = SearchWords.Why(found.Evidence),
        };
    }

    /// <summary>Markers first: they are what somebody must act on.</summary>
    public static ImmutableArray<Badge> Badges(Nominal nominal) =>
    [
        .. nominal.Markers.Select(marker => new Badge(PersonWords.MarkerOf(marker), marker is Marker.Missing or Marker.CarePlan)),
        .. nominal.Registers.Select(register => new Badge(PersonWords.Register(register))),
        .. nominal.Provisional ? new[] { new Badge("Not on the register yet") } : [],
    ];
}
