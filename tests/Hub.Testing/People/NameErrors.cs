using Hub.Persons;

namespace Hub.Testing.People;

/// <summary>What goes wrong with names. Each returns the person unchanged where the error cannot happen to them.</summary>
internal static class NameErrors
{
    public static PersonDetails Apply(PersonDetails person, ErrorKind kind, SeededRandom random)
    {
        var name = person.Name;
        return Renamed(person, kind switch
        {
            ErrorKind.SurnameTypo => name with { Surname = TextSlips.Typing(name.Surname, random) },
            ErrorKind.SurnameByEar when name.Surname.Length > 1 => name with { Surname = NameVariants.ByEar(name.Surname, random) },
            ErrorKind.GivenTypo => First(name, given => TextSlips.Typing(given, random)),
            ErrorKind.GivenByEar => First(name, given => given.Length > 1 ? NameVariants.ByEar(given, random) : given),
            ErrorKind.Nickname => First(name, given => NameVariants.Nickname(given, random)),
            ErrorKind.NamesSwapped when name is { Given.IsEmpty: false, Surname.Length: > 0 } => name with { Surname = name.Given[0], Given = [name.Surname, .. name.Given.Skip(1)] },
            ErrorKind.MiddleNameDropped when name.Given.Length > 1 => name with { Given = [name.Given[0]] },
            ErrorKind.DoubleBarrelled when name.Surname.Length > 0 && !name.Surname.Contains('-', StringComparison.Ordinal) =>
                name with { Surname = random.Chance(500) ? $"{name.Surname}-{Another(random)}" : $"{Another(random)}-{name.Surname}" },
            ErrorKind.MarriedName when person.Sex == Sex.Female => name with { Surname = Another(random) },
            ErrorKind.MisreadByScanner => random.Chance(500) ? name with { Surname = TextSlips.Scanned(name.Surname, random) } : First(name, given => TextSlips.Scanned(given, random)),
            _ => name,
        });
    }

    private static PersonDetails Renamed(PersonDetails person, PersonName name) =>
        ReferenceEquals(name, person.Name) ? person : person with { Names = [name, .. person.Names.Skip(1)] };

    private static PersonName First(PersonName name, Func<string, string> change) =>
        name.Given.IsEmpty ? name : name with { Given = [change(name.Given[0]), .. name.Given.Skip(1)] };

    private static string Another(SeededRandom random) => Individual.Surname(Cultures.All.Pick(random), random);
}
