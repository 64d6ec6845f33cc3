using System.Text.Json;
using Hub.Auditing;
using Hub.DeportedOffenders.Alerts;
using Hub.Json;

namespace Hub.DeportedOffenders.Cases;

/// <summary>A plan, or the word that somebody was missed, ends when a newer alert says another arrival; also where the case went on without the person.</summary>
internal static class StalePlan
{
    /// <summary>The hub's own move that follows; null where the plan stands, or there is none.</summary>
    public static MoveMade? MoveOf(DeportedOffenderCase state, int revision, DateTimeOffset now)
    {
        var rule = MoveTable.Default.Get(MoveName.ArrivalChanged);
        if (rule.To(state.State) is not { } to || Meetings.WasMet(state) || Basis(state) is not var (arrival, since))
        {
            return null;
        }

        return CountingAlerts.OnArrival(state).FirstOrDefault(a => a.Entered > since.Revision && Arrivals.Differ(arrival, a.Alert.Arrival!)) is { } other
            ? new MoveMade(rule.Name, state.State, to, "What was planned does not hold any more.",
                JsonSerializer.SerializeToElement(new ArrivalChangedDetails(other.Report, other.Alert.Arrival!), HubJson.Options), Actor.Hub, now, revision)
            : null;
    }

    private static (Arrival Arrival, MoveMade Since)? Basis(DeportedOffenderCase state)
    {
        if (MovesMade.Plan(state) is var (plan, made))
        {
            return (plan.Arrival, made);
        }

        return MovesMade.Last(state, MoveName.Missed) is { Details: { } details } missed
            ? (details.Deserialize<MissedDetails>(HubJson.Options)!.Arrival, missed)
            : null;
    }
}
