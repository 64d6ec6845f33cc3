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
            .. Lacking(table, move.Needs, context),
            .. option is null ? [] : Lacking(table, option.Needs, context),
        ];
    }

    /// <summary>The moves a role may ask for in this state, with what each still needs.</summary>
    public static ImmutableArray<OpenMove> Open(MoveTable table, MoveContext context, Role role) =>
    [
        .. table.Moves
            .Where(m => m.IsFor(role) && m.To(context.State.State) is not null)
            .Select(m => new OpenMove(m.Name, $"{m.Words}.", Missing(table, m, context), Choices(table, m, context))),
    ];

    /// <summary>What a move leaves to choose, with what each choice still needs.</summary>
    public static ImmutableArray<OpenChoice> Choices(MoveTable table, MoveRule move, MoveContext context) =>
        [.. move.Options.Select(o => new OpenChoice(o.Name, o.Words, o.Meaning, [.. Lacking(table, o.Needs, context)]))];

    private static IEnumerable<string> Lacking(MoveTable table, ImmutableArray<string> needs, MoveContext context) =>
        needs.IsDefault ? [] : needs.Where(need => !MoveNeeds.Holds(need, context)).Select(need => table.Needs[need]);

    private static string NotFromHere(MoveTable table, MoveRule move, DeportedOffenderCase state) => state.IsOpen
        ? $"The case is {table.Words(state.State)}; for this it must be {Or(move.Ways.SelectMany(w => w.From).Select(table.Words))}."
        : "The case is closed. A new alert opens another.";

    private static string Or(IEnumerable<string> words) => string.Join("; or ", words);
}
