using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Hub.Border.Travel;
using Hub.Json;
using Hub.Persons;

namespace Hub.Nominals;

/// <summary>
/// Reads a nominal as a sender writes it: the shape of <see cref="Nominal"/>, with <c>cro</c> and <c>visor</c> also
/// taken for <c>croNumber</c> and <c>visorReference</c>. Identifiers of the person must be right; what only describes
/// them, such as a postcode or a document's number, is kept as written. What only the hub may say, <c>mergedInto</c> and
/// <c>provisional</c>, is passed over: a record that a sender writes is a real one, and stands for itself.
/// </summary>
public static class NominalJson
{
    // Somebody may be known by these while their name is not.
    private static readonly string[] Identifying = ["born", "pncId", "cro", "croNumber", "documents"];

    public const int MaxIdLength = 64;
    public const int MaxNameLength = 200;
    public const int MaxTextLength = 200;
    public const int MaxCodeLength = 64;
    public const int MaxItems = 50;

    /// <summary>Reads one nominal.</summary>
    /// <param name="now">Decides the century of a short PNC ID, and stands in for <c>updated</c> where that is missing.</param>
    /// <param name="id">The id it must have, where something else than the body says which nominal this is.</param>
    /// <param name="errors">Everything wrong with it, by JSON path; empty where it is right.</param>
    /// <param name="places">Where places of travel are looked up; as published where null.</param>
    public static bool TryRead(
        JsonElement element, DateTimeOffset now, string? id, [NotNullWhen(true)] out Nominal? nominal, out ImmutableArray<FieldError> errors, TravelPlaces? places = null)
    {
        var fields = new JsonFields(element);
        var read = Read(fields, now, id, places);
        errors = [.. fields.Errors];
        nominal = errors.IsEmpty ? read : null;
        return nominal is not null;
    }

    /// <summary>As <see cref="TryRead"/>, adding what is wrong to the fields' errors; what is returned counts only where there are none.</summary>
    public static Nominal Read(JsonFields fields, DateTimeOffset now, string? id, TravelPlaces? places = null) => new()
    {
        Id = Id(fields, id),
        Names = Names(fields),
        Born = fields.BirthDate("born"),
        Sex = fields.Enum<Sex>("sex") ?? Sex.Unknown,
        Nationality = fields.OptionalText("nationality", MaxCodeLength),
        PncId = PersonFields.PncId(fields, "pncId", now.UtcDateTime.Year),
        CroNumber = PersonFields.CroNumber(fields, fields.Has("croNumber") ? "croNumber" : "cro"),
        VisorReference = fields.OptionalText(fields.Has("visorReference") ? "visorReference" : "visor", MaxCodeLength),
        PlaceOfBirth = fields.OptionalText("placeOfBirth", MaxTextLength),
        Occupation = fields.OptionalText("occupation", MaxTextLength),
        Phones = fields.Texts("phones", MaxItems, MaxCodeLength),
        Emails = fields.Texts("emails", MaxItems, MaxTextLength),
        Documents = [.. fields.Objects("documents", MaxItems).Select(PersonFields.Document)],
        Addresses = [.. fields.Objects("addresses", MaxItems).Select(PersonFields.Address)],
        Registers = [.. fields.Texts("registers", MaxItems, MaxCodeLength).Distinct()],
        Markers = [.. fields.Texts("markers", MaxItems, MaxCodeLength).Distinct()],
        NotificationPeriods = ManagementFields.Periods(fields, "notificationPeriods"),
        TravelNotified = TravelNotificationReading.ReadAll(fields, "travelNotified", places),
        Mappa = ManagementFields.Mappa(fields.Object("mappa")),
        Rm2000 = fields.Enum<Rm2000>("rm2000"),
        Orders = ManagementFields.Orders(fields, "orders"),
        Responsible = ManagementFields.Responsible(fields.Object("responsible")),
        Updated = Moments.Passed(fields, "updated", now) ?? now.ToUniversalTime(),
        Ended = Moments.Passed(fields, "ended", now),
    };

    private static string Id(JsonFields fields, string? expected)
    {
        // The id of an address has been through no other check; what could not be loaded must not come in this way either.
        if (expected is not null && (string.IsNullOrWhiteSpace(expected) ? (FieldErrorCode.Required, "Required.") : TextRules.Problem(expected, MaxIdLength)) is var (code, message))
        {
            fields.Refuse("id", code, message);
        }

        var id = expected is null ? fields.RequiredText("id", MaxIdLength) : fields.OptionalText("id", MaxIdLength) ?? expected;
        if (expected is not null && id != expected)
        {
            fields.Refuse("id", "id-differs", "Differs from the id that was asked for.");
        }

        return id;
    }

    private static ImmutableArray<PersonName> Names(JsonFields fields)
    {
        var errorsBefore = fields.Errors.Count;
        var names = fields.Objects("names", MaxItems)
            .Select((name, i) => new PersonName
            {
                Kind = name.Enum<NameKind>("kind") ?? (i == 0 ? NameKind.Primary : NameKind.Alias),
                Surname = name.OptionalText("surname", MaxNameLength) ?? "",
                Given = name.Texts("given", MaxItems, MaxNameLength),
            })
            .Where(name => !IsBlank(name))
            .OrderBy(name => name.Kind != NameKind.Primary)
            .ToImmutableArray();
        if (names.IsEmpty && fields.Errors.Count == errorsBefore && !Identifying.Any(fields.Has))
        {
            fields.Refuse("names", FieldErrorCode.Required, "Nothing says who this is: no name, no date of birth, no identifier.");
        }

        return names;
    }

    private static bool IsBlank(PersonName name) => name.Surname.Length == 0 && name.Given.IsEmpty;
}
