using Hub.Border.Flights;
using Hub.DeportedOffenders.Alerts;

namespace Hub.DeportedOffenders.Cases;

/// <summary>Compares what is said of arrivals. What one says and the other leaves open is no difference.</summary>
internal static class Arrivals
{
    /// <summary>Whether both cannot be true of one journey.</summary>
    public static bool Differ(Arrival a, Arrival b) => Other(a.Flight, b.Flight) || Other(a.Port, b.Port) || Apart(a.Lands, b.Lands);

    /// <summary>Whether both name the same flight, or say the very same.</summary>
    public static bool AreOne(Arrival a, Arrival b) => a == b || (a.Flight is not null && b.Flight is not null && !Differ(a, b));

    /// <summary><c>BA9, port LHR, landing Tuesday 1 December 2026 at 6:15am</c>, as far as known.</summary>
    public static string Words(Arrival arrival) => string.Join(", ", new[]
    {
        arrival.Flight,
        arrival.Port is { } port ? $"port {port}" : null,
        arrival.Lands is { } lands ? $"landing {FlightWords.Of(lands)}" : null,
    }.OfType<string>());

    private static bool Other(string? a, string? b) => a is not null && b is not null && !string.Equals(Bare(a), Bare(b), StringComparison.OrdinalIgnoreCase);

    private static bool Apart(FlightTime? a, FlightTime? b) => a is not null && b is not null && (a.Latest < b.Earliest || b.Latest < a.Earliest);

    private static string Bare(string text) => FlightDesignator.TryParse(text, out var flight) ? flight.ToString() : text.Trim();
}
