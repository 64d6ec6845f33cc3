using Hub.Border.Flights;
using Hub.Places;

namespace Hub.Border.Routes;

/// <summary>
/// A route whose flights are screened, in both directions. Either end is an airport (IATA code, three
/// letters) or a country (ISO 3166-1 alpha-2, two letters: some alpha-3 codes are airports too): <c>LHR</c> and
/// <c>TH</c> are the ends of every flight between Heathrow and Thailand.
/// </summary>
/// <param name="Between">One end.</param>
/// <param name="And">The other.</param>
/// <param name="Because">Why flights on it are screened: what makes the screening proportionate.</param>
public sealed record MonitoredRoute(string Between, string And, string Because)
{
    /// <summary>Whether somebody who boards and leaves there travels this route.</summary>
    public bool Covers(Airport boards, Airport leaves) =>
        (Fits(Between, boards) && Fits(And, leaves)) || (Fits(And, boards) && Fits(Between, leaves));

    /// <summary>Whether anybody on a flight can travel this route: between any two of its stops.</summary>
    public bool Covers(Flight flight, AirportDirectory airports)
    {
        var stops = flight.Stops;
        for (var from = 0; from < stops.Length; from++)
        {
            for (var to = from + 1; to < stops.Length; to++)
            {
                if (airports.TryFind(stops[from], out var boards) && airports.TryFind(stops[to], out var leaves) && Covers(boards, leaves))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Fits(string end, Airport airport) => end.Length == 2
        ? CountryDirectory.Default.TryFind(end, out var country) && country.Code == airport.Country
        : end == airport.Code;
}
