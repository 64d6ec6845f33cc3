using System.Text.Json;
using Hub.Json;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What the moves of a case say, by the newest of each kind.</summary>
public static class MovesMade
{
    private static readonly string[] EndsPlan = [MoveName.NotOnFlight, MoveName.ArrivalChanged, MoveName.DecisionLapsed];

    /// <summary>The newest move of a kind; null where none was made.</summary>
    public static MoveMade? Last(DeportedOffenderCase state, string move) => state.Moves.LastOrDefault(m => m.Move == move);

    /// <summary>The details of the newest move of a kind; null where none was made.</summary>
    public static T? Details<T>(DeportedOffenderCase state, string move)
        where T : class => Last(state, move)?.Details?.Deserialize<T>(HubJson.Options);

    /// <summary>What was decided last and holds; null while nothing does.</summary>
    public static string? Decision(DeportedOffenderCase state) =>
        state.Moves.LastOrDefault(m => m.Move is MoveName.Decide or MoveName.DecisionLapsed) is { Move: MoveName.Decide, Details: { } details }
            ? details.Deserialize<DecisionDetails>(HubJson.Options)!.Outcome
            : null;

    /// <summary>Whether the person is to be managed on return, by the newest decision.</summary>
    public static bool IsManaged(DeportedOffenderCase state) => Decision(state) is { } outcome && outcome != DecisionOutcomes.NoFurtherAction;

    /// <summary>Whether nothing more is to be done but to close the case, by the newest decision.</summary>
    public static bool IsNoFurtherAction(DeportedOffenderCase state) => Decision(state) == DecisionOutcomes.NoFurtherAction;

    /// <summary>The plan that holds and when it was made; null where there is none, or the arrival turned out otherwise since.</summary>
    public static (ReturnPlan Plan, MoveMade Move)? Plan(DeportedOffenderCase state) =>
        state.Moves.LastOrDefault(m => m.Move == MoveName.Plan || EndsPlan.Contains(m.Move)) is { Move: MoveName.Plan, Details: { } details } move
            ? (details.Deserialize<ReturnPlan>(HubJson.Options)!, move)
            : null;
}
