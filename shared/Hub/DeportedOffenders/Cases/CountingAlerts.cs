using System.Collections.Immutable;

namespace Hub.DeportedOffenders.Cases;

/// <summary>Which alerts of a case count, and what each sender says by its newest.</summary>
internal static class CountingAlerts
{
    /// <summary>
    /// Newest first. Of a person who was met already, an alert taken back later, or gone to another case, still says who
    /// that was; none counts that was about somebody else, or that another took the place of.
    /// </summary>
    public static ImmutableArray<JoinedAlert> Of(DeportedOffenderCase state)
    {
        var live = Newest(state.Alerts.Where(a => a.Standing == AlertStanding.Live));
        return live.IsEmpty && Meetings.Settled(state) ? Newest(state.Alerts.Where(a => a.Standing is AlertStanding.Withdrawn or AlertStanding.InAnotherCase)) : live;
    }

    /// <summary>The newest statement on the arrival of each sender, newest first, but for those found not to have happened.</summary>
    public static ImmutableArray<JoinedAlert> OnArrival(DeportedOffenderCase state) =>
        [.. Of(state).Where(a => a.Alert.Arrival is not null).DistinctBy(a => a.Sender).Where(a => !IsRuledOut(state, a))];

    private static ImmutableArray<JoinedAlert> Newest(IEnumerable<JoinedAlert> alerts) =>
        [.. alerts.OrderByDescending(a => a.Alert.AlertedAt).ThenByDescending(a => a.ReceivedAt).ThenByDescending(a => a.Entered)];

    /// <summary>
    /// An alert known when the arrival was ruled out says nothing new unless it contradicts it; a later one, only where
    /// it names that very flight: another on the same day may be the one the person is on.
    /// </summary>
    private static bool IsRuledOut(DeportedOffenderCase state, JoinedAlert alert)
    {
        var ruled = state.Moves.LastOrDefault(m => m.Move == MoveName.NotOnFlight)?.Revision;
        return state.NotArrived.Any(past => Arrivals.AreOne(past, alert.Alert.Arrival!)
            || (alert.Entered <= ruled && !Arrivals.Differ(past, alert.Alert.Arrival!)));
    }
}
