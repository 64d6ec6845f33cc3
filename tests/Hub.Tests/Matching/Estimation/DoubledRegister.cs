using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Hub.Testing.People;

namespace Hub.Tests.Matching.Estimation;

/// <summary>
/// A register of which it is known who stands on it twice, and how often each field of the second record is another's:
/// no typing errors, so that every value either agrees or differs.
/// </summary>
internal sealed class DoubledRegister
{
    private const int Names = 400;
    private readonly SeededRandom random;
    private readonly string[] names;

    public DoubledRegister(int people, int doubled, ulong seed = 1, bool withPostcode = true)
    {
        random = new SeededRandom(seed);
        names = [.. Enumerable.Range(0, Names).Select(_ => Name())];
        var all = new List<Nominal>();
        for (var i = 0; i < people; i++)
        {
            var person = Person($"N-{i}", withPostcode);
            all.Add(person);
            if (i < doubled)
            {
                all.Add(Again(person, Person($"D-{i}", withPostcode)));
            }
        }

        Nominals = all;
    }

    public IReadOnlyList<Nominal> Nominals { get; }

    /// <summary>Of the doubles, the share whose field is the same, by comparison.</summary>
    public Dictionary<string, double> Agreeing { get; } = [];

    /// <summary>Of those who are not the same, the share with the same surname.</summary>
    public static double ChanceOfName => 1.0 / Names;

    public RegisterIndex Index() => IndexOf(Nominals);

    public static RegisterIndex IndexOf(IEnumerable<Nominal> nominals, int batch = 1_000)
    {
        var index = new RegisterIndex(MatchModel.Shipped);
        foreach (var some in nominals.Chunk(batch))
        {
            index.Apply(new RegisterChanges(some, index.Mark + some.Length));
        }

        return index;
    }

    private Nominal Again(Nominal person, Nominal other) => person with
    {
        Id = other.Id,
        Names = [new PersonName
        {
            Surname = Same("surname", 900) ? person.Names[0].Surname : other.Names[0].Surname,
            Given = Same("given", 850) ? person.Names[0].Given : other.Names[0].Given,
        }],
        Born = Same("born", 920) ? person.Born : other.Born,
        Sex = Same("sex", 960) ? person.Sex : person.Sex == Sex.Female ? Sex.Male : Sex.Female,
        Documents = Same("document", 800) ? person.Documents : other.Documents,
        Addresses = Same("postcode", 600) ? person.Addresses : other.Addresses,
    };

    private bool Same(string field, int permille)
    {
        const string Drawn = "/drawn";
        var same = random.Chance(permille);
        var (drawn, agreeing) = (Agreeing.GetValueOrDefault(field + Drawn), Agreeing.GetValueOrDefault(field));
        Agreeing[field] = ((agreeing * drawn) + (same ? 1 : 0)) / (drawn + 1);
        Agreeing[field + Drawn] = drawn + 1;
        return same;
    }

    private Nominal Person(string id, bool withPostcode) => new()
    {
        Id = id,
        Names = [new PersonName { Surname = random.Pick(names), Given = [random.Pick(names)] }],
        Born = BirthDate.Of(new DateOnly(1950, 1, 2).AddDays(random.Below(60 * 365))),
        Sex = random.Chance(500) ? Sex.Female : Sex.Male,
        Documents = [new TravelDocument("P", $"{random.Next() % 1_000_000_000:D9}")],
        Addresses = withPostcode ? [new Address { Postcode = $"{Letters(2)}{random.Below(10)} {random.Below(10)}{Letters(2)}" }] : [],
        Updated = A.Moment,
    };

    private string Name() => string.Concat(Enumerable.Range(0, 5).Select(_ => $"{random.Pick("bdfgklmnprstvz".ToArray())}{random.Pick("aeiou".ToArray())}"));

    private string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('A' + random.Below(26))));
}
