using Hub.Auditing;

namespace Hub.DeportedOffenders.Cases;

/// <summary>
/// Which of a person's open cases goes on. There is more than one only where two records turned out to be one person, or
/// where an earlier return was met, or decided on for good, and is not closed yet.
/// </summary>
internal static class LeadingCase
{
    private static readonly List<string> States = [.. MoveTable.Default.States.Select(s => s.Name)];

    /// <summary>
    /// Of those that stay (which goes on was settled before) the one whose person is still to come, that is furthest on,
    /// that officers have worked on, that was the survivor's own, the oldest: the first of these that tells them apart.
    /// </summary>
    /// <returns>Null where none is open.</returns>
    public static DeportedOffenderCase? Of(PersonFile person)
    {
        var open = person.Cases.Where(c => c.IsOpen).ToList();
        var stay = open.Where(c => open.All(other => other.Id != c.GoesOnIn)).ToList();
        return (stay.Count > 0 ? stay : open)
            .OrderBy(IsDone)
            .ThenByDescending(c => States.IndexOf(c.State))
            .ThenByDescending(HasWork)
            .ThenByDescending(c => c.OpenedUnder == person.Nominal)
            .ThenBy(c => c.OpenedAt)
            .ThenBy(c => c.Id.Value)
            .FirstOrDefault();
    }

    /// <summary>Open, but of a return that is past, or that is not acted on: what alerts told of it stays there, and nothing new belongs there if it can go elsewhere.</summary>
    public static bool IsDone(DeportedOffenderCase state) => Meetings.Settled(state) || MovesMade.IsNoFurtherAction(state);

    private static bool HasWork(DeportedOffenderCase state) =>
        !state.Notes.IsEmpty || !state.Attachments.IsEmpty || state.Moves.Any(m => m.By != Actor.Hub);
}
