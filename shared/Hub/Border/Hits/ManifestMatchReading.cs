using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Feeds;
using Hub.Json;
using Hub.Persons;

namespace Hub.Border.Hits;

/// <summary>Reads a manifest match as a JBOC officer types it, and says everything that is wrong with it.</summary>
internal static class ManifestMatchReading
{
    public static ManifestMatch Read(JsonFields report, ReadingContext context)
    {
        var from = FlightFields.Airport(report, "from", context.Airports, required: true);
        var to = FlightFields.Airport(report, "to", context.Airports, required: true);
        var designator = FlightFields.Designator(report, "flight", required: true);
        var departs = FlightFields.Time(report, "departs", from, required: true);
        var match = new ManifestMatch
        {
            Reference = report.RequiredText("reference", 100),
            Traveller = PersonReading.Read(report.RequiredObject("traveller"), context),
            Flight = new Flight
            {
                Carrier = designator?.Carrier ?? "",
                Number = designator?.Number ?? "",
                Legs = [new FlightLeg(from?.Code ?? "", to?.Code ?? "", departs, FlightFields.Time(report, "arrives", to, required: false))],
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
        var at = FlightFields.Airport(fields, "returnsTo", context.Airports, required: false);
        if (at is { InUnitedKingdom: false })
        {
            fields.Refuse("returnsTo", "not-in-uk", "A return lands in the United Kingdom.");
        }

        var flight = FlightFields.Designator(fields, "returnFlight", required: false)?.ToString();
        context.Airports.TryFind("LHR", out var heathrow);
        return FlightFields.Time(fields, "returns", at ?? heathrow, required: false) is { } lands ? new KnownReturn(lands, at?.Code, flight, source) : null;
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
}
