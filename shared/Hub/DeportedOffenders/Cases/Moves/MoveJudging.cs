using System.Collections.Immutable;
using Hub.Identity;

namespace Hub.DeportedOffenders.Cases;

/// <summary>Holds a move against the table: whether it may be made, and what is missing where it may not.</summary>
internal static class MoveJudging
{
    /// <summary>What is missing for a move as the case stands, each in words; empty where it may be made.</summary>
    public static ImmutableArray<string> Missing(MoveTable table, MoveRule move, MoveContext context)
    {
        var option = context.Details is null ? null : move.Options.FirstOrDefault(o => o.Name == context.As<DecisionDetails>()?.Outcome);
        return
        [
            .. move.To(context.State.State) is null ? new[] { NotFromHere(table, move, context.State) } : [],
            .. context.Details is not null && !move.Options.IsEmpty && option is null ? new[] { "That is not one of the choices." } : [],
            .. move.Needs.Concat(option is { Needs.IsDefault: false } ? option.Needs : []).Where(need => !MoveNeeds.Holds(need, context)).Select(need => table.Needs[need]),
        ];
    }

    /// <summary>The moves a role may ask for in this state, with what each still needs.</summary>
    public static ImmutableArray<OpenMove> Open(MoveTable table, MoveContext context, Role role) =>
    [
        .. table.Moves
            .Where(m => m.IsFor(role) && m.To(context.State.State) is not null)
            .Select(m => new OpenMove(m.Name, $"{m.Words}.", Missing(table, m, context))),
    ];

    private static string NotFromHere(MoveTable table, MoveRule move, DeportedOffenderCase state) => state.IsOpen
        ? $"The case is {table.Words(state.State)}; for this it must be {Or(move.Ways.SelectMany(w => w.From).Select(table.Words))}."
        : "The case is closed. A new alert opens another.";

    private static string Or(IEnumerable<string> words) => string.Join("; or ", words);
}
