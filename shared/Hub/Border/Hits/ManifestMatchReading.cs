using System.Globalization;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Feeds;
using Hub.Json;
using Hub.Persons;
using Hub.Places;

namespace Hub.Border.Hits;

/// <summary>Reads a manifest match as a JBOC officer types it, and says everything that is wrong with it.</summary>
internal static class ManifestMatchReading
{
    private static readonly string[] LocalTimes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    public static ManifestMatch Read(JsonFields report, ReadingContext context)
    {
        var from = Airport(report, "from", context, required: true);
        var to = Airport(report, "to", context, required: true);
        var designator = Designator(report, "flight", required: true);
        var departs = Time(report, "departs", from, required: true);
        var match = new ManifestMatch
        {
            Reference = report.RequiredText("reference", 100),
            Traveller = PersonReading.Read(report.RequiredObject("traveller"), context),
            Flight = new Flight
            {
                Carrier = designator?.Carrier ?? "",
                Number = designator?.Number ?? "",
                Legs = [new FlightLeg(from?.Code ?? "", to?.Code ?? "", departs, Time(report, "arrives", to, required: false))],
            },
            Boards = from?.Code ?? "",
            Leaves = to?.Code ?? "",
            Crew = report.Bool("crew") ?? false,
            Booking = report.OptionalText("booking", 20),
            Companions = report.Int("companions", 0, 1_000),
            Children = [.. report.Objects("children", 30).Select(Child)],
            Return = Return(report, context),
            Remarks = report.OptionalText("remarks", 1_000, multiline: true),
        };
        RefuseImpossible(report, match);
        return match;
    }

    /// <summary>When and where somebody lands back: <c>returns</c>, <c>returnsTo</c>, <c>returnFlight</c>. Null where no day is given.</summary>
    public static KnownReturn? Return(JsonFields fields, ReadingContext context, ReturnSource source = ReturnSource.Border)
    {
        var at = Airport(fields, "returnsTo", context, required: false);
        if (at is { InUnitedKingdom: false })
        {
            fields.Refuse("returnsTo", "not-in-uk", "A return lands in the United Kingdom.");
        }

        var flight = Designator(fields, "returnFlight", required: false)?.ToString();
        context.Airports.TryFind("LHR", out var heathrow);
        return Time(fields, "returns", at ?? heathrow, required: false) is { } lands ? new KnownReturn(lands, at?.Code, flight, source) : null;
    }

    private static ChildOnBooking Child(JsonFields child)
    {
        var name = child.RequiredText("name", 200);
        if (child.BirthDate("born") is { } born)
        {
            return new ChildOnBooking(name, born, child.Enum<Sex>("sex") ?? Sex.Unknown);
        }

        child.Refuse("born", FieldErrorCode.Required, "A date of birth, or at least its year: it is what makes somebody a child.");
        return new ChildOnBooking(name, default, Sex.Unknown);
    }

    private static void RefuseImpossible(JsonFields report, ManifestMatch match)
    {
        if (match.Boards.Length > 0 && match.Boards == match.Leaves)
        {
            report.Refuse("to", "same-airport", "The flight lands where it left.");
        }

        var leg = match.Flight.Legs[0];
        if (leg.Arrives is { } lands && leg.Departs is { } leaves && lands.Latest <= leaves.Earliest)
        {
            report.Refuse("arrives", "lands-before-departure", "The flight lands before it leaves; both times are those on the airport's own clocks.");
        }

        if (match.Return is { } back && leg.Departs is { } left && back.Lands.Latest < left.Earliest)
        {
            report.Refuse("returns", "returns-before-departure", "The return is before the departure.");
        }
    }

    private static Airport? Airport(JsonFields fields, string name, ReadingContext context, bool required)
    {
        if ((required ? fields.RequiredText(name, 10) : fields.OptionalText(name, 10)) is not { Length: > 0 } code)
        {
            return null;
        }

        if (context.Airports.TryFind(code, out var airport))
        {
            return airport;
        }

        fields.Refuse(name, "unknown-airport", "Not the code of an airport with scheduled flights (IATA, ICAO or UN/LOCODE).");
        return null;
    }

    private static FlightDesignator? Designator(JsonFields fields, string name, bool required)
    {
        if ((required ? fields.RequiredText(name, 12) : fields.OptionalText(name, 12)) is not { Length: > 0 } text)
        {
            return null;
        }

        if (FlightDesignator.TryParse(text, out var designator))
        {
            return designator;
        }

        fields.Refuse(name, FieldErrorCode.InvalidText, "Expected an airline's code and a number, such as BA9.");
        return null;
    }

    private static FlightTime? Time(JsonFields fields, string name, Airport? airport, bool required)
    {
        if ((required ? fields.RequiredText(name, 40) : fields.OptionalText(name, 40)) is not { Length: > 0 } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1990 and < 2100)
        {
            return airport is null ? null : FlightTime.On(airport, day);
        }

        if (DateTime.TryParseExact(text, LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 1990 and < 2100)
        {
            return airport is null ? null : FlightTime.At(airport, local);
        }

        fields.Refuse(name, FieldErrorCode.NotADate, "Expected a day, or a day and time on the airport's own clocks: 2026-12-01 or 2026-12-01T21:30.");
        return null;
    }
}
