using System.Collections.Immutable;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Testing.People;

/// <summary>
/// Makes registers of invented Londoners and reports about them. Everything follows from the seed, and from what is
/// asked for, not from the order of asking: the same on every machine and from many threads.
/// </summary>
/// <param name="seed">Another seed, other people.</param>
/// <param name="options">What reports carry and how they go wrong; usual ones where left out.</param>
public sealed class PeopleGenerator(ulong seed, ReportOptions? options = null)
{
    private const ulong RegisterStream = 1;
    private const ulong ReportStream = 2;
    private const ulong StrangerStream = 3;
    private const ulong RelativeStream = 4;

    /// <summary>So many of a thousand single people have the full name of somebody before them, and their own birth date.</summary>
    private const int NamesakeShare = 4;
    private const int Remembered = 1024;

    private readonly ReportOptions _options = options ?? new ReportOptions();
    private readonly WeightedList<ErrorKind> _kinds = new((options ?? new ReportOptions()).Weights.OrderBy(w => w.Key).Select(w => (w.Key, w.Value)));

    /// <summary>A register: single people and families, with twins, fathers and sons of one name, and namesakes. A longer one begins with the shorter.</summary>
    public IEnumerable<Nominal> Register(int count)
    {
        var random = SeededRandom.For(seed, RegisterStream);
        var remembered = new PersonName[Remembered];
        for (var number = 0; number < count;)
        {
            var household = Household.Next(number, random);
            var namesake = random.Chance(NamesakeShare) ? remembered[random.Below(Remembered)] : null;
            if (namesake is not null && household.Count == 1)
            {
                household[0] = household[0] with { Names = [namesake] };
            }

            foreach (var person in household.Take(count - number))
            {
                remembered[number % Remembered] = person.Names[0];
                number++;
                yield return person;
            }
        }
    }

    /// <summary>What a report says of a nominal.</summary>
    /// <param name="errors">How many things are wrong with it, 0 to 10.</param>
    /// <param name="variant">Another report of the same person and as many errors.</param>
    public PersonDetails Report(Nominal nominal, int errors, int variant = 0)
    {
        var random = SeededRandom.For(seed, ReportStream + ((ulong)errors << 8), SeededRandom.Number(nominal.Id) + (ulong)variant);
        var person = new PersonDetails
        {
            Names = nominal.Names,
            Born = nominal.Born,
            Sex = nominal.Sex,
            Nationality = random.Chance(_options.CarryNationality) ? nominal.Nationality : null,
            PncId = random.Chance(_options.CarryPncId) ? nominal.PncId : null,
            Documents = random.Chance(_options.CarryDocument) ? nominal.Documents : [],
            Addresses = random.Chance(_options.CarryAddress) ? nominal.Addresses : [],
            Phones = random.Chance(_options.CarryContact) ? nominal.Phones : [],
            Emails = random.Chance(_options.CarryContact) ? nominal.Emails : [],
        };
        return Corruption.Apply(person, errors, _kinds, random);
    }

    /// <summary>A report about somebody on no register.</summary>
    /// <param name="number">Another number, another person.</param>
    public PersonDetails Stranger(int number)
    {
        var nominal = Household.Next(number, SeededRandom.For(seed, StrangerStream, (ulong)number))[0];
        return Report(nominal with { Id = $"S-{number}" }, errors: 0);
    }

    /// <summary>The nominal's twin: same surname, birth date and address; another given name, and numbers of their own.</summary>
    public Nominal Twin(Nominal nominal) => Relative(nominal, "twin", (name, own) => name with { Given = own }, born => born);

    /// <summary>The nominal's parent of the same full name, living at the same address, 18 to 38 years older.</summary>
    public Nominal Senior(Nominal nominal) => Relative(nominal, "senior", (name, _) => name, born => born.AddDays(-(18 * 365) - (int)(SeededRandom.Number(nominal.Id) % (20 * 365))));

    private Nominal Relative(Nominal nominal, string kind, Func<PersonName, ImmutableArray<string>, PersonName> name, Func<DateOnly, DateOnly> born)
    {
        var random = SeededRandom.For(seed, RelativeStream + SeededRandom.Number(kind), SeededRandom.Number(nominal.Id));
        var given = Individual.Given(BritishNames.English, nominal.Sex, random);
        while (Individual.ShareGivenName(given, nominal.Names[0].Given))
        {
            given = Individual.Given(BritishNames.English, nominal.Sex, random);
        }

        var named = name(nominal.Names[0], given);
        return nominal with
        {
            Id = $"{nominal.Id}-{kind}",
            Names = [named],
            Born = nominal.Born?.Exact is { } date ? BirthDate.Of(born(date)) : nominal.Born,
            PncId = nominal.PncId is null ? null : Numbers.PncId((int)(SeededRandom.Number(nominal.Id) % 9_000_000) + 1_000_000, random),
            Documents = nominal.Documents.IsEmpty ? [] : [Numbers.Passport(nominal.Nationality ?? "GBR", random)],
            Phones = [],
            Emails = nominal.Emails.IsEmpty ? [] : [Numbers.Email(named, random)],
        };
    }
}
