using System.Collections.Immutable;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Testing.People;

/// <summary>Makes the people of one address: mostly one person; else a family, with twins and namesakes now and then.</summary>
internal static class Household
{
    /// <summary>Shares in a thousand.</summary>
    private const int FamilyShare = 120;
    private const int TwinShare = 40;
    private const int JuniorShare = 60;
    private const int LandlineShare = 250;
    private const int MixedShare = 150;
    private const int LargestFamily = 4;

    public static List<Nominal> Next(int firstNumber, SeededRandom random)
    {
        var culture = Cultures.All.Pick(random);
        var surname = Individual.Surname(culture, random);
        var nationality = culture.Nationalities.Pick(random);
        var address = LondonAddresses.Next(random);
        var landline = random.Chance(LandlineShare) ? Numbers.Landline(random) : null;
        List<Nominal> people = [];
        Add(Individual.Sex(random), Individual.Born(random), null);
        if (!random.Chance(FamilyShare))
        {
            return people;
        }

        var size = 2 + random.Below(LargestFamily - 1);
        while (people.Count < size)
        {
            var (eldest, last) = (people[0], people[^1]);
            var sex = Individual.Sex(random);
            if (random.Chance(JuniorShare) && eldest.Sex == Sex.Male && people.Count == 1)
            {
                Add(Sex.Male, Later(eldest, 20, 20, random), [.. eldest.Names[0].Given]);
            }
            else if (random.Chance(TwinShare))
            {
                Add(sex, last.Born!.Value.Exact!.Value, null);
            }
            else
            {
                Add(sex, people.Count == 1 ? Later(eldest, 18, 20, random) : Later(last, 1, 5, random), null);
            }
        }

        return people;

        void Add(Sex sex, DateOnly born, string[]? given)
        {
            var name = new PersonName
            {
                Surname = sex == Sex.Female ? culture.Feminine(surname) : surname,
                Given = given is not null ? [.. given] : Unused(people, culture, sex, random),
            };
            people.Add(Individual.Make(firstNumber + people.Count, random.Chance(MixedShare) ? culture.Nationalities.Pick(random) : nationality, name, sex, born, address, landline, random));
        }
    }

    // No two of a family are called the same, nor one by another's middle name.
    private static ImmutableArray<string> Unused(List<Nominal> people, Culture culture, Sex sex, SeededRandom random)
    {
        var given = Individual.Given(culture, sex, random);
        while (people.Any(p => Individual.ShareGivenName(p.Names[0].Given, given)))
        {
            given = Individual.Given(culture, sex, random);
        }

        return given;
    }

    private static DateOnly Later(Nominal than, int least, int spread, SeededRandom random)
    {
        var born = than.Born!.Value.Exact!.Value.AddDays((least * 365) + random.Below(spread * 365));
        return born.Year > 2020 ? born.AddYears(2000 - born.Year + random.Below(20)) : born;
    }
}
