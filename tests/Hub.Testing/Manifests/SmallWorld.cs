using Hub.Border.Manifests;
using Hub.Places;

namespace Hub.Testing.Manifests;

/// <summary>A few airports and countries, and a moment of receipt, for reading manifests of invented flights.</summary>
public static class SmallWorld
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    public static AirportDirectory Airports { get; } = new(
    [
        Airport("LHR", "GBR", "Europe/London"),
        Airport("MAN", "GBR", "Europe/London"),
        Airport("JER", "JEY", "Europe/London"),
        Airport("CDG", "FRA", "Europe/Paris"),
        Airport("JFK", "USA", "America/New_York"),
        Airport("LAX", "USA", "America/Los_Angeles"),
        Airport("DXB", "ARE", "Asia/Dubai"),
        Airport("BKK", "THA", "Asia/Bangkok"),
        Airport("SYD", "AUS", "Australia/Sydney"),
        Airport("AKL", "NZL", "Pacific/Auckland"),
    ]);

    public static CountryDirectory Countries { get; } = new(
    [
        new Country("GBR", "GB", "United Kingdom"),
        new Country("FRA", "FR", "France"),
        new Country("USA", "US", "United States"),
        new Country("THA", "TH", "Thailand"),
        new Country("NZL", "NZ", "New Zealand"),
    ]);

    public static ManifestContext Context { get; } = new(Now, Airports, Countries);

    public static Airport Find(string code) => Airports.TryFind(code, out var airport) ? airport : throw new ArgumentException("No such airport here.", nameof(code));

    private static Airport Airport(string code, string country, string zone) => new(code, code, country, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
