using System.Collections.Immutable;
using Hub.DeportedOffenders.Cases;

namespace Hub.Functions.DeportedOffenders;

/// <summary>What a case waits for.</summary>
internal static class NextStep
{
    /// <summary>The first move that leads on and can be made now; else the first that leads on, with what it lacks. Null for a closed case.</summary>
    public static OpenMove? Of(MoveTable table, DeportedOffenderCase state, ImmutableArray<OpenMove> open)
    {
        var onward = open.Where(m => table.Find(m.Move)?.To(state.State) != state.State).ToList();
        return onward.Find(m => m.Missing.IsEmpty) ?? onward.FirstOrDefault();
    }
}
