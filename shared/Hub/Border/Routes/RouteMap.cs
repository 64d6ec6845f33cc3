using Hub.Border.Flights;
using Hub.Places;

namespace Hub.Border.Routes;

/// <summary>The monitored routes, to be asked of many flights and travellers: an answer takes no longer where there are more routes.</summary>
public sealed class RouteMap
{
    private readonly HashSet<(string Boards, string Leaves)> ends;
    private readonly Dictionary<string, string> alpha2;
    private readonly AirportDirectory airports;

    public RouteMap(IEnumerable<MonitoredRoute> routes, AirportDirectory airports, CountryDirectory countries)
    {
        this.airports = airports;
        alpha2 = countries.All.ToDictionary(c => c.Code, c => c.Alpha2);
        ends = [.. routes.SelectMany(r => new[] { (r.Between, r.And), (r.And, r.Between) })];
    }

    /// <summary>Whether somebody on a flight may travel a monitored route, between any two of its stops that what is known of them allows.</summary>
    /// <param name="boards">IATA code of the stop they board at; null where not known.</param>
    /// <param name="leaves">IATA code of the stop they leave at; null where not known.</param>
    public bool Covers(Flight flight, string? boards = null, string? leaves = null)
    {
        var stops = flight.Stops;
        for (var from = 0; from < stops.Length; from++)
        {
            for (var to = from + 1; to < stops.Length; to++)
            {
                if ((boards ?? stops[from]) == stops[from] && (leaves ?? stops[to]) == stops[to] && Covers(stops[from], stops[to]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Covers(string boards, string leaves) =>
        airports.TryFind(boards, out var from) && airports.TryFind(leaves, out var to)
        && (ends.Contains((from.Code, to.Code)) || ends.Contains((from.Code, Country(to)))
            || ends.Contains((Country(from), to.Code)) || ends.Contains((Country(from), Country(to))));

    private string Country(Airport airport) => alpha2.GetValueOrDefault(airport.Country, "");
}
