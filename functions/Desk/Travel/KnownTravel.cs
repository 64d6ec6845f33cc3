using System.Collections.Immutable;
using Hub.Border.Travel;
using Hub.Desk.Pages.TravelHistory;
using Hub.Nominals;
using Hub.Places;
using Hub.Time;

namespace Hub.Functions.Desk.Travel;

/// <summary>A person, their journeys and all they notified.</summary>
public sealed class KnownTravel(Nominal nominal, TravelRecord record)
{
    private readonly ImmutableArray<TravelNotification> notified = [.. nominal.TravelNotified.Concat(record.Notified())];

    public TravelRecord Record => record;

    /// <summary>What counts for a journey; null where nothing does.</summary>
    public TravelNotification? NotifiedOf(JudgedJourney journey) =>
        journey.Judgement.Notification is { } id ? notified.FirstOrDefault(n => n.Id == id) : null;

    /// <summary>What was notified and counts for no journey seen, the newest departure first.</summary>
    public IEnumerable<TravelNotification> Unseen() =>
        notified.Where(n => record.Journeys.All(j => j.Judgement.Notification != n.Id)).OrderByDescending(n => n.Departs).ThenByDescending(n => n.NotifiedAt);

    /// <summary>What the picture draws: every journey, and what was notified beside them and not taken back.</summary>
    public IEnumerable<PictureRow> Rows() => record.Journeys
        .Select((journey, i) => new PictureRow(
            $"{i + 1}. {NameOf(journey)}", journey.Judgement.Outcome, Away(i), NotifiedOf(journey) is { } n ? Notified(n) : null))
        .Concat(Unseen().Where(n => n.WithdrawnAt is null).Take(JourneyPicture.MaxRows).Select(n => new PictureRow(Country(n.Country), null, null, Notified(n))));

    /// <summary>The place a journey led to.</summary>
    public static string NameOf(JudgedJourney journey) => journey.Country is { } code ? Country(code) : "Within the United Kingdom";

    public NotifiedTravel Words(TravelNotification notification) => new(
        $"{Country(notification.Country)}{(notification.PointOfArrival is { } point ? $" ({point})" : "")}, leaving {LondonTime.Words(notification.Departs)}, {(notification.Returns is { } back ? $"back {LondonTime.Words(back)}" : "return not said")}.",
        $"Notified on {LondonTime.Words(notification.NotifiedAt)}.{(notification.WithdrawnAt is { } withdrawn ? $" Withdrawn or replaced on {LondonTime.Words(withdrawn)}." : "")}{(notification.ShortNoticeReason is { } why ? $" Why at short notice: {why}" : "")}");

    private static string Country(string code) => CountryDirectory.Default.TryFind(code, out var country) ? country.Name : code;

    private static DaysAway Notified(TravelNotification notification) => new(notification.Departs, notification.Returns, notification.Departs);

    /// <summary>A return that only the traveller states is not one that is known.</summary>
    private DaysAway Away(int index)
    {
        var journey = record.Journeys[index];
        var seen = FirstSeen(journey);
        var left = journey.Left is { } time ? LondonTime.DateOf(time.Earliest) : (DateOnly?)null;
        var back = journey.Return is { Source: not ReturnSource.Notification } known ? LondonTime.DateOf(known.Lands.Earliest) : (DateOnly?)null;
        return journey.Country is null ? new(seen, seen, seen)
            : new(left, back < (left ?? seen) ? null : back, left ?? seen, index + 1 < record.Journeys.Length ? FirstSeen(record.Journeys[index + 1]) : null);
    }

    private DateOnly FirstSeen(JudgedJourney journey) =>
        record.Seen.Where(s => journey.Reports.Contains(s.Sighting.Case)).Select(s => LondonTime.DateOf(s.Sighting.Departs.Earliest)).DefaultIfEmpty().Min();
}
