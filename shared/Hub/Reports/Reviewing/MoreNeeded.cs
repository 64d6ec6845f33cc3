using Hub.Auditing;
using Hub.Cases;

namespace Hub.Reports.Reviewing;

/// <summary>A person's word that a possible match cannot be decided on what is known. It stays possible, its notice open and its clock running; the case is free for others.</summary>
public sealed class MoreNeeded(CaseEditor editor)
{
    /// <summary>The same word by the same person again is no second one.</summary>
    /// <param name="rationale">What is needed, and from whom.</param>
    public async Task<ReviewOutcome> AskAsync(CaseId id, string rationale, Actor by, CancellationToken cancellationToken)
    {
        var result = ReviewOutcome.Unknown;
        await editor.EditAsync(id, by, edit =>
        {
            var asked = ReviewStanding.MoreAsked(edit.Case);
            var isRepeat = asked is not null && asked.By == by && asked.Rationale == rationale;
            result = ReviewStanding.Refusal(edit.Case, by, edit.Now) switch
            {
                null or ReviewOutcome.HeldByAnother when isRepeat => ReviewOutcome.Decided,
                { } refused => refused,
                null => ReviewOutcome.Decided,
            };
            if (result == ReviewOutcome.Decided && isRepeat)
            {
                ReviewHolds.Release(edit);
            }
            else if (result == ReviewOutcome.Decided)
            {
                edit.Update(c => c with { Held = null, Decisions = c.Decisions.Add(new CaseDecision(ReviewStanding.Match, ReviewStanding.NeedMore, rationale, by, edit.Now)) });
                edit.Audit("match.need-more", $"More is needed before the possible match can be decided: {rationale}");
            }
        }, cancellationToken);
        return result;
    }
}
