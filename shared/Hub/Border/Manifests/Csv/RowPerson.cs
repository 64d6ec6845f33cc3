using Hub.Identifiers;
using Hub.Persons;
using Hub.Places;

namespace Hub.Border.Manifests.Csv;

/// <summary>
/// The person of one row. What only describes is taken as far as it can be read: nobody escapes screening because a
/// nationality is misspelt. A date that cannot be read, and a missing name, set the row aside.
/// </summary>
internal static class RowPerson
{
    internal static PersonDetails? Read(RowFields row, CountryDirectory countries)
    {
        if (Name(row) is not { } name)
        {
            row.Refuse("name-missing", "The row names nobody.");
            return null;
        }

        return new PersonDetails
        {
            Names = [name],
            Born = row.Born("born"),
            Sex = row.Sex("sex"),
            Nationality = countries.TryFind(row.Text("nationality"), out var country) ? country.Code : null,
            PlaceOfBirth = row.Text("placeOfBirth", RowFields.MaxTextLength),
            PncId = Pnc(row),
            VisorReference = row.Text("visorReference"),
            Documents = Document(row, countries) is { } document ? [document] : [],
        };
    }

    private static PersonName? Name(RowFields row)
    {
        var (surname, given, middle) = (NameText("surname"), NameText("given"), NameText("middle"));
        var whole = NameText("name");
        // Carriers put the whole of it, SMITH/JOHN MR, into a column called surname too.
        return surname?.Contains('/', StringComparison.Ordinal) == true && given is null ? WrittenName.Of(surname)
            : WrittenName.Of(surname, given, middle) ?? (whole is null ? null : WrittenName.Of(whole));

        string? NameText(string field) => row.Text(field, RowFields.MaxTextLength);
    }

    private static TravelDocument? Document(RowFields row, CountryDirectory countries)
    {
        if (row.Text("document") is not { } number)
        {
            return null;
        }

        var state = row.Text("issuingState");
        var code = countries.TryFind(state, out var country) ? country.Code : state is { Length: 3 } ? state.ToUpperInvariant() : null;
        return new TravelDocument(
            Type(row.Text("documentType")),
            PassportNumber.TryParse(number, code, out var passport, out _) ? passport.Number : number,
            code,
            row.Day("expiry"));
    }

    private static string Type(string? written) => written?.ToUpperInvariant() switch
    {
        null or "PASSPORT" => "P",
        "ID" or "ID CARD" or "IDENTITY CARD" or "NATIONAL ID" => "I",
        "VISA" => "V",
        var code => code,
    };

    private static string? Pnc(RowFields row)
    {
        if (row.Text("pncId") is not { } text)
        {
            return null;
        }

        if (PncId.TryParse(text, row.Now.Year, out var id, out var problem))
        {
            return id.ToString();
        }

        row.Refuse("pncId", Json.FieldErrorCode.InvalidIdentifier, problem);
        return null;
    }
}
