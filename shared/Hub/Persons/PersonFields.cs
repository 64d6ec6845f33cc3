using Hub.Identifiers;
using Hub.Json;

namespace Hub.Persons;

/// <summary>Reads the parts of a person that reports and the register have in common.</summary>
internal static class PersonFields
{
    public const int MaxItems = 50;
    public const int MaxTextLength = 200;
    public const int MaxCodeLength = 64;

    /// <summary>A PNC ID in canonical form; one that cannot be right is an error.</summary>
    /// <param name="year">The year it is now: decides the century of a short one.</param>
    public static string? PncId(JsonFields fields, string name, int year)
    {
        if (fields.OptionalText(name, MaxCodeLength) is not { } text)
        {
            return null;
        }

        if (Identifiers.PncId.TryParse(text, year, out var id, out var problem))
        {
            return id.ToString();
        }

        fields.Refuse(name, FieldErrorCode.InvalidIdentifier, problem);
        return null;
    }

    /// <summary>A CRO number in canonical form; one that cannot be right is an error.</summary>
    public static string? CroNumber(JsonFields fields, string name)
    {
        if (fields.OptionalText(name, MaxCodeLength) is not { } text)
        {
            return null;
        }

        if (Identifiers.CroNumber.TryParse(text, out var number, out var problem))
        {
            return number.ToString();
        }

        fields.Refuse(name, FieldErrorCode.InvalidIdentifier, problem);
        return null;
    }

    /// <summary>A travel document, its number as written.</summary>
    public static TravelDocument Document(JsonFields fields) => new(
        fields.OptionalText("type", MaxCodeLength) ?? "P",
        fields.RequiredText("number", MaxCodeLength),
        fields.OptionalText("issuingState", MaxCodeLength),
        fields.Date("expiry"));

    /// <summary>An address; its postcode in canonical form where it is one, else as written, since it only describes.</summary>
    public static Address Address(JsonFields fields)
    {
        var postcode = fields.OptionalText("postcode", MaxCodeLength);
        return new Address
        {
            Lines = fields.Texts("lines", MaxItems, MaxTextLength),
            Postcode = Postcode.TryParse(postcode, null, out var canonical) ? canonical.ToString() : postcode,
            Borough = fields.OptionalText("borough", MaxTextLength),
            From = fields.Date("from"),
            To = fields.Date("to"),
        };
    }
}
