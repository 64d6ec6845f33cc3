using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Desk.Pages.Travel;
using Hub.Desk.Words;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Notices;
using Hub.Places;
using Hub.Time;

namespace Hub.Functions.Desk.Travel;

/// <summary>The flights that one recipient was told to meet or to expect, soonest landing first, those acknowledged with them: the landing is still ahead.</summary>
public sealed class FlightsAhead(ICaseStore cases, AirportDirectory airports, Access access, Reads reads, TimeProvider time)
{
    public const int PageSize = 25;

    /// <summary>Flights within hours are all on the first page, as far as a page may hold them.</summary>
    private const int MaxSoon = 50;

    /// <summary>How long after a landing somebody may still be at the border.</summary>
    private static readonly TimeSpan JustDown = TimeSpan.FromHours(2);

    /// <param name="page">1 for the first.</param>
    public async Task<FoundFlights> ReadAsync(Caller caller, string recipient, int page, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var read = await Task.WhenAll(Queries(recipient, now - JustDown).Select(query => cases.LookThroughAsync(query, cancellationToken)));
        var flights = read.SelectMany(r => r.Found).DistinctBy(n => n.Id).Select(n => new Told(n, FlightContent.Of(n)))
            .Where(t => t.Landing is not { } lands || lands.Latest > now - JustDown)
            .OrderBy(t => t.Landing?.Earliest ?? DateTimeOffset.MaxValue).ThenBy(t => t.Notice.Id, StringComparer.Ordinal)
            .ToList();
        var soon = flights.TakeWhile(t => t.Landing?.Earliest - now <= LandingWords.Near).Take(MaxSoon).ToList();
        var later = flights.Skip(soon.Count).Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var shown = page == 1 ? soon : [];
        var records = await RecordsAsync(caller, shown.Concat(later), cancellationToken);
        return new FoundFlights(
            [.. shown.Select(t => Shown(caller, t, records))],
            [.. later.Select(t => Shown(caller, t, records))],
            flights.Count > soon.Count + (page * PageSize),
            read.Any(r => r.CutShort));
    }

    private static IEnumerable<NoticeQuery> Queries(string recipient, DateTimeOffset from)
    {
        foreach (var kind in new[] { NoticeKind.Interception, NoticeKind.ReturnFlight, NoticeKind.ArrivalToMeet })
        {
            yield return new(recipient, NoticeState.Planned, Kind: kind);
            yield return new(recipient, OpenOnly: true, Kind: kind, DueFrom: from);

            // Of what has no clock, all that was ever acknowledged would come.
            if (kind != NoticeKind.ReturnFlight)
            {
                yield return new(recipient, NoticeState.Acknowledged, Kind: kind, DueFrom: from);
            }
        }
    }

    /// <summary>The travel of those whom the flights are about, where the caller was told of it and not only of a flight.</summary>
    private async Task<Dictionary<CaseId, TravelRecord>> RecordsAsync(Caller caller, IEnumerable<Told> told, CancellationToken cancellationToken)
    {
        var asked = told.Where(t => t.Content.Reports is not null).Select(t => t.Notice.Case).Distinct();
        var files = await Task.WhenAll(asked.Select(id => cases.ReadAsync(id, cancellationToken)));
        var reached = files.OfType<CaseFile>().Where(f => f.Feed == TravelRecord.Sort && access.MayReach(caller, Operation.ReadReport, f)).ToList();
        await Task.WhenAll(reached.Select(f => reads.AllowedAsync(caller, Operation.ReadReport, $"case:{f.Id}", null, cancellationToken)));
        return reached.ToDictionary(f => f.Id, Records.StateOf<TravelRecord>);
    }

    private FlightAhead Shown(Caller caller, Told told, Dictionary<CaseId, TravelRecord> records)
    {
        var (notice, content) = told;
        var record = records.GetValueOrDefault(notice.Case);
        var journey = record?.Journeys.FirstOrDefault(j => j.Reports.Any(r => content.Reports?.Contains(r.ToString()) == true));
        return new FlightAhead
        {
            Task = notice.Kind switch
            {
                NoticeKind.Interception => "Meet flight",
                NoticeKind.ArrivalToMeet => "Meet a passenger on flight",
                _ => "To know: a return on flight",
            },
            IsToBeMet = notice.Kind != NoticeKind.ReturnFlight,
            Lands = told.Landing?.Earliest,
            Exact = content.Lands is not { IsExact: false },
            LandsInWords = content.Lands is { IsExact: false } lands ? FlightWords.Of(lands) : null,
            Flight = content.Flight,
            Port = content.Place(airports),
            Who = content.Who(),
            Outcome = content.Outcome,
            Decided = journey is null ? [] : TravelDecided.Words(record!, journey),
            Meeting = content.MeetingWords(),
            Notice = Standing(notice),
            PersonAddress = record is not null && May(caller, Operation.ReadTravel) ? TravelRight.AddressFor(caller, record.Nominal, notice) : null,
            DecideAddress = journey is not null && May(caller, Operation.DecideTravel) ? $"/desk/travel/reports/{journey.Reports[0]}" : null,
        };
    }

    private static NoticeStanding Standing(Notice notice) => new(
        $"/desk/notices/{notice.Id}",
        notice.IsOpen,
        notice.State == NoticeState.Planned ? notice.PlannedFor : null,
        notice.AcknowledgedAt is { } at ? $"Acknowledged by {notice.AcknowledgedBy?.Id} on {LondonTime.Words(at)}" : null);

    private static bool May(Caller caller, Operation operation) => AccessMatrix.Published[operation, caller.Role] != Reach.No;

    private sealed record Told(Notice Notice, FlightContent Content)
    {
        public (DateTimeOffset Earliest, DateTimeOffset Latest)? Landing { get; } = Content.Landing(Notice);
    }
}

/// <summary>Flights ahead.</summary>
/// <param name="Soon">Within hours, or just down.</param>
/// <param name="Later">A page of the others.</param>
/// <param name="HasNext">Another page follows.</param>
/// <param name="CutShort">There are more notices than were looked through.</param>
public sealed record FoundFlights(ImmutableArray<FlightAhead> Soon, ImmutableArray<FlightAhead> Later, bool HasNext, bool CutShort);
