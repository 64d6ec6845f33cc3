using Hub.Border.Travel;
using Hub.Json;

namespace Hub.Nominals.Loading;

/// <summary>How a nominal is managed, from one row of a CSV file, which has room for one notification period.</summary>
internal static class ManagementCsv
{
    private const string From = "notificationFrom";
    private const string To = "notificationTo";

    internal static NotificationPeriod? Period(CsvFields fields)
    {
        var before = fields.Errors.Count;
        var from = fields.Date(From, NominalJson.MaxCodeLength);
        var to = fields.Date(To, NominalJson.MaxCodeLength);
        if (from is null && to is not null && fields.Errors.Count == before)
        {
            fields.Refuse(From, FieldErrorCode.Required, "Required where the end of the period is given.");
        }

        if (to < from)
        {
            fields.Refuse(To, "to-before-from", "The period ends before it begins.");
        }

        return from is { } first ? new NotificationPeriod(first, to) : null;
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
