using System.Collections.Immutable;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Pages.Deported;
using Hub.Functions.DeportedOffenders;
using Hub.Identity;

namespace Hub.Functions.Desk.Deported;

/// <summary>What a case waits for, and what a reader of it may do.</summary>
public sealed class CaseReading(DeportedOffenderCases cases)
{
    private readonly MoveTable table = MoveTable.Default;

    public static bool MayWork(Caller caller) => AccessMatrix.Published[Operation.WorkDeportedOffender, caller.Role] != Reach.No;

    public CaseFacts Facts(DeportedOffenderCase state) => cases.Facts(state);

    /// <summary>What the case waits for, whoever must do it; null for a closed one.</summary>
    public NextAction? Next(DeportedOffenderCase state, Caller caller) =>
        NextStep.Of(table, state, cases.Facts(state), cases.Open(state, Role.Supervisor)) is { } next ? Action(next, caller) : null;

    /// <summary>What else the reader may ask for.</summary>
    public ImmutableArray<NextAction> Others(DeportedOffenderCase state, Caller caller, NextAction? next) => !MayWork(caller) ? [] :
        [.. cases.Open(state, caller.Role).Where(m => m.Move != next?.Move.Move).Select(m => Action(m, caller)).OrderBy(a => a.Move.Missing.Length > 0)];

    private NextAction Action(OpenMove move, Caller caller)
    {
        var rule = table.Get(move.Move);
        return new NextAction(move, rule.Asks!, table.Who(rule), MayWork(caller) && rule.IsFor(caller.Role));
    }
}
