using System.Globalization;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Functions.Demo;

/// <summary>Children arrested in Camden who may be somebody on the register, each for another reason, so that a person must look.</summary>
internal sealed class DemoLookalikes(DateTimeOffset now)
{
    private const string Number = "2023/0176235J";

    public IReadOnlyList<Nominal> Register => [.. All.SelectMany(a => a.Known)];

    public IEnumerable<object> Arrests => All.Select((a, i) => new DemoNight(now).Arrest(300 + i, DemoNames.Boroughs[0], 2 + (i * 1.5), a.Arrested));

    private IReadOnlyList<(Nominal[] Known, object Arrested)> All =>
    [
        // Twins: the register knows the sister.
        ([Known(1, "Okonjo", "Amara", Day(14, "09-21"), "4 Regent Mews", "NW1 8AB")], Arrested("Okonjo", "Adaeze", Day(14, "09-21"), "4 Regent Mews", "NW1 8AB")),

        // Surname and given name in the other order, the month of birth only, and the home not said.
        ([Known(2, "Yusuf", "Hassan", Day(15, "02-17"), "18 Bayham Row", "NW1 0AD")], Arrested("Hassan", "Yusuf", Day(15, "02"))),

        // The name she goes by, and a birthday one day out.
        ([Known(3, "Harrington", "Elizabeth", Day(16, "05-25"), "7 Malden Court", "NW5 3AB")], Arrested("Harrington", "Betty", Day(16, "05-24"), "91 Leighton Way", "NW5 2AD")),

        // Custody has only the month of birth.
        ([Known(4, "Farouk", "Idris", Day(13, "11-06"), "33 Torriano Place", "NW5 2AB")], Arrested("Farouk", "Idris", Day(13, "11"))),

        // Written down by ear, from another alphabet.
        ([Known(5, "Shevchenko", "Oleksandr", Day(15, "08-13"), "2 Arlington Steps", "NW1 7AA")], Arrested("Szewczenko", "Aleksander", Day(15, "08-13"))),

        // One half of a double surname, a birthday one day out, at another address.
        ([Known(6, "Grantham-Bailey", "Jerome", Day(16, "10-28"), "55 Chalcot Rise", "NW1 8BB")], Arrested("Bailey", "Jerome", Day(16, "10-27"), "8 Fleet Passage", "NW3 2AA")),

        // Day and month changed places, and letters are missing from both names.
        ([Known(7, "Petrossian", "Leila", Day(14, "03-07"), "12 Plender Yard", "NW1 0AA")], Arrested("Petrosian", "Lila", Day(14, "07-03"))),

        // Two of one name, born two days apart.
        ([Known(8, "Rahman", "Mohammed", Day(15, "04-15"), "1 Cumberland Fold", "NW1 3AA"), Known(9, "Rahman", "Mohammed", Day(15, "04-17"), "70 Robert Walk", "NW1 3AB")], Arrested("Rahman", "Mohammed", Day(15, "04-16"))),

        // The number agrees, and the name does not: somebody may have given another's.
        ([Known(10, "Blakeney", "Tyrone", Day(16, "06-02"), "9 Castle Grove", "NW1 8AD") with { PncId = Number }], Arrested("Carrick", "Devon", Day(15, "01-22"), number: Number)),

        // Named as the brother was, two years older.
        ([Known(11, "Delacroix", "Bastien", Day(14, "12-19"), "27 Kelly Bank", "NW1 8BA")], Arrested("Delacroix", "Bastian", Day(16, "07-11"), "27 Kelly Bank", "NW1 8BA")),

        // An initial only, from the right house, and a birthday a few days out.
        ([Known(12, "Winterbourne", "Tabitha", Day(13, "03-20"), "6 Hawley Arch", "NW1 8AA")], Arrested("Winterbourne", "T", Day(13, "03-23"), "6 Hawley Arch", "NW1 8AA")),

        // A shortened name, a year that may be wrong, no home.
        ([Known(13, "Montalbano", "Alexander", Day(16, "09-30"), "14 Royal Crest", "NW1 9AA")], Arrested("Montalbano", "Sandy", Day(15, "09-30"))),
    ];

    private Nominal Known(int number, string surname, string given, string born, string line, string postcode) => new()
    {
        Id = $"N-{6000 + number}",
        Names = [new PersonName { Surname = surname, Given = [given] }],
        Born = BirthDate.Parse(born),
        Addresses = [new Address { Lines = [line], Postcode = postcode, Borough = "Camden" }],
        Registers = ["yot"],
        Updated = now.AddDays(-60 - number),
    };

    private static object Arrested(string surname, string given, string born, string? line = null, string? postcode = null, string? number = null) => new
    {
        surname,
        given = new[] { given },
        born,
        pncId = number,
        addresses = new[] { new { lines = line is null ? [] : new[] { line }, postcode, borough = "Camden" } },
    };

    /// <summary>A day of the year, or a month, in the year that makes somebody about so old. Days differ by what is written here and not by today's.</summary>
    private string Day(int age, string day) => string.Create(CultureInfo.InvariantCulture, $"{now.Year - age}-{day}");
}
