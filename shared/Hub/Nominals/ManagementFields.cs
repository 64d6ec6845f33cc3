using System.Collections.Immutable;
using Hub.Border.Travel;
using Hub.Json;

namespace Hub.Nominals;

/// <summary>Reads how a nominal is managed: notification periods and MAPPA.</summary>
internal static class ManagementFields
{
    public static ImmutableArray<NotificationPeriod> Periods(JsonFields fields, string name) =>
        [.. fields.Objects(name, NominalJson.MaxItems).Select(Period).OfType<NotificationPeriod>()];

    public static Mappa? Mappa(JsonFields fields)
    {
        if (!fields.Exists)
        {
            return null;
        }

        var before = fields.Errors.Count;
        var category = fields.Int("category", 1, 3);
        if (category is null && fields.Errors.Count == before)
        {
            fields.Refuse("category", FieldErrorCode.Required, "Required.");
        }

        return new Mappa(category ?? default, fields.Int("level", 1, 3));
    }

    private static NotificationPeriod? Period(JsonFields fields)
    {
        var before = fields.Errors.Count;
        var from = fields.Date("from");
        var to = fields.Date("to");
        if (from is null && fields.Errors.Count == before)
        {
            fields.Refuse("from", FieldErrorCode.Required, "Required.");
        }

        if (to < from)
        {
            fields.Refuse("to", "to-before-from", "The period ends before it begins.");
        }

        return from is { } first ? new NotificationPeriod(first, to) : null;
    }
}
