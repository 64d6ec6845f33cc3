using System.Collections.Immutable;
using Hub.Places;
using Hub.Time;

namespace Hub.Border.Travel;

/// <summary>Holds notifications against absences.</summary>
/// <param name="notifications">All of one person's, each once.</param>
internal sealed class NotificationComparer(IReadOnlyList<TravelNotification> notifications, TravelRules rules, CountryDirectory countries)
{
    /// <summary>Under the rule of the last day they can have left.</summary>
    public ComparedNotification Compare(Absence absence, TravelNotification notification) =>
        Compare(absence, notification, rules.On(NotificationFit.Departing(absence, notification).Days.Last));

    public ComparedNotification Compare(Absence absence, TravelNotification notification, TravelRule? rule)
    {
        var departure = NotificationFit.Departing(absence, notification);
        var timeliness = rule is null ? Timeliness.InTime : TravelCounting.Notice(rule, departure, notification);
        var replaced = timeliness is Timeliness.Late or Timeliness.Unclear && rule?.NoticeDays is not null
            ? Replaced(absence, notification, rule, departure)
            : null;
        return new ComparedNotification(
            notification,
            departure,
            replaced is null ? timeliness : Timeliness.InTime,
            replaced,
            TravelDifferences.Of(absence, notification, countries));
    }

    // What was notified in time may be changed up to the hours of short notice before departure (SI 2004/1220 reg 7).
    private TravelNotification? Replaced(Absence absence, TravelNotification notification, TravelRule rule, Departure departure) =>
        departure.Earliest - notification.NotifiedAt < TimeSpan.FromHours(rule.NoticeHours)
            ? null
            : notifications
                .Where(earlier => earlier.Id != notification.Id
                    && earlier.NotifiedAt <= notification.NotifiedAt
                    && earlier.WithdrawnAt is { } withdrawn
                    && LondonTime.DateOf(withdrawn) >= LondonTime.DateOf(notification.NotifiedAt)
                    && NotificationFit.Distance(absence, earlier) is not null
                    && TravelCounting.DaysAtLeast(rule.NoticeDays!.Value, departure, earlier) == true)
                .OrderBy(earlier => earlier.NotifiedAt)
                .ThenBy(earlier => earlier.Id, StringComparer.Ordinal)
                .FirstOrDefault();

    /// <summary>Those about this absence that were withdrawn before it began, earliest first.</summary>
    public ImmutableArray<TravelNotification> Withdrawn(Absence absence) =>
    [
        .. notifications
            .Where(notification => NotificationFit.Distance(absence, notification) is not null && NotificationFit.IsWithdrawn(absence, notification))
            .OrderBy(notification => notification.NotifiedAt)
            .ThenBy(notification => notification.Id, StringComparer.Ordinal),
    ];
}
