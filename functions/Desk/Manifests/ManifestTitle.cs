using Hub.Border.Flights;
using Hub.Border.Manifests;
using Hub.Places;
using Hub.Time;

namespace Hub.Functions.Desk.Manifests;

/// <summary>What people call a manifest: its first flight, and how many more there are.</summary>
internal static class ManifestTitle
{
    /// <summary><c>BA9, London Heathrow (LHR) to Bangkok Suvarnabhumi (BKK), Sunday 22 November 2026, and 2 more flights</c>.</summary>
    public static string Of(ManifestRecord manifest, AirportDirectory airports)
    {
        var flights = manifest.Lists.Select(l => l.Flight).DistinctBy(f => f.Key).ToList();
        return flights.Count switch
        {
            0 => manifest.FileName is { } name ? $"The file {name}" : "A file without a name",
            1 => Of(flights[0], airports),
            2 => $"{Of(flights[0], airports)}, and 1 more flight",
            _ => $"{Of(flights[0], airports)}, and {flights.Count - 1} more flights",
        };
    }

    /// <summary>Who sent it; a file that was dropped says nothing of whom it is from.</summary>
    public static string Sender(ManifestRecord manifest) => manifest.By.Role == "system" ? "the folder for large files" : manifest.By.Id;

    public static string Of(Flight flight, AirportDirectory airports)
    {
        var day = (flight.Legs[0].Departs ?? flight.Legs[0].Arrives)?.Day;
        return $"{flight.Designator}, {FlightWords.Place(flight.Stops[0], airports)} to {FlightWords.Place(flight.Stops[^1], airports)}{(day is { } on ? $", {LondonTime.Words(on)}" : "")}";
    }
}
