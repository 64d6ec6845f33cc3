using Hub.Border.Flights;

namespace Hub.Border.Manifests.Csv;

/// <summary>The lists begun so far: one for each flight and kind, however its rows are mixed with others.</summary>
internal sealed class FlightLists
{
    /// <summary>Most flights of one file: more than Heathrow has on two days.</summary>
    internal const int MaxFlights = 2_000;

    private readonly Dictionary<string, Flight> _flights = [];
    private readonly Dictionary<(string Flight, ListKind Kind), ManifestList> _lists = [];

    /// <summary>The list a row belongs to; null, and the row refused, where an earlier row says otherwise of the same flight.</summary>
    /// <param name="begun">True where it begins with this row.</param>
    /// <exception cref="ManifestRefusedException">There are too many flights.</exception>
    internal ManifestList? Of(Flight flight, ListKind kind, RowFields row, ManifestPlace at, out bool begun)
    {
        begun = false;
        var key = flight.Key;
        if (!_flights.TryGetValue(key, out var known))
        {
            if (_flights.Count == MaxFlights)
            {
                throw new ManifestRefusedException(at, "too-many-flights", $"More than {MaxFlights} flights in one file.");
            }

            _flights.Add(key, known = flight);
        }
        else if (!ReferenceEquals(known, flight) && !Agree(known, flight))
        {
            row.Refuse("flight-differs", "An earlier row gives this flight other airports or times.");
            return null;
        }

        if (!_lists.TryGetValue((key, kind), out var list))
        {
            begun = true;
            _lists.Add((key, kind), list = new ManifestList(known, kind, ListFunction.Whole, at));
        }

        return list;
    }

    /// <summary>Whether two may be the same moment: the same day, and the same time where both have one.</summary>
    internal static bool Agree(FlightTime? one, FlightTime? other) =>
        one is null || other is null || (one.Day == other.Day && one.Earliest <= other.Latest && other.Earliest <= one.Latest);

    private static bool Agree(Flight one, Flight other) =>
        one.Legs.Length == other.Legs.Length
        && one.Legs.Zip(other.Legs).All(legs =>
            legs.First.From == legs.Second.From && legs.First.To == legs.Second.To
            && Agree(legs.First.Departs, legs.Second.Departs) && Agree(legs.First.Arrives, legs.Second.Arrives));
}
