using Hub.Persons;

namespace Hub.Testing.People;

/// <summary>What goes wrong with addresses, documents and telephone numbers, and what is left out.</summary>
internal static class OtherErrors
{
    public static PersonDetails Apply(PersonDetails person, ErrorKind kind, SeededRandom random) => kind switch
    {
        ErrorKind.FieldMissing => Missing(person, random),
        ErrorKind.AddressChanged when !person.Addresses.IsEmpty => person with { Addresses = [LondonAddresses.Next(random)] },
        ErrorKind.AddressTypo when person.Addresses is [{ Lines.IsEmpty: false } address, ..] =>
            person with { Addresses = [address with { Lines = [.. address.Lines.SkipLast(1), TextSlips.Typing(address.Lines[^1], random)] }] },
        ErrorKind.PostcodeTypo when person.Addresses is [{ Postcode: { } postcode } address, ..] =>
            person with { Addresses = [address with { Postcode = random.Chance(500) ? TextSlips.Digit(postcode, random) : TextSlips.Typing(postcode, random) }] },
        ErrorKind.DocumentDigit when person.Documents is [var document, ..] =>
            person with { Documents = [document with { Number = TextSlips.Digit(document.Number, random) }] },
        ErrorKind.PhoneDigit when person.Phones is [var phone, ..] => person with { Phones = [TextSlips.Digit(phone, random), .. person.Phones.Skip(1)] },
        _ => person,
    };

    private static PersonDetails Missing(PersonDetails person, SeededRandom random) => random.Below(9) switch
    {
        0 => person with { Born = null },
        1 => person with { Sex = Sex.Unknown },
        2 => person with { Nationality = null },
        3 => person with { Documents = [] },
        4 => person with { Addresses = [] },
        5 when !person.Name.Given.IsEmpty && person.Name.Surname.Length > 0 => person with { Names = [person.Name with { Given = [] }] },
        6 => person with { Phones = [], Emails = [] },
        7 => person with { PncId = null },
        _ => person with { Addresses = [.. person.Addresses.Select(a => a with { Postcode = null })] },
    };
}
