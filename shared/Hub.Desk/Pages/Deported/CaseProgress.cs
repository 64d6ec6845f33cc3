using System.Collections.Immutable;
using Hub.DeportedOffenders.Cases;

namespace Hub.Desk.Pages.Deported;

/// <summary>Where a step of a case stands.</summary>
public enum StepStanding
{
    Done,

    /// <summary>The case went on without it.</summary>
    PassedOver,
    Current,
    Ahead,
}

/// <summary>A state on the way of a case.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="By">The move that led to it; null where none did.</param>
public sealed record ProgressStep(string Label, StepStanding Standing, MoveMade? By);

/// <summary>The way of a case: what is done, where it stands, what is ahead.</summary>
public static class CaseProgress
{
    public static ImmutableArray<ProgressStep> Of(MoveTable table, DeportedOffenderCase state)
    {
        var order = table.States.Select(s => s.Name).ToList();
        var reached = Reached(order, state);
        var current = order.IndexOf(state.State);
        return
        [
            .. table.States
                .Select((s, at) => (State: s, At: at, By: reached.GetValueOrDefault(s.Name)))
                .Where(s => s.State.Name != CaseState.Missed || (s.By is not null && s.At <= current))
                .Select(s => new ProgressStep(s.State.Label, Standing(s.At, current, s.At == 0 || s.By is not null), s.By)),
        ];
    }

    /// <summary>The move that led to each state the case is in or came through. A move back ends what was reached beyond.</summary>
    private static Dictionary<string, MoveMade> Reached(List<string> order, DeportedOffenderCase state)
    {
        var reached = new Dictionary<string, MoveMade>();
        foreach (var move in state.Moves.Where(m => m.To != m.From))
        {
            foreach (var beyond in reached.Keys.Where(s => order.IndexOf(s) > order.IndexOf(move.To)).ToList())
            {
                reached.Remove(beyond);
            }

            reached[move.To] = move;
        }

        return reached;
    }

    private static StepStanding Standing(int at, int current, bool wasReached) =>
        at == current ? StepStanding.Current
        : at > current ? StepStanding.Ahead
        : wasReached ? StepStanding.Done : StepStanding.PassedOver;
}
