using Hub.Feeds;
using Hub.Json;
using Hub.Persons;
using Hub.Time;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>Reads a deported-offender alert and says everything that is wrong with it.</summary>
internal static class AlertReading
{
    public const int MaxReference = 100;

    private const int MaxConvictions = 20;
    private const int MaxText = 4_000;

    public static DeportedOffenderAlert Read(JsonFields report, ReadingContext context)
    {
        var source = report.RequiredEnum<AlertSource>("source");
        var withdraws = report.OptionalText("withdraws", MaxReference);
        var alert = new DeportedOffenderAlert
        {
            Reference = report.RequiredText("reference", MaxReference),
            Source = source,
            Authority = Text(report, "authority", 200, source == AlertSource.ForeignAuthority ? "Say which foreign authority it is: officers must be able to ask it back." : null),
            AlertedAt = report.RequiredInstant("alertedAt"),
            Subject = PersonReading.Read(withdraws is null ? report.RequiredObject("subject") : report.Object("subject"), context),
            Corrects = report.OptionalText("corrects", MaxReference),
            Withdraws = withdraws,
            Reason = Text(report, "reason", MaxText, withdraws is null ? null : "Say why the alert is taken back: a case may be under way."),
        };
        if (context.IsToCome(alert.AlertedAt))
        {
            report.Refuse("alertedAt", "alert-in-future", "The alert was raised in the future; check the date and the offset from UTC.");
        }

        RefuseReferences(report, alert);

        // Of one that only takes another back nothing else is read: a landing that is past by now must not keep it out.
        return alert.Withdraws is null ? WithContent(report, alert, context) : alert;
    }

    private static DeportedOffenderAlert WithContent(JsonFields report, DeportedOffenderAlert alert, ReadingContext context)
    {
        var risk = report.Object("risk");
        var whole = alert with
        {
            Convictions = [.. report.Objects("convictions", MaxConvictions).Select(c => Conviction(c, alert.Subject.Born, context))],
            DeportingState = DeportingState(report, context),
            Arrival = ArrivalReading.Read(report.Object("arrival"), context),
            IntendedAddress = IntendedAddress(report.Object("intendedAddress"), context),
            NoFixedAbode = report.Bool("noFixedAbode") ?? false,
            RiskLevel = risk.Enum<RiskLevel>("level"),
            RiskInformation = risk.OptionalText("information", MaxText, multiline: true),
        };
        if (whole is { NoFixedAbode: true, IntendedAddress: not null })
        {
            report.Refuse("intendedAddress", "address-contradicts-no-fixed-abode", "An address to live at and no fixed abode cannot both be right; send the one that is.");
        }

        return whole;
    }

    /// <param name="required">Why it is needed; null where it is not.</param>
    private static string? Text(JsonFields report, string name, int maxLength, string? required)
    {
        var before = report.Errors.Count;
        var text = report.OptionalText(name, maxLength, multiline: true);
        if (text is null && required is not null && report.Errors.Count == before)
        {
            report.Refuse(name, FieldErrorCode.Required, required);
        }

        return text;
    }

    private static void RefuseReferences(JsonFields report, DeportedOffenderAlert alert)
    {
        if (alert is { Corrects: not null, Withdraws: not null })
        {
            report.Refuse("withdraws", "corrects-and-withdraws", "One alert either corrects another or withdraws it. A correction takes the place of what it corrects by itself.");
        }

        if (alert.Corrects is not null && alert.Corrects == alert.Reference)
        {
            report.Refuse("corrects", "refers-to-itself", "An alert cannot correct itself. Give it a reference of its own.");
        }

        if (alert.Withdraws is not null && alert.Withdraws == alert.Reference)
        {
            report.Refuse("withdraws", "refers-to-itself", "An alert cannot withdraw itself. Give it a reference of its own.");
        }
    }

    private static ForeignConviction Conviction(JsonFields fields, BirthDate? born, ReadingContext context)
    {
        var country = fields.RequiredText("country", 100);
        if (country.Length > 0 && !context.Countries.TryFind(country, out _))
        {
            fields.Refuse("country", "unknown-country", "Not a country: send its name in English or its ISO 3166-1 code.");
        }

        var date = fields.BirthDate("date");
        if (date is { } convicted && First(convicted) > LondonTime.DateOf(context.Now))
        {
            fields.Refuse("date", "conviction-in-future", "The conviction is in the future.");
        }
        else if (date is { } then && born is { } birth && Last(then) < First(birth))
        {
            fields.Refuse("date", "conviction-before-birth", "The conviction is before the person's date of birth; one of the two is wrong.");
        }

        return new ForeignConviction(
            fields.RequiredText("offence", 500),
            context.Countries.TryFind(country, out var found) ? found.Code : "",
            date,
            fields.OptionalText("sentence", 500),
            fields.Bool("sexual") ?? false,
            fields.Bool("violent") ?? false);
    }

    private static string? DeportingState(JsonFields report, ReadingContext context)
    {
        if (report.OptionalText("deportingState", 100) is not { } text)
        {
            return null;
        }

        if (!context.Countries.TryFind(text, out var country))
        {
            report.Refuse("deportingState", "unknown-country", "Not a country: send its name in English or its ISO 3166-1 code.");
            return null;
        }

        if (country.Code == Places.Airport.UnitedKingdom)
        {
            report.Refuse("deportingState", "not-abroad", "The deporting state is the one the person comes from, not the United Kingdom.");
        }

        return country.Code;
    }

    private static Address? IntendedAddress(JsonFields fields, ReadingContext context) =>
        PersonReading.Address(fields, context) is { } address && (!address.Lines.IsEmpty || address.Postcode is not null || address.Borough is not null) ? address : null;

    private static DateOnly First(BirthDate date) => new(date.Year, date.Month ?? 1, date.Day ?? 1);

    private static DateOnly Last(BirthDate date) =>
        new(date.Year, date.Month ?? 12, date.Day ?? DateTime.DaysInMonth(date.Year, date.Month ?? 12));
}
