using System.Text;
using Hub.Border.Edifact;
using Hub.Border.Flights;
using Hub.Border.Manifests;
using Hub.Persons;
using Hub.Testing.People;

namespace Hub.Testing.Manifests;

/// <summary>Invented manifests, the same for the same number.</summary>
public static class ManifestSamples
{
    private static readonly string[] Surnames = ["Steuart", "O'Hara", "van der Berg", "LEROUX", "Núñez", "Мороз", "li", "D+Costa", "Who?", "Colon: Man"];
    private static readonly string[] GivenNames = ["Ada", "MARY-ANN", "josé", "Wei", "Anne", "'Abd", "Zoë", "Q"];
    private static readonly string[] Airports = ["LHR", "CDG", "JFK", "DXB", "BKK", "SYD", "AKL"];
    private static readonly string[] Countries = ["GBR", "FRA", "USA", "THA", "NZL"];

    public static PaxlstManifest Manifest(SeededRandom random, int people)
    {
        var stops = Airports.Skip(random.Below(3)).Take(2 + random.Below(3)).ToArray();
        var leaves = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(random.Below(300 * 24 * 60));
        List<FlightLeg> legs = [];
        for (var i = 1; i < stops.Length; i++)
        {
            legs.Add(new FlightLeg(stops[i - 1], stops[i], Time(random, stops[i - 1], leaves), random.Chance(800) ? Time(random, stops[i], leaves.AddHours(7)) : null));
            leaves = leaves.AddHours(9);
        }

        return new PaxlstManifest(
            new Flight { Carrier = random.Pick(["BA", "U2", "9W", "BAW"]), Number = (1 + random.Below(9999)).ToString(), Legs = [.. legs] },
            [.. Enumerable.Range(0, people).Select(_ => Person(random))])
        {
            Kind = random.Chance(200) ? ListKind.Crew : ListKind.Passengers,
            Function = random.Chance(200) ? "CP" : "",
        };
    }

    /// <summary>Separators of all sorts, never two the same.</summary>
    public static Separators Separators(SeededRandom random)
    {
        List<byte> marks = [.. "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"u8];
        byte Take()
        {
            var mark = marks[random.Below(marks.Count)];
            marks.Remove(mark);
            return mark;
        }

        return new Separators(Take(), Take(), Take(), random.Chance(500) ? Take() : null, Take());
    }

    public static PaxlstStyle Style(SeededRandom random) => new()
    {
        Separators = random.Chance(500) ? Separators(random) : Hub.Border.Edifact.Separators.Standard,
        Grouped = random.Chance(500),
        Between = random.Pick(["", "\r\n", "\n", " "]),
    };

    /// <summary>Whole files, as they would be sent.</summary>
    public static IReadOnlyList<byte[]> Files(ulong seed, int count) =>
        [.. Enumerable.Range(0, count).Select(i =>
        {
            var random = SeededRandom.For(seed, (ulong)i);
            return Encoding.UTF8.GetBytes(PaxlstText.Write([.. Enumerable.Range(0, 1 + random.Below(2)).Select(_ => Manifest(random, 1 + random.Below(4)))], Style(random)));
        })];

    private static FlightTime Time(SeededRandom random, string airport, DateTime local) =>
        random.Chance(900) ? FlightTime.At(SmallWorld.Find(airport), local) : FlightTime.On(SmallWorld.Find(airport), DateOnly.FromDateTime(local));

    private static PaxlstPerson Person(SeededRandom random)
    {
        var born = new DateOnly(1930, 1, 1).AddDays(random.Below(95 * 365));
        return new PaxlstPerson(new PersonDetails
        {
            Names = [new PersonName { Surname = random.Pick(Surnames), Given = [.. Enumerable.Range(0, 1 + random.Below(3)).Select(_ => random.Pick(GivenNames))] }],
            Born = random.Below(10) switch
            {
                0 => null,
                1 => BirthDate.Parse($"{born.Year}"),
                2 => BirthDate.Parse($"{born:yyyy-MM}"),
                _ => BirthDate.Of(born),
            },
            Sex = random.Pick(Enum.GetValues<Sex>()),
            Nationality = random.Chance(900) ? random.Pick(Countries) : null,
            PlaceOfBirth = random.Chance(500) ? "St John's + District" : null,
            Documents = [.. Enumerable.Range(0, random.Below(3)).Select(_ => new TravelDocument(
                random.Pick(["P", "V", "AC"]), (100000000 + random.Below(900000000)).ToString(), random.Chance(800) ? random.Pick(Countries) : null,
                random.Chance(800) ? new DateOnly(2027, 1, 1).AddDays(random.Below(3000)) : null))],
        })
        {
            Booking = random.Chance(800) ? "QX" + random.Below(10000).ToString("D4") : null,
            Boards = random.Chance(500) ? random.Pick(Airports) : null,
            Leaves = random.Chance(500) ? random.Pick(Airports) : null,
        };
    }
}
