using System.Collections.Immutable;

namespace Hub.Border.Travel;

/// <summary>A notification held against an absence, under one rule.</summary>
/// <param name="Notification">The notification.</param>
/// <param name="Departure">The departure it is measured against.</param>
/// <param name="Timeliness">How the length of notice stands to the rule.</param>
/// <param name="Replaced">The earlier notification, given in time, that this one changed; null where it did not, or needs none to be in time.</param>
/// <param name="Differences">What was travelled otherwise, in sentences.</param>
internal sealed record ComparedNotification(
    TravelNotification Notification, Departure Departure, Timeliness Timeliness, TravelNotification? Replaced, ImmutableArray<string> Differences)
{
    /// <summary>Lateness comes before difference: what was late stays late however well it agrees.</summary>
    public TravelOutcome Outcome => (Timeliness, Differences.IsEmpty) switch
    {
        (Timeliness.Late, _) => TravelOutcome.Late,
        (_, false) => TravelOutcome.Differs,
        (Timeliness.Unclear, true) => TravelOutcome.CannotTell,
        _ => TravelOutcome.Notified,
    };
}

/// <summary>Which notification belongs to which absence: the nearest first, each used once.</summary>
internal static class NotificationChoice
{
    /// <summary>The notification of each absence, in their order; null where it has none.</summary>
    public static TravelNotification?[] For(IReadOnlyList<Absence> absences, IReadOnlyList<TravelNotification> notifications, NotificationComparer comparer)
    {
        var pairs = Enumerable.Range(0, absences.Count)
            .SelectMany(index => notifications.Select(notification => (Index: index, Absence: absences[index], Notification: notification)))
            .Where(pair => !NotificationFit.IsWithdrawn(pair.Absence, pair.Notification))
            .Select(pair => (pair.Index, pair.Absence, pair.Notification, Distance: NotificationFit.Distance(pair.Absence, pair.Notification)))
            .Where(pair => pair.Distance is not null)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => Rank(comparer.Compare(pair.Absence, pair.Notification).Outcome))
            .ThenBy(pair => pair.Notification.NotifiedAt)
            .ThenBy(pair => pair.Absence.Journey.Sightings[0], Leg.InOrderFlown)
            .ThenBy(pair => pair.Notification.Id, StringComparer.Ordinal);
        var chosen = new TravelNotification?[absences.Count];
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, _, notification, _) in pairs)
        {
            if (chosen[index] is null && used.Add(notification.Id))
            {
                chosen[index] = notification;
            }
        }

        return chosen;
    }

    private static int Rank(TravelOutcome outcome) => outcome switch
    {
        TravelOutcome.Notified => 0,
        TravelOutcome.CannotTell => 1,
        TravelOutcome.Differs => 2,
        _ => 3,
    };
}
