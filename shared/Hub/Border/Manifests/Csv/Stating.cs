using Hub.Border.Flights;
using Hub.Places;

namespace Hub.Border.Manifests.Csv;

/// <summary>Reads the flight that is stated beside a file.</summary>
internal static class Stating
{
    private const int MaxLength = 64;

    /// <exception cref="ManifestRefusedException">A part of it cannot be read.</exception>
    internal static RowFlight Read(StatedFlight stated, ManifestContext context) => new(
        Blank(stated.Flight) is not { } flight ? null
            : FlightDesignator.TryParse(flight, out var designator) ? designator
            : throw Refused("flight", "expected such as BA9"),
        Airport(stated.From, "departure airport", context.Airports),
        Airport(stated.To, "arrival airport", context.Airports),
        Moment(stated.Departs, "departure", context.Now),
        Moment(stated.Arrives, "arrival", context.Now));

    private static Airport? Airport(string? code, string what, AirportDirectory airports) =>
        Blank(code) is not { } text ? null
        : airports.TryFind(text, out var airport) ? airport
        : throw Refused(what, "no airport with that IATA, ICAO or UN/LOCODE is known");

    private static WrittenMoment? Moment(string? written, string what, DateTimeOffset now) =>
        Blank(written) is not { } text ? null
        : text.Length <= MaxLength && WrittenMoment.Read(text, Century.Near, DateOnly.FromDateTime(now.UtcDateTime)) is { Day.Year: >= 1990 and <= 2100 } moment ? moment
        : throw Refused(what, "expected a day such as 2026-12-01, or with its time 2026-12-01T21:30");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static ManifestRefusedException Refused(string what, string why) =>
        new(at: null, "stated-flight-invalid", $"The {what} stated beside the file cannot be used: {why}.");
}
