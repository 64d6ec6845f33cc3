namespace Hub.DeportedOffenders.Cases;

/// <summary>Whether the person has been met.</summary>
public static class Meetings
{
    /// <summary>Officers stood before the person: what alerts say of the arrival from now on changes no plan.</summary>
    public static bool WasMet(DeportedOffenderCase state) => state.Moves.Any(m => m.Move == MoveName.Meet);

    /// <summary>
    /// Whether the person was met here on an earlier return than the alert speaks of, which lands a day and more after
    /// the meeting. Null where they were not met, or the alert knows no landing.
    /// </summary>
    public static bool? IsBefore(DeportedOffenderCase state, JoinedAlert alert) =>
        MovesMade.Details<MeetingDetails>(state, MoveName.Meet) is { } met && alert.Alert.Arrival?.Lands is { } lands ? lands.Earliest > met.MetAt.AddDays(1) : null;

    /// <summary>Met, or gone on without, and no other arrival was told of since.</summary>
    public static bool Settled(DeportedOffenderCase state) =>
        WasMet(state) || state.Moves.LastOrDefault(m => m.Move is MoveName.ProceedUnmet or MoveName.ArrivalChanged)?.Move == MoveName.ProceedUnmet;
}
