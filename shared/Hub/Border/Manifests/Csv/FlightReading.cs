using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Places;

namespace Hub.Border.Manifests.Csv;

/// <summary>The flight of each row: what the row says, and what is stated beside the file where the row says nothing.</summary>
internal sealed class FlightReading
{
    private readonly ManifestContext _context;
    private readonly ManifestColumns _columns;
    private readonly RowFlight? _stated;
    private readonly bool _standInFrom;
    private readonly bool _standInTo;

    private string[]? _before;
    private Flight? _flightBefore;

    /// <exception cref="ManifestRefusedException">What is stated cannot be read, or neither it nor the header says what a flight needs.</exception>
    internal FlightReading(ManifestContext context, ManifestColumns columns, ManifestPlace headerAt)
    {
        (_context, _columns) = (context, columns);
        _stated = context.Stated is { } stated ? Stating.Read(stated, context) : null;
        _standInFrom = _stated?.From is null && !columns.Has("from");
        _standInTo = _stated?.To is null && !columns.Has("to");
        string[] missing =
        [
            .. Missing("flight", _stated?.Designator is not null || columns.Has("flight")),
            .. Missing("departure airport", !_standInFrom || columns.Has("boards")),
            .. Missing("arrival airport", !_standInTo || columns.Has("leaves")),
            .. Missing("departure date", _stated?.Departs?.Day is not null || columns.Has("departs") || columns.Has("departsTime")),
        ];
        if (missing.Length > 0)
        {
            throw new ManifestRefusedException(
                headerAt, "flight-missing", $"Neither a column nor anything stated beside the file gives: {string.Join(", ", missing)}. Columns found: {columns.Found}.");
        }
    }

    /// <summary>The flight of a row; null where the row is to be set aside.</summary>
    /// <exception cref="ManifestRefusedException">The row is of another flight than the one stated.</exception>
    internal Flight? Of(RowFields row, string[] values, long line)
    {
        if (_before is not null && _columns.FlightPositions.All(position => values[position] == _before[position]))
        {
            return _flightBefore;
        }

        var flight = Read(row, new ManifestPlace(line));
        (_before, _flightBefore) = flight is null || row.Problem is not null ? (null, null) : (values, flight);
        return row.Problem is null ? flight : null;
    }

    private Flight? Read(RowFields row, ManifestPlace at)
    {
        var own = RowFlight.Read(row, _context.Airports, _standInFrom, _standInTo);
        if (row.Problem is not null)
        {
            return null;
        }

        MustAgree(own.Designator, _stated?.Designator, "flight", at);
        MustAgree(own.From?.Code, _stated?.From?.Code, "departure airport", at);
        MustAgree(own.To?.Code, _stated?.To?.Code, "arrival airport", at);
        if ((own.Designator ?? _stated?.Designator) is not { } designator
            || (own.From ?? _stated?.From) is not { } from
            || (own.To ?? _stated?.To) is not { } to)
        {
            row.Refuse("flight-missing", "The row does not give its flight, departure airport and arrival airport.");
            return null;
        }

        if (Time(own.Departs, _stated?.Departs, from, "departure", at) is not { } departs)
        {
            row.Refuse("departure-missing", "The row does not give the day of departure.");
            return null;
        }

        var arrives = Time(own.Arrives, _stated?.Arrives, to, "arrival", at);
        ImmutableArray<Airport> stops = [from, .. own.Vias, to];
        if (stops.Zip(stops.Skip(1)).Any(leg => leg.First.Code == leg.Second.Code))
        {
            row.Refuse("airports-same", "The flight would land where it left.");
        }
        else if (arrives?.Latest < departs.Earliest)
        {
            row.Refuse("date-impossible", "The flight would land before it leaves.");
        }

        return new Flight
        {
            Carrier = designator.Carrier,
            Number = designator.Number,
            Legs = [.. stops.Zip(stops.Skip(1)).Select((leg, i) => new FlightLeg(
                leg.First.Code, leg.Second.Code, i == 0 ? departs : null, i == stops.Length - 2 ? arrives : null))],
        };
    }

    private static FlightTime? Time(WrittenMoment? own, WrittenMoment? stated, Airport airport, string what, ManifestPlace at)
    {
        if (own is { } row && stated is { } beside)
        {
            own = row.Day is null ? row with { Day = beside.Day } : row;
        }

        var (time, statedTime) = (own?.At(airport), stated?.At(airport));
        if (time is null || statedTime is null)
        {
            return time ?? statedTime;
        }

        if (!FlightLists.Agree(time, statedTime))
        {
            throw NotAsStated(what, at);
        }

        return time.IsExact ? time : statedTime;
    }

    private static void MustAgree<T>(T? own, T? stated, string what, ManifestPlace at)
        where T : class, IEquatable<T>
    {
        if (own is not null && stated is not null && !own.Equals(stated))
        {
            throw NotAsStated(what, at);
        }
    }

    private static ManifestRefusedException NotAsStated(string what, ManifestPlace at) =>
        new(at, "flight-not-as-stated", $"The row's {what} is not the one stated beside the file.");

    private static string[] Missing(string what, bool given) => given ? [] : [what];
}
