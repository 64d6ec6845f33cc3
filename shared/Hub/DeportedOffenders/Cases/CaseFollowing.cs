using System.Globalization;
using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Json;
using Hub.Messaging;
using Hub.Notices;
using Hub.Time;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What follows from any change of a case, in the same commit: its revision, its notices, its clock, its place on the board.</summary>
public sealed class CaseFollowing(CaseFactsReading reading)
{
    /// <param name="before">The case as it was.</param>
    /// <param name="changed">The case as the change leaves it.</param>
    /// <param name="words">What was done, in a sentence that names nobody.</param>
    /// <returns>The case as it is to be stored.</returns>
    internal DeportedOffenderCase Follow(CaseEdit edit, DeportedOffenderCase before, DeportedOffenderCase changed, string words)
    {
        var because = words;
        var after = changed;
        if ((StaleDecision.MoveOf(changed, before.Revision, edit.Now) ?? StalePlan.MoveOf(changed, before.Revision, edit.Now)) is { } moved)
        {
            var said = CaseWords.Of(MoveTable.Default, moved);
            edit.Audit($"case.{moved.Move}", $"{said} {moved.Rationale}");
            because = $"{words} {said}";
            after = changed with { State = moved.To, Moves = changed.Moves.Add(moved) };
        }

        return Settle(edit, Revised(after, before.Revision + 1, because, edit.By, edit.Now), because, edit.Now);
    }

    /// <summary>The clock has struck.</summary>
    internal DeportedOffenderCase Strike(CaseEdit edit, DeportedOffenderCase state, DateTimeOffset moment)
    {
        edit.Audit("case.looked-at", $"Looked at as {LondonTime.Words(moment)} had come.");
        return Settle(edit, state, "The clock went on.", edit.Now > moment ? edit.Now : moment);
    }

    private DeportedOffenderCase Settle(CaseEdit edit, DeportedOffenderCase state, string because, DateTimeOffset now)
    {
        var facts = reading.Of(state);
        NoticeRaising.Renew(edit, [.. CaseNotices.Of(state, facts), .. CaseClock.Warnings(state, facts, now)], CaseNotices.KindsOf(state), CaseNotices.QuietOf(state), because);
        if (!state.IsOpen && facts.Subject is not null && state.Moves is [.., { Move: MoveName.Transfer, Details: { } transfer }])
        {
            NoticeRaising.Raise(edit, [CaseNotices.HandedOver(state, facts, transfer.Deserialize<TransferDetails>(HubJson.Options)!, edit.Now)]);
        }

        edit.Update(c => c with { Board = state.IsOpen ? DeportedOffenderCase.Sort : null, BoardAt = state.IsOpen ? facts.Lands : null });
        var next = CaseClock.ToCome(state, facts, now) is [var soonest, ..] ? soonest.At : (DateTimeOffset?)null;
        if (next is { } at && next != state.NextLook)
        {
            edit.Emit(LookDue(edit, at));
        }

        return state with { NextLook = next };
    }

    private static OutgoingEvent LookDue(CaseEdit edit, DateTimeOffset at) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{edit.Case.Id.Value:N}.look.{edit.Case.AuditHead.Count}.{at.UtcTicks}"),
        Case = edit.Case.Id,
        Topic = HubTopology.Reports,
        Type = HubTopology.ArrivalLookDue,
        Time = edit.Now,
        NotBefore = at,
        Data = JsonSerializer.SerializeToElement(new { moment = at }, HubJson.Options),
    };

    private static DeportedOffenderCase Revised(DeportedOffenderCase state, int revision, string words, Actor by, DateTimeOffset now) => state with
    {
        Revision = revision,
        Changes = [.. state.Changes.Add(new CaseChange(revision, words, by, now)).TakeLast(DeportedOffenderCase.MaxChanges)],
    };
}
