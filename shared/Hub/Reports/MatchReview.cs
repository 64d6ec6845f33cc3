using Hub.Auditing;
using Hub.Cases;
using Hub.Feeds;
using Hub.Matching;
using Hub.Nominals;
using Hub.Notices;
using Hub.Reports.Reviewing;

namespace Hub.Reports;

/// <summary>A person's word on a possible match. Confirming it applies the rules anew, as if matching had been sure. Nobody decides a case that somebody else has open.</summary>
public sealed class MatchReview(ICaseStore cases, CaseEditor editor, Assessor assessor, MergedMatches merged, FeedCatalog feeds, TimeProvider time)
{
    /// <summary>The first decision stands; the very same by the same person again is no second one, and counts as decided.</summary>
    /// <param name="nominal">The nominal confirmed; null rejects every candidate.</param>
    public async Task<ReviewOutcome> DecideAsync(CaseId id, string? nominal, string rationale, Actor by, CancellationToken cancellationToken)
    {
        if (await cases.ReadAsync(id, cancellationToken) is not { } file)
        {
            return ReviewOutcome.Unknown;
        }

        var decision = new MatchDecision(nominal is not null, nominal, by, time.GetUtcNow(), rationale);
        if (Settled(file, decision) is { } settled)
        {
            return settled;
        }

        MatchOutcome outcome = nominal is null ? new MatchOutcome.None() : new MatchOutcome.Match(Found(file.Match!, nominal), 1);
        var (decided, known) = await merged.FollowAsync(file.Match! with { Outcome = outcome, Named = null, Because = nominal is null ? "Rejected by a person." : "Confirmed by a person.", Decision = decision }, cancellationToken);
        var result = ReviewOutcome.Decided;
        await editor.EditAsync(file, by, edit =>
        {
            // Somebody may have decided between our reading and our commit.
            if (Settled(edit.Case, decision) is { } meanwhile)
            {
                result = meanwhile;
                return;
            }

            result = ReviewOutcome.Decided;
            edit.Update(c => c with { Held = null });
            edit.Audit(nominal is null ? "match.rejected" : "match.confirmed", $"Possible match {(nominal is null ? "rejected" : "confirmed")}: {rationale}", nominal is null ? [] : [("nominal", nominal)]);
            foreach (var review in edit.Case.Notices.Where(n => n is { Kind: NoticeKind.MatchReview, IsOpen: true }))
            {
                edit.Put(review with { State = NoticeState.Acknowledged, DeliveredAt = review.DeliveredAt ?? edit.Now, AcknowledgedAt = edit.Now, AcknowledgedBy = by });
                edit.Audit("notice.acknowledged", $"Reviewed for {review.Recipient}.", ("notice", review.Id));
            }

            Conclude(edit, edit.Case.Match! with { Outcome = decided.Outcome, Named = decided.Named, Because = decided.Because, Decision = decision }, known);
            if (nominal is null)
            {
                RejectedPerson.Forget(edit, feeds);
            }
        }, cancellationToken);
        return result;
    }

    /// <summary>A joined report is judged with what it is joined to, which is another partition: by an event of this commit.</summary>
    private void Conclude(CaseEdit edit, MatchAssessment decided, Nominal? known)
    {
        if (feeds.Find(edit.Case.Feed) is IJoinedFeed)
        {
            edit.Update(c => c with { Match = decided });
            edit.Emit(ReportEvents.Changed(edit.Case.Id, edit.Case.AuditHead, [edit.Case.Id], edit.Now));
        }
        else
        {
            assessor.Conclude(edit, decided, known);
        }
    }

    /// <summary>The candidate a confirmed nominal is: the one that was found, where that was merged into it since.</summary>
    private static string Found(MatchAssessment match, string nominal) =>
        match is { Named: { } named, Outcome: MatchOutcome.Possible possible } && possible.Nominal == nominal && match.Candidates.All(c => c.Nominal != nominal) ? named : nominal;

    /// <summary>What the decision comes to without anything being done; null where it is to be made.</summary>
    private static ReviewOutcome? Settled(CaseFile file, MatchDecision decision) =>
        !ReviewStanding.IsToDecide(file) && file.Match?.Decision is { } made && made with { At = decision.At } == decision ? ReviewOutcome.Decided
        : ReviewStanding.Refusal(file, decision.By, decision.At) is { } refused ? refused
        : decision.Nominal is null || IsCandidate(file.Match!, decision.Nominal) ? null : ReviewOutcome.NotACandidate;

    private static bool IsCandidate(MatchAssessment match, string nominal) => match.Candidates.Any(c => c.Nominal == nominal) || Found(match, nominal) != nominal;
}

/// <summary>What became of a decision.</summary>
public enum ReviewOutcome
{
    Decided,
    Unknown,
    NothingToDecide,
    AlreadyDecided,
    NotACandidate,

    /// <summary>Somebody else has the case open: nothing was decided.</summary>
    HeldByAnother,
}
