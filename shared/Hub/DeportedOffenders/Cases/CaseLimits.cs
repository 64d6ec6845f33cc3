using System.Text.Json;
using Hub.Json;
using Hub.Messaging;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What one case may hold, so that a change of it with all its notices fits one commit.</summary>
internal static class CaseLimits
{
    /// <summary>Bytes of a case, as JSON, up to which notes and files are added.</summary>
    public const int MaxWorkBytes = 640 * 1024;

    /// <summary>Bytes of a case up to which alerts are entered: officers' work leaves room for them.</summary>
    public const int MaxBytes = 896 * 1024;

    /// <summary>Bytes of a case up to which what was done already is done again: alerts leave room for it.</summary>
    public const int MaxMovedBytes = 1024 * 1024;

    /// <summary>Whether the case has no room for a move. What was not done yet, a decision where none holds, and to close always have: no case gets stuck.</summary>
    public static bool IsFullFor(MoveRule move, DeportedOffenderCase state) =>
        move.To(state.State) != CaseState.Closed
        && MovesMade.Last(state, move.Name) is not null
        && !(move.Name == MoveName.Decide && MovesMade.Decision(state) is null)
        && (state.Moves.Length >= DeportedOffenderCase.MaxMoves || BytesOf(state) > MaxMovedBytes);

    /// <exception cref="PermanentFailureException">More than a case can hold.</exception>
    public static void CheckAlerts(DeportedOffenderCase state)
    {
        if (state.Alerts.Count(a => a.Standing == AlertStanding.Live) > DeportedOffenderCase.MaxLiveAlerts)
        {
            throw new PermanentFailureException("too-many-alerts", $"A case holds at most {DeportedOffenderCase.MaxLiveAlerts} alerts that count at once; somebody must look at what these are.");
        }

        if (BytesOf(state) > MaxBytes)
        {
            throw new PermanentFailureException("case-too-large", $"A case holds at most {MaxBytes:N0} bytes; somebody must look at what was sent.");
        }
    }

    public static int BytesOf(DeportedOffenderCase state) => JsonSerializer.SerializeToUtf8Bytes(state, HubJson.Options).Length;
}
