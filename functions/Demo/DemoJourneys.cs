using System.Globalization;
using Hub.Border.Travel;
using Hub.Nominals;
using Hub.Persons;
using Hub.Time;

namespace Hub.Functions.Demo;

/// <summary>
/// What border liaison officers found themselves: two years of one offender's journeys, notified and not, the last of which
/// brings him back in two hours; and two others who are abroad now.
/// </summary>
internal sealed class DemoJourneys(DateTimeOffset now)
{
    /// <summary>The offender with two years of journeys.</summary>
    public const string Traveller = "V-5001";

    private readonly DateOnly today = LondonTime.DateOf(now);

    public IReadOnlyList<Nominal> Register =>
    [
        Offender(Traveller, "Hardcastle", "Leonard", "1962-02-11", "Camden", "502117644") with
        {
            TravelNotified =
            [
                Told("T-11", left: 690, early: 20, "THA", "BKK", nights: 14),
                Told("T-12", left: 560, early: 3, "KHM", "PNH", nights: 10),
                Told("T-13", left: 420, early: 15, "PHL", "MNL", nights: 9),
                Told("T-14", left: 190, early: 30, "VNM", "SGN", nights: 12),
            ],
        },
        Offender("V-5002", "Inchbald", "Rupert", "1975-12-02", "Ealing", "518230067"),
        Offender("V-5003", "Lovibond", "Terence", "1953-06-25", "Camden", "509944120") with
        {
            TravelNotified = [Told("T-31", left: 12, early: 21, "THA", "BKK", nights: 13)],
        },
    ];

    /// <summary>Long ago, in the border liaison's shape: these are over.</summary>
    public IEnumerable<object> Past =>
    [
        .. There("01", 690, "BA9", "BKK", 14),
        .. There("02", 560, "VN50", "PNH", 10),
        .. There("03", 420, "PR721", "MNL", 16),
        .. There("04", 300, "BA9", "BKK", 21),
        .. There("05", 190, "VN50", "SGN", 12),
        .. There("06", 75, "TG917", "BKK", 8),
    ];

    /// <summary>As the others; of these the return is to come.</summary>
    public IEnumerable<object> Abroad =>
    [
        Match("07", "Hardcastle", "Leonard", "1962-02-11", "502117644", "BA9", "LHR", "BKK", today.AddDays(-9), back: LandsIn(2), "BA10"),
        Match("08", "Inchbald", "Rupert", "1975-12-02", "518230067", "TG911", "LHR", "HKT", today.AddDays(-5), back: LandsIn(27), "TG910"),
        Match("09", "Lovibond", "Terence", "1953-06-25", "509944120", "BA9", "LHR", "BKK", today.AddDays(-12), back: LandsIn(20), "BA10"),
    ];

    private IEnumerable<object> There(string number, int left, string flight, string to, int nights) =>
    [
        Match(number, "Hardcastle", "Leonard", "1962-02-11", "502117644", flight, "LHR", to, today.AddDays(-left), null, null),
        Match($"{number}B", "Hardcastle", "Leonard", "1962-02-11", "502117644", $"{flight}1", to, "LHR", today.AddDays(nights - left), null, null),
    ];

    private object Match(string number, string surname, string given, string born, string passport, string flight, string from, string to, DateOnly day, string? back, string? backOn) => new
    {
        reference = $"DEMO/JBOC/{number}",
        traveller = new { surname, given = new[] { given }, born, documents = new[] { new { number = passport, issuingState = "GBR" } } },
        flight,
        from,
        to,
        departs = $"{Text(day)}T11:25",
        returns = back,
        returnsTo = back is null ? null : "LHR",
        returnFlight = backOn,
    };

    private TravelNotification Told(string id, int left, int early, string country, string at, int nights) => new()
    {
        Id = id,
        NotifiedAt = now.AddDays(-left - early),
        Departs = today.AddDays(-left),
        Country = country,
        PointOfArrival = at,
        Returns = today.AddDays(nights - left),
        ReturnPoint = "LHR",
    };

    private Nominal Offender(string id, string surname, string given, string born, string borough, string passport) => new()
    {
        Id = id,
        Names = [new PersonName { Surname = surname, Given = [given] }],
        Born = BirthDate.Parse(born),
        Sex = Sex.Male,
        Nationality = "GBR",
        Documents = [new TravelDocument("P", passport, "GBR", null)],
        Addresses = [new Address { Lines = ["3 Mornington Gate"], Borough = borough }],
        Registers = ["visor"],
        NotificationPeriods = [new NotificationPeriod(today.AddYears(-6), null)],
        Mappa = new Mappa(1, 2),
        Rm2000 = Rm2000.High,
        Updated = now.AddDays(-20),
    };

    private string LandsIn(int hours) => LondonTime.Of(now.AddHours(hours)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
