using System.Text.Json.Nodes;
using Hub.Identifiers;
using Hub.Places;
using Hub.Testing.People;

namespace Hub.Testing.Registers;

/// <summary>
/// Makes a nominal of a person as a register's keeper sends it: aliases, addresses over time, registers, MAPPA and
/// Risk Matrix 2000, notification periods, orders, markers, who is responsible, travel notified. Names, dates of birth,
/// sex, nationality and passports are the source's; one in ten is made a child. All else is invented.
/// </summary>
/// <param name="asOf">The day on which the register is true.</param>
public sealed class MadeNominal(ulong seed, DateOnly asOf)
{
    private const ulong Stream = 11;

    /// <summary>Shares in a thousand.</summary>
    private const int ChildShare = 100;
    private const int AliasShare = 150;
    private const int MovedShare = 400;
    private const int PncShare = 700;
    private const int OrderShare = 250;
    private const int IndefiniteShare = 400;
    private const int EndingShare = 50;
    private const int TravelShare = 60;
    private const int MarkerShare = 40;

    private static readonly string[] Trades = ["carpenter", "driver", "cook", "cleaner", "clerk", "nurse", "builder", "teacher", "warehouse worker", "unemployed"];
    private static readonly string[] Risks = ["low", "medium", "high", "veryHigh"];
    private static readonly string[] OrderKinds = ["sexual-harm-prevention-order", "sexual-risk-order", "notification-order", "foreign-travel-order"];
    private static readonly string[] Courts = ["Southwark Crown Court", "Snaresbrook Crown Court", "Isleworth Crown Court", "Wood Green Crown Court", "Croydon Crown Court"];
    private static readonly string[] Countries = ["FRA", "ESP", "THA", "NLD", "PRT", "ROU", "PHL", "IRL"];

    /// <summary>The nominal; the same seed, day and person give the same.</summary>
    public JsonObject Of(SourcePerson person)
    {
        var random = SeededRandom.For(seed, Stream, SeededRandom.Number(person.Id));
        var child = random.Chance(ChildShare);
        var born = child && person.Born is { } date ? Child(date, random) : person.Born;
        var nominal = new JsonObject { ["id"] = person.Id, ["names"] = Names(person, random) };
        Add(nominal, "born", born?.ToString("yyyy-MM-dd", null));
        Add(nominal, "sex", person.Sex);
        Add(nominal, "nationality", person.Nationality);
        Add(nominal, "pncId", random.Chance(PncShare) ? Numbers.PncId(NumberOf(person.Id), random) : null);
        if (person.Passport is { Length: > 0 } passport)
        {
            nominal["documents"] = new JsonArray(new JsonObject { ["type"] = "P", ["number"] = passport, ["issuingState"] = person.Nationality });
        }

        nominal["occupation"] = child ? "pupil" : random.Pick(Trades);
        var addresses = Addresses(random);
        nominal["addresses"] = addresses;
        if (child)
        {
            nominal["registers"] = new JsonArray("yot");
        }
        else
        {
            Managed(nominal, addresses, random);
        }

        nominal["markers"] = Markers(child, random);
        nominal["updated"] = $"{asOf.AddDays(-1 - random.Below(200)):yyyy-MM-dd}T06:00:00Z";
        return nominal;
    }

    /// <summary>A London address as of a day, with a mark in its first line where one is given.</summary>
    public static JsonObject Address(SeededRandom random, DateOnly from, DateOnly? to = null, string? stamp = null)
    {
        var made = LondonAddresses.Next(random);
        var address = new JsonObject
        {
            ["lines"] = new JsonArray([.. made.Lines.Select((line, i) => (JsonNode)(i == 0 && stamp is not null ? $"{stamp} {line}" : line))]),
            ["postcode"] = made.Postcode,
            ["from"] = from.ToString("yyyy-MM-dd", null),
        };
        Add(address, "borough", Borough(made.Postcode!));
        Add(address, "to", to?.ToString("yyyy-MM-dd", null));
        return address;
    }

    // The digits of an id, so that no two people share a number; of one without digits something like them.
    private static int NumberOf(string id) =>
        int.TryParse(string.Concat(id.Where(char.IsAsciiDigit)), out var number) ? number : (int)(SeededRandom.Number(id) % 9_999_999);

