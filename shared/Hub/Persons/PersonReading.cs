using Hub.Feeds;
using Hub.Identifiers;
using Hub.Json;

namespace Hub.Persons;

/// <summary>Reads the person of a report: what every feed has in common (DOMAIN §3).</summary>
public static class PersonReading
{
    private const int OldestAge = 130;

    public static PersonDetails Read(JsonFields person, ReadingContext context) => new()
    {
        Names = [Name(person, NameKind.Primary), .. person.Objects("aliases", PersonFields.MaxItems).Select(a => Name(a, NameKind.Alias))],
        Born = person.BirthDate("born"),
        StatedAge = person.Int("age", 0, OldestAge),
        Sex = person.Enum<Sex>("sex") ?? Sex.Unknown,
        Ethnicity = person.OptionalText("ethnicity", PersonFields.MaxTextLength),
        Nationality = person.OptionalText("nationality", PersonFields.MaxCodeLength),
        PncId = PersonFields.PncId(person, "pncId", context.Now.Year),
        CroNumber = PersonFields.CroNumber(person, "croNumber"),
        VisorReference = person.OptionalText("visorReference", PersonFields.MaxCodeLength),
        PlaceOfBirth = person.OptionalText("placeOfBirth", PersonFields.MaxTextLength),
        Occupation = person.OptionalText("occupation", PersonFields.MaxTextLength),
        Phones = person.Texts("phones", PersonFields.MaxItems, PersonFields.MaxCodeLength),
        Emails = person.Texts("emails", PersonFields.MaxItems, PersonFields.MaxTextLength),
        Documents = [.. person.Objects("documents", PersonFields.MaxItems).Select(Document)],
        Addresses = [.. person.Objects("addresses", PersonFields.MaxItems).Select(a => Address(a, context))],
        NoFixedAbode = person.Bool("noFixedAbode") ?? false,
    };

    private static PersonName Name(JsonFields name, NameKind kind)
    {
        var read = new PersonName
        {
            Kind = kind,
            Surname = name.OptionalText("surname", PersonFields.MaxTextLength) ?? "",
            Given = name.Texts("given", PersonFields.MaxItems, PersonFields.MaxTextLength),
        };
        if (name.Exists && read is { Surname.Length: 0, Given.Length: 0 })
        {
            name.Refuse("surname", FieldErrorCode.Required, "A surname or a given name is required.");
        }

        return read;
    }

    private static TravelDocument Document(JsonFields fields)
    {
        var document = PersonFields.Document(fields);
        if (document.Number.Length == 0)
        {
            return document;
        }

        if (PassportNumber.TryParse(document.Number, document.IssuingState, out var passport, out var problem))
        {
            return document with { Number = passport.Number };
        }

        fields.Refuse("number", FieldErrorCode.InvalidIdentifier, problem);
        return document;
    }

    internal static Address Address(JsonFields fields, ReadingContext context)
    {
        var address = PersonFields.Address(fields);
        if (address.Borough is not null && !context.Authorities.TryFind(address.Borough, out _))
        {
            fields.Refuse("borough", "unknown-borough", "Not a local authority in the directory of England and Wales. Leave it out where it is not known.");
        }

        return address;
    }
}
