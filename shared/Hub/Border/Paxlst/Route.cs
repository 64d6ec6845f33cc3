using Hub.Border.Edifact;
using Hub.Border.Flights;
using Hub.Border.Manifests;

namespace Hub.Border.Paxlst;

/// <summary>
/// The flight of a message: its TDTs, and the LOCs and DTMs after each. A progressive flight has several TDTs, or
/// several airports under one. Where their designators differ, the flight is known by that of the hop over the border.
/// </summary>
internal sealed class Route(ManifestContext context)
{
    private const int MaxCalls = 50;
    private const int Departure = 189;
    private const int Arrival = 232;

    private readonly List<Call> _calls = [];
    private FlightDesignator? _flight;
    private Call? _last;

    /// <summary>Whether a TDT came.</summary>
    public bool Begun => _flight is not null;

    /// <summary>A TDT: a flight, or a hop of it.</summary>
    public void TakeTransport(SegmentReader segments)
    {
        _flight = FlightDesignator.TryParse(segments.Text(2), segments.Text(5), out var flight) ? flight : throw new ManifestRefusedException(
            segments.Place, "flight-unreadable", "The TDT gives no flight of a carrier and a number, such as BA0009.");
        _last = null;
    }

    /// <summary>A LOC between TDT and the first person.</summary>
    public void TakeLocation(SegmentReader segments)
    {
        _last = null;
        var qualifier = segments.Code(1);
        if (_flight is null || qualifier is not (Call.LastDeparture or Call.FirstArrival or Call.Other or Call.Final))
        {
            return;
        }

        if (!context.Airports.TryFind(segments.Text(2), out var airport))
        {
            throw new ManifestRefusedException(segments.Place, "airport-unknown", "The flight calls at an airport that is not in the directory.");
        }

        if (_calls.Count == MaxCalls)
        {
            throw new ManifestRefusedException(segments.Place, "too-many-calls", $"A flight may call at {MaxCalls} airports at most.");
        }

        _last = new Call(_flight, qualifier, airport);
        _calls.Add(_last);
    }

    /// <summary>A DTM between TDT and the first person.</summary>
    public void TakeTime(SegmentReader segments)
    {
        var qualifier = segments.Code(1);
        var text = segments.Text(1, 1);
        if (_last is null || text.Length == 0 || qualifier is not (Departure or Arrival))
        {
            return;
        }

        if (PaxlstDates.Moment(text, segments.Text(1, 2), context.Now) is not { } moment)
        {
            throw new ManifestRefusedException(
                segments.Place, "flight-time-unreadable", "The time of the flight is no date, or date and time, within fifty years of today.");
        }

        var time = moment.HasTime ? FlightTime.At(_last.Airport, moment.Local) : FlightTime.On(_last.Airport, DateOnly.FromDateTime(moment.Local));
        if (qualifier == Departure)
        {
            _last.Departs = time;
        }
        else
        {
            _last.Arrives = time;
        }
    }

    /// <summary>The flight, once all of it is read.</summary>
    /// <param name="at">What comes after it.</param>
    public Flight Read(ManifestPlace at)
    {
        var hops = Hop.Between(_calls);
        if (hops is [])
        {
            throw new ManifestRefusedException(at, "flight-incomplete", "Before this segment the message gives no flight from one airport to another.");
        }

        var border = hops.Find(hop => hop.CrossesBorder) ?? hops[0];
        var flight = new Flight
        {
            Carrier = border.From.Flight.Carrier,
            Number = border.From.Flight.Number,
            Legs = [.. Hop.Connected(hops, border).Select(hop => hop.Leg)],
        };
        return (flight.Legs[0].Departs ?? flight.Legs[0].Arrives) is not null
            ? flight
            : throw new ManifestRefusedException(at, "flight-undated", "Before this segment the message does not say when the flight leaves or lands.");
    }
}
