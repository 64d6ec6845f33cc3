using System.Collections.Immutable;
using Hub.Border.Travel;
using Hub.Json;
using Hub.Places;

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

    public static ImmutableArray<CourtOrder> Orders(JsonFields fields, string name) =>
        [.. fields.Objects(name, NominalJson.MaxItems).Select(Order).OfType<CourtOrder>()];

    /// <summary>Who manages them; the borough by any of its names, and in London: no other has a team the hub tells.</summary>
    public static Responsible? Responsible(JsonFields fields)
    {
        var borough = fields.OptionalText("borough", NominalJson.MaxTextLength);
        Authority? authority = null;
        if (borough is not null && !(AuthorityDirectory.Default.TryFind(borough, out authority) && authority.IsLondon))
        {
            fields.Refuse("borough", "not-a-london-borough", "Not a local authority of London in the directory.");
        }

        var officer = fields.OptionalText("officer", NominalJson.MaxTextLength);
        return borough is null && officer is null ? null : new Responsible(authority?.Id, officer);
    }

    private static CourtOrder? Order(JsonFields fields)
    {
        var kind = fields.RequiredText("kind", NominalJson.MaxCodeLength);
        return Period(fields) is { } period ? new CourtOrder(kind, period.From, period.To, fields.OptionalText("court", NominalJson.MaxTextLength)) : null;
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
