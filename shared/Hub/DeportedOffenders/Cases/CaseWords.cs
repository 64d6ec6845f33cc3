using System.Text.Json;
using Hub.Json;
using Hub.Time;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What was done to a case, for people; nobody it is about is named.</summary>
public static class CaseWords
{
    /// <summary><c>The senior officer decides: no further action is taken. (dci-2, Sunday 22 November 2026 at 8:00am)</c></summary>
    public static string Of(CaseChange change) => $"{change.Words} ({change.By.Id}, {LondonTime.Words(change.At)})";

    /// <summary><c>The senior officer decides: no further action is taken.</c></summary>
    public static string Of(MoveTable table, MoveMade made)
    {
        var move = table.Get(made.Move);
        var option = move.Options.IsEmpty ? null : move.Options.FirstOrDefault(o => o.Name == made.Details?.Deserialize<DecisionDetails>(HubJson.Options)?.Outcome);
        return option is null ? $"{move.Words}." : $"{move.Words}: {option.Words}.";
    }
}
