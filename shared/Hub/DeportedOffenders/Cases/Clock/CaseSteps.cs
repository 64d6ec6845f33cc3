using System.Collections.Frozen;

namespace Hub.DeportedOffenders.Cases;

/// <summary>Whether a step of a case is missing, by its name in <c>deported-offender-clock.data.json</c>: a closed list.</summary>
public static class CaseSteps
{
    /// <summary>The referral to housing, where the person needs it.</summary>
    public const string Housing = "housing";

    private const string Closure = "closure";

    private static readonly FrozenDictionary<string, Func<DeportedOffenderCase, CaseFacts, bool>> Missing = new Dictionary<string, Func<DeportedOffenderCase, CaseFacts, bool>>
    {
        ["arrival"] = (state, facts) => facts.Lands is null && !Meetings.Settled(state),
        ["decision"] = (state, _) => MovesMade.Decision(state) is null,
        ["plan"] = (state, _) => !Meetings.Settled(state) && state.State != CaseState.Missed && MovesMade.Plan(state) is null,
        ["meeting"] = (state, _) => !Meetings.Settled(state) && state.State != CaseState.Missed,
        ["visor-record"] = (state, _) => MovesMade.Last(state, MoveName.RecordVisor) is null,
        ["mappa-referral"] = (state, _) => MovesMade.Last(state, MoveName.ReferMappa) is null,
        [Housing] = (state, facts) => MoveNeeds.NeedsHousing(facts) && MovesMade.Last(state, MoveName.ReferHousing) is null,
    }.ToFrozenDictionary();

    /// <summary>The names of all of them.</summary>
    public static IEnumerable<string> Names => Missing.Keys.Append(Closure);

    /// <summary>Where nothing else is to be done, or nothing stands behind the case, it is to be closed; what else there was does not count.</summary>
    public static bool IsMissing(string step, DeportedOffenderCase state, CaseFacts facts) =>
        step == Closure ? OnlyToClose(state, facts) : !OnlyToClose(state, facts) && Missing[step](state, facts);

    private static bool OnlyToClose(DeportedOffenderCase state, CaseFacts facts) =>
        facts.Subject is null || MovesMade.IsNoFurtherAction(state) || Missing.Values.All(missing => !missing(state, facts));
}
