using System.Collections.Immutable;
using Hub.DeportedOffenders.Alerts;

namespace Hub.DeportedOffenders.Cases;

/// <summary>In what the senders contradict each other, or the officers' plan, each in words that name nobody.</summary>
internal static class AlertDifferences
{
    public static ImmutableArray<string> Of(DeportedOffenderCase state, ImmutableArray<JoinedAlert> counting) =>
    [
        .. OnArrival(state),
        .. Between(counting, a => a.NoFixedAbode ? "no fixed abode" : a.IntendedAddress is null ? null : "an address to go to", "where the person will live"),
        .. Between(counting, a => a.Subject.Born?.ToString(), "the date of birth", told: false),
        .. Between(counting, a => a.RiskLevel?.ToString(), "the risk"),
    ];

    private static IEnumerable<string> OnArrival(DeportedOffenderCase state)
    {
        var said = CountingAlerts.OnArrival(state);
        var plan = MovesMade.Plan(state);
        var settled = Meetings.Settled(state);
        foreach (var (alert, index) in said.Select((a, i) => (a, i)))
        {
            // While it is ahead, what is newer than the plan ends the plan, and what is older the officers knew.
            if (settled && plan is var (met, planned) && alert.Entered > planned.Revision && Arrivals.Differ(met.Arrival, alert.Alert.Arrival!))
            {
                yield return $"{Name(alert)} says {Arrivals.Words(alert.Alert.Arrival!)}, after the person was to land by {Arrivals.Words(met.Arrival)}.";
            }

            foreach (var other in said.Skip(index + 1).Where(o => Arrivals.Differ(alert.Alert.Arrival!, o.Alert.Arrival!)))
            {
                yield return $"{Name(alert)} says {Arrivals.Words(alert.Alert.Arrival!)}; {Name(other)} says {Arrivals.Words(other.Alert.Arrival!)}.";
            }
        }
    }

    /// <summary>What each sender says last, where that is not one and the same.</summary>
    private static IEnumerable<string> Between(ImmutableArray<JoinedAlert> counting, Func<DeportedOffenderAlert, string?> said, string about, bool told = true)
    {
        var last = counting.Where(a => said(a.Alert) is not null).DistinctBy(a => a.Sender).ToList();
        if (last.Select(a => said(a.Alert)).Distinct().Count() > 1)
        {
            yield return told
                ? $"On {about}, {string.Join("; ", last.Select(a => $"{Name(a)} says {Spaced(said(a.Alert)!)}"))}."
                : $"{string.Join(" and ", last.Select(Name))} do not agree on {about}.";
        }
    }

    private static string Spaced(string text) => text == nameof(RiskLevel.VeryHigh) ? "very high" : text.ToLowerInvariant();

    private static string Name(JoinedAlert alert) => alert.Alert.Source switch
    {
        AlertSource.Interpol => "Interpol",
        AlertSource.PrisonersAbroad => "Prisoners Abroad",
        _ => "the foreign authority",
    };
}
