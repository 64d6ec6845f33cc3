using Hub.Persons;

namespace Hub.Testing.People;

/// <summary>Puts errors into what is known of a person.</summary>
internal static class Corruption
{
    /// <summary>An error that changes nothing is drawn again, so often at the most.</summary>
    private const int Attempts = 20;

    public static PersonDetails Apply(PersonDetails person, int errors, WeightedList<ErrorKind> kinds, SeededRandom random)
    {
        for (var i = 0; i < errors; i++)
        {
            var before = person;
            for (var attempt = 0; attempt < Attempts && Same(before, person); attempt++)
            {
                person = Once(before, kinds.Pick(random), random);
            }
        }

        return person;
    }

    private static PersonDetails Once(PersonDetails person, ErrorKind kind, SeededRandom random) => kind switch
    {
        ErrorKind.DayMonthSwapped or ErrorKind.DateDigit or ErrorKind.YearOff => DateErrors.Apply(person, kind, random),
        ErrorKind.FieldMissing or ErrorKind.AddressChanged or ErrorKind.AddressTypo or ErrorKind.PostcodeTypo or ErrorKind.DocumentDigit or ErrorKind.PhoneDigit =>
            OtherErrors.Apply(person, kind, random),
        _ => NameErrors.Apply(person, kind, random),
    };

    // Records compare their arrays by reference; what a reader sees is what counts here.
    private static bool Same(PersonDetails a, PersonDetails b) =>
        ReferenceEquals(a, b) || (Seen(a) == Seen(b) && a.Born == b.Born && a.Sex == b.Sex);

    private static string Seen(PersonDetails p) => string.Join(
        '|', [.. p.Names.Select(n => $"{n.Surname}/{string.Join(' ', n.Given)}"), p.Nationality, p.PncId, .. p.Documents.Select(d => d.Number), .. p.Phones, .. p.Emails, .. p.Addresses.SelectMany(a => a.Lines.Append(a.Postcode ?? ""))]);
}
