using System.Collections.Immutable;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Testing.People;

/// <summary>Makes one person of a culture.</summary>
internal static class Individual
{
    /// <summary>Shares in a thousand.</summary>
    private const int PassportShare = 500;
    private const int PncShare = 700;
    private const int MobileShare = 450;
    private const int EmailShare = 300;

    /// <summary>Children of newer Londoners with an English given name.</summary>
    private const int EnglishGivenShare = 120;
    private const int SecondMiddleShare = 80;

    public static Sex Sex(SeededRandom random) => random.Chance(620) ? Persons.Sex.Male : Persons.Sex.Female;

    public static string Surname(Culture culture, SeededRandom random) =>
        random.Chance(culture.RareShare) ? culture.Rare.Pick(random) : culture.Surnames.Pick(random);

    public static ImmutableArray<string> Given(Culture culture, Sex sex, SeededRandom random)
    {
        var source = random.Chance(EnglishGivenShare) ? BritishNames.English : culture;
        var names = sex == Persons.Sex.Female ? source.Female : source.Male;
        var first = names.Pick(random);
        if (!random.Chance(culture.MiddleNames))
        {
            return [first];
        }

        var middle = names.Pick(random);
        return middle == first ? [first] : random.Chance(SecondMiddleShare) ? [first, middle, names.Pick(random)] : [first, middle];
    }

    /// <summary>Whether either is called by one of the other's names.</summary>
    public static bool ShareGivenName(ImmutableArray<string> a, ImmutableArray<string> b) => a.Contains(b[0]) || b.Contains(a[0]);

    /// <summary>A date of birth: a register of public protection has many young people.</summary>
    public static DateOnly Born(SeededRandom random)
    {
        var year = random.Below(10) switch
        {
            < 3 => 2008 + random.Below(9),
            < 7 => 1986 + random.Below(22),
            < 9 => 1966 + random.Below(20),
            _ => 1938 + random.Below(28),
        };
        return new DateOnly(year, 1, 1).AddDays(random.Below(365));
    }

    public static Nominal Make(int number, string nationality, PersonName name, Sex sex, DateOnly born, Address address, string? landline, SeededRandom random) => new()
    {
        Id = $"G-{number:D7}",
        Names = [name],
        Born = BirthDate.Of(born),
        Sex = sex,
        Nationality = nationality,
        PncId = random.Chance(PncShare) ? Numbers.PncId(number, random) : null,
        Documents = random.Chance(PassportShare) ? [Numbers.Passport(nationality, random)] : [],
        Addresses = [address],
        Phones = [.. Phones(landline, random)],
        Emails = random.Chance(EmailShare) ? [Numbers.Email(name, random)] : [],
        Registers = ["yot"],
        Updated = A.Moment,
    };

    private static IEnumerable<string> Phones(string? landline, SeededRandom random)
    {
        if (random.Chance(MobileShare))
        {
            yield return Numbers.Mobile(random);
        }

        if (landline is not null)
        {
            yield return landline;
        }
    }
}
