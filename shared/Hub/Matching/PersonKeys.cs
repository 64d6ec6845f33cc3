using Hub.Nominals;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>
/// The blocking keys of a person: two people who share one are compared. Identifiers, the date of birth with its usual
/// slips, surname and given name either way round, the surname with the year of birth, and the postcode; the most telling first.
/// </summary>
internal static class PersonKeys
{
    public static IEnumerable<string> Of(Nominal nominal) => Of(
        nominal.Names, nominal.Born, nominal.PncId, nominal.CroNumber, nominal.Documents, nominal.Addresses);

    public static IEnumerable<string> Of(PersonDetails person) => Of(
        person.Names, person.Born, person.PncId, person.CroNumber, person.Documents, person.Addresses);

    private static IEnumerable<string> Of(
        IEnumerable<PersonName> names, BirthDate? born, string? pnc, string? cro, IEnumerable<TravelDocument> documents, IEnumerable<Address> addresses)
    {
        if (pnc is not null)
        {
            yield return "pnc:" + pnc;
        }

        if (cro is not null)
        {
            yield return "cro:" + cro;
        }

        foreach (var document in documents)
        {
            yield return "doc:" + document.Number;
        }

        if (born?.Exact is { } date)
        {
            yield return $"born:{date:yyyy-MM-dd}";
            yield return $"born-any-order:{date.Year}:{Math.Min(date.Month, date.Day)}:{Math.Max(date.Month, date.Day)}";
        }

        foreach (var name in names)
        {
            var surname = NameText.Normalise(name.Surname);
            var given = name.Given.IsEmpty ? "" : NameText.Normalise(name.Given[0]);
            yield return string.CompareOrdinal(surname, given) < 0 ? $"name:{surname}:{given}" : $"name:{given}:{surname}";
            if (born is { } known && surname.Length > 0)
            {
                yield return $"surname-year:{surname}:{known.Year}";
            }
        }

        foreach (var address in addresses)
        {
            if (address.Postcode is { } postcode)
            {
                yield return $"postcode:{PostcodeText(postcode)}";
            }
        }
    }

    public static string PostcodeText(string postcode) => string.Concat(postcode.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
