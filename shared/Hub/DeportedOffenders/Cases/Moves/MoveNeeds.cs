using System.Collections.Frozen;
using System.Text.Json;
using Hub.DeportedOffenders.Alerts;
using Hub.Json;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What a need is judged by.</summary>
/// <param name="Details">Of the move asked for; null where only asked what would be missing: then needs that look at it hold.</param>
internal sealed record MoveContext(DeportedOffenderCase State, CaseFacts Facts, JsonElement? Details, DateTimeOffset Now)
{
    public T? As<T>()
        where T : class => Details?.Deserialize<T>(HubJson.Options);
}

/// <summary>The facts that moves need, each by its name in <c>deported-offender-moves.data.json</c>: a closed list.</summary>
public static class MoveNeeds
{
    /// <summary>An aircraft may be that much earlier than it was to be.</summary>
    public static readonly TimeSpan EarlyLanding = TimeSpan.FromHours(2);

    private static readonly FrozenDictionary<string, Func<MoveContext, bool>> All = new Dictionary<string, Func<MoveContext, bool>>
    {
        ["research-note"] = c => !c.State.Notes.IsEmpty,
        ["sexual-conviction"] = c => c.Facts.Convictions.Any(conviction => conviction.Sexual),
        ["decision"] = c => MovesMade.Decision(c.State) is not null,
        ["to-be-managed"] = c => MovesMade.IsManaged(c.State),
        ["arrival-known"] = c => c.Facts.Arrival is not null,
        ["landed"] = c => HasLanded(c, c.Now),
        ["plan-or-landed"] = c => MovesMade.Plan(c.State) is not null || HasLanded(c, c.Now),
        ["met-after-landing"] = c => c.As<MeetingDetails>() is not { } met || HasLanded(c, met.MetAt),
        ["requirements-stated"] = c => c.As<MeetingDetails>() is not { RequirementsServed: StepDone.NotApplicable } || MovesMade.Decision(c.State) != DecisionOutcomes.NotificationOrder,
        ["meeting"] = c => Meetings.Settled(c.State) || EndsWithDecision(c),
        ["visor-record"] = c => MovesMade.Last(c.State, MoveName.RecordVisor) is not null || EndsWithDecision(c),
        ["mappa-referral"] = c => MovesMade.Last(c.State, MoveName.ReferMappa) is not null || EndsWithDecision(c),
        ["no-fixed-abode"] = c => c.Facts.NoFixedAbode,
        ["housing-where-needed"] = c => !NeedsHousing(c.Facts) || MovesMade.Last(c.State, MoveName.ReferHousing) is not null || EndsWithDecision(c),
        ["no-alert-counts"] = c => c.State.Alerts.All(a => a.Standing != AlertStanding.Live),
    }.ToFrozenDictionary();

    /// <summary>The names of all of them.</summary>
    public static IEnumerable<string> Names => All.Keys;

    internal static bool Holds(string need, MoveContext context) => All[need](context);

    /// <summary>Emergency housing is for the highest risk of those without a fixed abode (seed 003).</summary>
    public static bool NeedsHousing(CaseFacts facts) => facts is { NoFixedAbode: true, Risk: RiskLevel.VeryHigh };

    private static bool HasLanded(MoveContext context, DateTimeOffset at) => context.Facts.Lands is { } lands && at >= lands - EarlyLanding;

    /// <summary>After a decision for no further action nothing follows but to close.</summary>
    private static bool EndsWithDecision(MoveContext context) => MovesMade.IsNoFurtherAction(context.State);
}