    private static string? Borough(string postcode) => PostcodeBoroughs.Default.Find(Postcode.Parse(postcode)) switch
    {
        PostcodePlace.Decided decided => decided.Authority.Name,
        PostcodePlace.Ambiguous several => several.Authorities[0].Name,
        _ => null,
    };

    private DateOnly Child(DateOnly born, SeededRandom random)
    {
        var year = asOf.Year - 17 + random.Below(7);
        return new DateOnly(year, born.Month, Math.Min(born.Day, DateTime.DaysInMonth(year, born.Month)));
    }

    private static JsonArray Names(SourcePerson person, SeededRandom random)
    {
        var names = new JsonArray(Name("primary", person.Surname, person.Given));
        if (random.Chance(AliasShare) && person.Given.Length > 0)
        {
            names.Add(random.Chance(500)
                ? Name("alias", random.Pick(["Marsh", "Ward", "Lane", "Hope", "Grey", "Stone"]), person.Given)
                : Name("alias", person.Surname, [person.Given[^1]]));
        }

        return names;
    }

    private static JsonObject Name(string kind, string surname, IEnumerable<string> given) =>
        new() { ["kind"] = kind, ["surname"] = surname, ["given"] = new JsonArray([.. given.Select(g => (JsonNode)g)]) };

    private JsonArray Addresses(SeededRandom random)
    {
        var since = asOf.AddDays(-30 - random.Below(3_000));
        var addresses = new JsonArray(Address(random, since));
        if (random.Chance(MovedShare))
        {
            addresses.Add(Address(random, since.AddDays(-100 - random.Below(2_000)), since.AddDays(-1)));
        }

        return addresses;
    }

    private void Managed(JsonObject nominal, JsonArray addresses, SeededRandom random)
    {
        var sexual = random.Chance(650);
        nominal["registers"] = sexual ? new JsonArray("visor", "mappa") : new JsonArray("mappa");
        nominal["mappa"] = new JsonObject { ["category"] = sexual ? 1 : 2 + random.Below(2), ["level"] = random.Chance(850) ? 1 : 2 + random.Below(2) };
        nominal["responsible"] = new JsonObject
        {
            ["borough"] = AuthorityDirectory.Default.TryFind(addresses[0]!["borough"]?.GetValue<string>() ?? "", out var authority) ? authority.Id : null,
            ["officer"] = $"PC {1_000 + random.Below(9_000)}",
        };
        if (!sexual)
        {
            return;
        }

        nominal["visorReference"] = $"V{NumberOf(nominal["id"]!.GetValue<string>()):D8}";
        nominal["rm2000"] = random.Pick(Risks);
        var from = asOf.AddDays(-50 - random.Below(3_500));
        nominal["notificationPeriods"] = new JsonArray(new JsonObject { ["from"] = $"{from:yyyy-MM-dd}", ["to"] = Ends(random) });
        if (random.Chance(OrderShare))
        {
            nominal["orders"] = new JsonArray(new JsonObject
            {
                ["kind"] = random.Pick(OrderKinds),
                ["from"] = $"{from:yyyy-MM-dd}",
                ["to"] = $"{from.AddYears(5 + random.Below(5)):yyyy-MM-dd}",
                ["court"] = random.Pick(Courts),
            });
        }

        if (random.Chance(TravelShare))
        {
            var departs = asOf.AddDays(1 + random.Below(60));
            nominal["travelNotified"] = new JsonArray(new JsonObject
            {
                ["id"] = "T-1",
                ["notifiedAt"] = $"{asOf.AddDays(-2 - random.Below(20)):yyyy-MM-dd}T10:00:00Z",
                ["departs"] = $"{departs:yyyy-MM-dd}",
                ["country"] = random.Pick(Countries),
                ["returns"] = $"{departs.AddDays(3 + random.Below(20)):yyyy-MM-dd}",
            });
        }
    }

    // Without end, ending within days, or some years ahead.
    private string? Ends(SeededRandom random) =>
        random.Chance(IndefiniteShare) ? null : $"{(random.Chance(EndingShare) ? asOf.AddDays(random.Below(7)) : asOf.AddDays(60 + random.Below(3_000))):yyyy-MM-dd}";

    private static JsonArray Markers(bool child, SeededRandom random) =>
        !child || !random.Chance(MarkerShare) ? [] : random.Chance(500) ? new JsonArray("missing") : new JsonArray("carePlan");

    private static void Add(JsonObject to, string name, string? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }
}
