using System.Text.Json;
using Hub.Json;
using Hub.Nominals;
using Hub.Persons;
using Hub.Places;

namespace Hub.Benchmarks;

/// <summary>Made-up children by number: the same number is the same child, on the register and in a notice.</summary>
internal static class SamplePeople
{
    private static readonly string[] Starts = ["Ab", "Bren", "Cal", "Dor", "El", "Fen", "Gar", "Hol", "In", "Jor", "Kel", "Lan", "Mor", "Nor", "Os", "Pel", "Ros", "Sal", "Tor", "Wal"];
    private static readonly string[] Ends = ["by", "combe", "dale", "field", "ford", "gate", "ham", "land", "ley", "man", "more", "ridge", "son", "stead", "ton", "well", "wick", "wood", "worth", "yard"];
    private static readonly string[] Given = ["Ada", "Ben", "Cleo", "Dan", "Ella", "Finn", "Grace", "Hugo", "Isla", "Jack", "Kira", "Leo", "Maya", "Noah", "Olive", "Paul", "Rosa", "Sam", "Tess", "Will"];
    private static readonly string[] Boroughs = [.. AuthorityDirectory.Default.London.Select(a => a.Name)];

    public static IEnumerable<Nominal> Nominals(int count) => Enumerable.Range(0, count).Select(i => new Nominal
    {
        Id = $"B-{i:D6}",
        Names = [new PersonName { Surname = Surname(i), Given = [Given[i % Given.Length]] }],
        Born = BirthDate.Of(Born(i)),
        Addresses = [new Address { Lines = [$"{i % 200} Mill Road"], Borough = Boroughs[i % Boroughs.Length] }],
        Registers = ["yot"],
        Updated = DateTimeOffset.UnixEpoch,
    });

    /// <summary>An arrest an hour ago of child number <paramref name="number"/>; every second one is not on a register of 4,000.</summary>
    public static string Arrest(string reference, int number, DateTimeOffset now)
    {
        var child = number % 2 == 0 ? number * 7 % 4_000 : 1_000_000 + number;
        return JsonSerializer.Serialize(
            new
            {
                reference,
                custodyRecord = $"01BE/{number:D5}/26",
                station = "Bench custody",
                arrestBorough = "Camden",
                arrestedAt = now.AddHours(-1),
                subject = new
                {
                    surname = Surname(child),
                    given = new[] { Given[child % Given.Length] },
                    born = Born(child),
                    sex = "female",
                    addresses = new[] { new { lines = new[] { $"{child % 200} Mill Road", "Bench estate" }, borough = Boroughs[child % Boroughs.Length] } },
                },
                offences = new[] { new { code = "TH68010", description = "Theft from shop" } },
                disposal = "released under investigation",
                riskFlags = new[] { "self-harm" },
            },
            HubJson.Options);
    }

    private static string Surname(int i) => Starts[i / 20 % 20] + Ends[i / 400 % 20] + (i >= 8_000 ? Ends[i / 8_000 % 20] : "");

    private static DateOnly Born(int i) => new DateOnly(2010, 1, 1).AddDays(i * 37 % 1_800);
}
