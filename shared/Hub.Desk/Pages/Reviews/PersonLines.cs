using System.Collections.Immutable;
using System.Globalization;
using Hub.Persons;

namespace Hub.Desk.Pages.Reviews;

/// <summary>A person as a report describes them, line by line; only what it says.</summary>
public static class PersonLines
{
    public static ImmutableArray<(string Name, string Value)> Of(PersonDetails person)
    {
        (string Name, string? Value)[] lines =
        [
            ("Name", person.Names.Select(n => n.ToString()).FirstOrDefault()),
            ("Also known as", Lines(person.Names.Skip(1).Select(n => n.ToString()))),
            ("Date of birth", person.Born is { } born ? ComparedField.DateInWords(born) : null),
            ("Age, as stated", person.StatedAge?.ToString(CultureInfo.InvariantCulture)),
            ("Sex", person.Sex.ToString() is var sex && sex != nameof(Sex.Unknown) ? sex : null),
            ("Ethnicity", person.Ethnicity),
            ("Nationality", person.Nationality),
            ("PNC ID", person.PncId),
            ("CRO number", person.CroNumber),
            ("ViSOR reference", person.VisorReference),
            ("Place of birth", person.PlaceOfBirth),
            ("Occupation", person.Occupation),
            ("Telephone", Lines(person.Phones)),
            ("E-mail", Lines(person.Emails)),
            ("Travel documents", Lines(person.Documents.Select(d => d.Number))),
            ("Address", person.NoFixedAbode ? "No fixed abode" : Lines(person.Addresses.Select(ComparedField.AddressInWords))),
        ];
        return [.. lines.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => (line.Name, line.Value!))];
    }

    private static string Lines(IEnumerable<string> values) => string.Join("; ", values.Where(v => v.Length > 0));
}
