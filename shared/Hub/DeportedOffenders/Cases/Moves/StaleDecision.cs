using System.Text.Json;
using Hub.Auditing;
using Hub.Json;

namespace Hub.DeportedOffenders.Cases;

/// <summary>No further action was decided on what was known then: it ends with the next alert that counts, so that nobody closes the case on it unread.</summary>
internal static class StaleDecision
{
    /// <summary>The hub's own move that follows; null where the decision stands, or there is none.</summary>
    public static MoveMade? MoveOf(DeportedOffenderCase state, int revision, DateTimeOffset now)
    {
        var rule = MoveTable.Default.Get(MoveName.DecisionLapsed);
        return rule.To(state.State) is { } to
            && MovesMade.IsNoFurtherAction(state)
            && state.Alerts.FirstOrDefault(a => a.Standing == AlertStanding.Live && a.Entered > MovesMade.Last(state, MoveName.Decide)!.Revision) is { } newer
            ? new MoveMade(rule.Name, state.State, to, "A senior officer must decide again.",
                JsonSerializer.SerializeToElement(new DecisionLapsedDetails(newer.Report), HubJson.Options), Actor.Hub, now, revision)
            : null;
    }
}
