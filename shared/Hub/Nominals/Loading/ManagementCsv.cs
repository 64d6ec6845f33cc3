using Hub.Border.Travel;
using Hub.Json;
using Hub.Places;

namespace Hub.Nominals.Loading;

/// <summary>How a nominal is managed, from one row of a CSV file, which has room for one notification period and one order.</summary>
internal static class ManagementCsv
{
    internal static NotificationPeriod? Period(CsvFields fields) =>
        Days(fields, "notificationFrom", "notificationTo") is { } days ? new NotificationPeriod(days.From, days.To) : null;

    internal static CourtOrder? Order(CsvFields fields)
    {
        const string Kind = "orderKind";
        var before = fields.Errors.Count;
        var kind = fields.Text(Kind, NominalJson.MaxCodeLength);
        var days = Days(fields, "orderFrom", "orderTo");
        var court = fields.Text("orderCourt", NominalJson.MaxTextLength);
        if (fields.Errors.Count == before && (kind is null) != (days is null))
        {
            fields.Refuse(kind is null ? Kind : "orderFrom", FieldErrorCode.Required, "An order needs its kind and its first day.");
        }

        return kind is not null && days is { } known ? new CourtOrder(kind, known.From, known.To, court) : null;
    }

    internal static Responsible? Responsible(CsvFields fields)
    {
        const string Borough = "responsibleBorough";
        var borough = fields.Text(Borough, NominalJson.MaxTextLength);
        Authority? authority = null;
        if (borough is not null && !(AuthorityDirectory.Default.TryFind(borough, out authority) && authority.IsLondon))
        {
            fields.Refuse(Borough, "not-a-london-borough", "Not a local authority of London in the directory.");
        }

        var officer = fields.Text("responsibleOfficer", NominalJson.MaxTextLength);
        return borough is null && officer is null ? null : new Responsible(authority?.Id, officer);
    }

    private static (DateOnly From, DateOnly? To)? Days(CsvFields fields, string fromField, string toField)
    {
        var before = fields.Errors.Count;
        var from = fields.Date(fromField, NominalJson.MaxCodeLength);
        var to = fields.Date(toField, NominalJson.MaxCodeLength);
        if (from is null && to is not null && fields.Errors.Count == before)
        {
            fields.Refuse(fromField, FieldErrorCode.Required, "Required where the end of the period is given.");
        }

        if (to < from)
        {
            fields.Refuse(toField, "to-before-from", "The period ends before it begins.");
        }

        return from is { } first ? (first, to) : null;
    }

    internal static Mappa? Mappa(CsvFields fields)
    {
        var before = fields.Errors.Count;
        var category = fields.Int("mappaCategory", 1, 3);
        var level = fields.Int("mappaLevel", 1, 3);
        if (category is null && level is not null && fields.Errors.Count == before)
        {
            fields.Refuse("mappaCategory", FieldErrorCode.Required, "Required where the level is given.");
        }

        return category is { } known ? new Mappa(known, level) : null;
    }

    internal static Rm2000? Rm2000(CsvFields fields)
    {
        if (fields.Text("rm2000", NominalJson.MaxCodeLength) is not { } text)
        {
            return null;
        }

        if (EnumNames<Rm2000>.TryFind(text.Replace(" ", "", StringComparison.Ordinal), out var risk))
        {
            return risk;
        }

        fields.Refuse("rm2000", FieldErrorCode.NotOneOf, $"Expected one of: {EnumNames<Rm2000>.List}.");
        return null;
    }
}
