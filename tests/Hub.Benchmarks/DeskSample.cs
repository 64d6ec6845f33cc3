using System.Globalization;
using System.Text.Json;
using Hub.Json;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.People;

namespace Hub.Benchmarks;

/// <summary>
/// A desk at its fullest: children arrested all over London, a quarter of them perhaps somebody on the register, because
/// custody had the year of birth alone; those all of one borough, whose review queue is then as long.
/// </summary>
internal sealed class DeskSample(int nominals, int notices)
{
    private const ulong Seed = 11;
    private static readonly string[] Boroughs = ["Barnet", "Brent", "Croydon", "Ealing", "Enfield", "Hackney", "Haringey", "Islington", "Lambeth", "Lewisham", "Newham", "Southwark"];
    private readonly List<Nominal> register = [.. new PeopleGenerator(Seed).Register(nominals)];

    /// <summary>Arrests of which each makes two notices: one for the team, one for the desk that must look.</summary>
    public int Possible => notices / 5;

    /// <summary>All arrests: the rest make one notice each.</summary>
    public int Arrests => notices - Possible;

    public List<Nominal> Register() => [.. register.Select((n, i) => i < Possible ? n with { Born = BirthDate.Of(new DateOnly(BirthYear(i), 1 + (i % 12), 1 + (i % 28))) } : n)];

    public byte[] Arrest(int number, DateTimeOffset now)
    {
        var known = number < Possible ? register[number] : null;
        var borough = known is not null || number % 6 == 0 ? "Camden" : Boroughs[number % Boroughs.Length];
        var name = known?.Names[0] ?? new PersonName { Surname = $"{register[number % register.Count].Names[0].Surname}{Letters(number)}", Given = [$"{Letters(number)}a"] };
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            reference = $"DESK/{number}",
            custodyRecord = string.Create(CultureInfo.InvariantCulture, $"01CD/{number:00000}/26"),
            station = $"{borough} custody",
            arrestBorough = borough,
            arrestedAt = now.AddMinutes(-(number % 1_500)),
            subject = new
            {
                surname = name.Surname,
                given = name.Given,
                born = known is null ? string.Create(CultureInfo.InvariantCulture, $"{BirthYear(number)}-05-{1 + (number % 28):00}") : BirthYear(number).ToString(CultureInfo.InvariantCulture),
                addresses = new[] { new { lines = new[] { $"{1 + (number % 200)} High Street" }, borough } },
            },
            offences = new[] { new { code = "TH68010", description = "Theft from shop" } },
        }, HubJson.Options);
    }

    private static int BirthYear(int number) => 2010 + (number % 5);

    // Words that are on no register.
    private static string Letters(int number) => string.Concat(number.ToString("00000", CultureInfo.InvariantCulture).Select(d => (char)('q' + ((d - '0') % 7)))) + (char)('a' + (number % 26));
}
