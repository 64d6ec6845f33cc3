using System.Collections.Immutable;
using Hub.DeportedOffenders.Cases;

namespace Hub.Functions.DeportedOffenders;

/// <summary>What a case waits for.</summary>
internal static class NextStep
{
    /// <summary>
    /// The first move that leads on and can be made now, but never to give the case away; else housing, where that is
    /// what is missing; else the first that leads on, with what it lacks. Null for a closed case.
    /// </summary>
    public static OpenMove? Of(MoveTable table, DeportedOffenderCase state, CaseFacts facts, ImmutableArray<OpenMove> open)
    {
        var onward = open.Where(m => table.Find(m.Move)?.To(state.State) != state.State).ToList();
        return onward.Find(m => m.Missing.IsEmpty && m.Move != MoveName.Transfer)
            ?? open.FirstOrDefault(m => m.Move == MoveName.ReferHousing && m.Missing.IsEmpty && CaseSteps.IsMissing(CaseSteps.Housing, state, facts))
            ?? onward.FirstOrDefault();
    }
}
