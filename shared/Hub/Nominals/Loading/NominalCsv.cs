using Hub.Identifiers;
using Hub.Json;
using Hub.Persons;
using static Hub.Nominals.NominalJson;

namespace Hub.Nominals.Loading;

/// <summary>A nominal from one row of a CSV file, under the rules of <see cref="NominalJson"/>. Good only where the fields have no errors afterwards.</summary>
internal static class NominalCsv
{
    private const int MaxListLength = MaxItems * MaxCodeLength;

    internal static Nominal Read(CsvFields fields, DateTimeOffset now) => new()
    {
        Id = Id(fields),
        Names = [Name(fields)],
        Born = fields.BirthDate("born", MaxCodeLength),
        Sex = fields.Sex("sex", MaxCodeLength),
        Nationality = fields.Text("nationality", MaxCodeLength),
        PncId = PncIdOf(fields, now),
        CroNumber = CroNumberOf(fields),
        VisorReference = fields.Text("visorReference", MaxCodeLength),
        PlaceOfBirth = fields.Text("placeOfBirth", MaxTextLength),
        Occupation = fields.Text("occupation", MaxTextLength),
        Phones = fields.Text("phone", MaxCodeLength) is { } phone ? [phone] : [],
        Emails = fields.Text("email", MaxTextLength) is { } email ? [email] : [],
        Documents = fields.Text("passport", MaxCodeLength) is { } number
            ? [new TravelDocument("P", number, fields.Text("passportState", MaxCodeLength))]
            : [],
        Addresses = AddressOf(fields) is { } address ? [address] : [],
        Registers = [.. fields.List("registers", MaxListLength).Distinct()],
        Markers = [.. fields.List("markers", MaxListLength).Distinct()],
        NotificationPeriods = ManagementCsv.Period(fields) is { } period ? [period] : [],
        Mappa = ManagementCsv.Mappa(fields),
        Rm2000 = ManagementCsv.Rm2000(fields),
        Orders = ManagementCsv.Order(fields) is { } order ? [order] : [],
        Responsible = ManagementCsv.Responsible(fields),
        Updated = Passed(fields, "updated", now) ?? now.ToUniversalTime(),
        Ended = Passed(fields, "ended", now),
    };

    private static DateTimeOffset? Passed(CsvFields fields, string field, DateTimeOffset now)
    {
        var moment = fields.Instant(field, MaxCodeLength);
        if (Moments.Refusal(moment, now) is var (code, message))
        {
            fields.Refuse(field, code, message);
        }

        return moment;
    }

    private static string Id(CsvFields fields)
    {
        var before = fields.Errors.Count;
        var id = fields.Text("id", MaxIdLength);
        if (id is null && fields.Errors.Count == before)
        {
            fields.Refuse("id", FieldErrorCode.Required, "Required.");
        }

        return id ?? "";
    }

    private static PersonName Name(CsvFields fields)
    {
        var before = fields.Errors.Count;
        var name = new PersonName
        {
            Surname = fields.Text("surname", MaxNameLength) ?? "",
            Given = [.. Words(fields.Text("given", MaxNameLength)), .. Words(fields.Text("middle", MaxNameLength))],
        };
        if (name.Surname.Length == 0 && name.Given.IsEmpty && fields.Errors.Count == before)
        {
            fields.Refuse("surname", FieldErrorCode.Required, "Neither a surname nor a given name.");
        }

        return name;
    }

    private static string[] Words(string? names) => names?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? PncIdOf(CsvFields fields, DateTimeOffset now)
    {
        if (fields.Text("pncId", MaxCodeLength) is not { } text)
        {
            return null;
        }

        if (PncId.TryParse(text, now.UtcDateTime.Year, out var id, out var problem))
        {
            return id.ToString();
        }

        fields.Refuse("pncId", FieldErrorCode.InvalidIdentifier, problem);
        return null;
    }

    private static string? CroNumberOf(CsvFields fields)
    {
        if (fields.Text("croNumber", MaxCodeLength) is not { } text)
        {
            return null;
        }

        if (CroNumber.TryParse(text, out var number, out var problem))
        {
            return number.ToString();
        }

        fields.Refuse("croNumber", FieldErrorCode.InvalidIdentifier, problem);
        return null;
    }

    private static Address? AddressOf(CsvFields fields)
    {
        var address = new Address
        {
            Lines = [.. fields.AddressLines(MaxTextLength)],
            Postcode = fields.Text("postcode", MaxCodeLength),
            Borough = fields.Text("borough", MaxTextLength),
            From = fields.Date("addressFrom", MaxCodeLength),
            To = fields.Date("addressTo", MaxCodeLength),
        };
        return address.Lines.IsEmpty && address.Postcode is null && address.Borough is null ? null : address;
    }
}
