using System.Collections.Immutable;
using System.Globalization;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Places;

namespace Hub.Tests.Border.Travel;

/// <summary>Flights, notifications and duties with everything they need, for tests to change what matters.</summary>
internal static class Trip
{
    private static readonly Dictionary<string, Airport> Airports = new (string Code, string Country, string Zone)[]
    {
        ("LHR", "GBR", "Europe/London"), ("EDI", "GBR", "Europe/London"), ("BFS", "GBR", "Europe/London"),
        ("DUB", "IRL", "Europe/Dublin"), ("JER", "JEY", "Europe/London"), ("CDG", "FRA", "Europe/Paris"), ("ALC", "ESP", "Europe/Madrid"),
        ("DXB", "ARE", "Asia/Dubai"), ("BKK", "THA", "Asia/Bangkok"), ("HKT", "THA", "Asia/Bangkok"), ("SGN", "VNM", "Asia/Ho_Chi_Minh"),
        ("SYD", "AUS", "Australia/Sydney"), ("APW", "WSM", "Pacific/Apia"), ("PPG", "ASM", "Pacific/Pago_Pago"),
    }.ToDictionary(a => a.Code, a => new Airport(a.Code, a.Code, a.Country, TimeZoneInfo.FindSystemTimeZoneById(a.Zone)));

    public static CountryDirectory Countries { get; } = new([
        new Country("THA", "TH", "Thailand"), new Country("VNM", "VN", "Vietnam"), new Country("FRA", "FR", "France"),
        new Country("ESP", "ES", "Spain"), new Country("ARE", "AE", "United Arab Emirates"), new Country("GBR", "GB", "United Kingdom"),
    ]);

    public static Airport Airport(string code) => Airports[code];

    /// <summary>A time on an airport's clocks, such as <c>2026-12-01 21:00</c>, or a day alone.</summary>
    public static FlightTime At(string airport, string local) => local.Length == 10
        ? FlightTime.On(Airports[airport], Day(local))
        : FlightTime.At(Airports[airport], DateTime.ParseExact(local, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture));

    public static FlightTime Exactly(DateTimeOffset moment) => new(DateOnly.FromDateTime(moment.DateTime), moment, moment);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment on London's clocks.</summary>
    public static DateTimeOffset London(string local) => At("LHR", local).Earliest.ToUniversalTime();

    public static Sighting Flight(string from, string to, string departs, string? arrives = null, string flight = "BA9") =>
        Flight(from, to, At(from, departs), arrives is null ? null : At(to, arrives), flight);

    public static Sighting Flight(string from, string to, FlightTime departs, FlightTime? arrives = null, string flight = "BA9") => new()
    {
        Case = CaseId.For("manifest-hit", $"{flight}/{from}/{to}/{departs.Earliest:O}/{departs.Latest:O}/{arrives}"),
        Flight = flight,
        From = from,
        FromCountry = Airports[from].Country,
        To = to,
        ToCountry = Airports[to].Country,
        Departs = departs,
        Arrives = arrives,
    };

    /// <summary>Out to Thailand and, where given, seen to land at Heathrow.</summary>
    public static Journey Out(string departs, string? lands = null) => Out(At("LHR", departs), lands is null ? null : At("LHR", lands));

    public static Journey Out(FlightTime departs, FlightTime? lands = null, string to = "BKK")
    {
        var left = Flight("LHR", to, departs);
        var back = lands is null ? null : Flight(to, "LHR", At("LHR", "2000-01-01"), lands, "BA10");
        return new Journey
        {
            Sightings = back is null ? [left] : [left, back],
            Out = left,
            Back = back,
            Return = back is null ? null : new KnownReturn(lands!, "LHR", "BA10", ReturnSource.Sighted),
        };
    }

    public static Journey Joined(params Sighting[] sightings) => Assert.Single(Journeys.Join(sightings));

    /// <summary>Of a journey to Thailand; given at a moment on London's clocks.</summary>
    public static TravelNotification Notified(string at, string departs, string? returns = null, string id = "TN-1") =>
        Notified(London(at), Day(departs), returns is null ? null : Day(returns), id);

    public static TravelNotification Notified(DateTimeOffset at, DateOnly departs, DateOnly? returns = null, string id = "TN-1") => new()
    {
        Id = id,
        NotifiedAt = at,
        Departs = departs,
        Country = "THA",
        Returns = returns,
    };

    /// <summary>Subject for good, since 2000.</summary>
    public static NotificationDuty Subject(params TravelNotification[] notifications) =>
        new([new NotificationPeriod(new DateOnly(2000, 1, 1), null)], true, [.. notifications]);

    /// <summary>On a register of sex offenders, without a period.</summary>
    public static NotificationDuty PerhapsSubject(params TravelNotification[] notifications) => new([], true, [.. notifications]);

    public static TravelJudgement Judge(Journey journey, NotificationDuty duty) => TravelLaw.Judge(journey, duty, Countries);

    public static TravelOutcome Outcome(Journey journey, params TravelNotification[] notifications) => Judge(journey, Subject(notifications)).Outcome;

    public static ImmutableArray<TravelJudgement> JudgeAll(IEnumerable<Journey> journeys, NotificationDuty duty) =>
        TravelLaw.JudgeAll([.. journeys], duty, Countries);
}
