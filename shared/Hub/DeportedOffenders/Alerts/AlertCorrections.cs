using Hub.Cases;
using Hub.Matching;
using Hub.Nominals;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>
/// Where a correction goes. By its own details where they are sure; else where the alert it corrects went, by its
/// sender's word that it is the same person; where both are sure and differ, a person must say.
/// </summary>
public sealed class AlertCorrections(ICaseStore cases, INominalRegister register)
{
    /// <param name="own">What the correction's own details come to.</param>
    public async Task<MatchAssessment> FollowAsync(CaseFile file, DeportedOffenderAlert alert, MatchAssessment own, CancellationToken cancellationToken)
    {
        if (await WentAsync(file, alert, cancellationToken) is not { Match: { } before } corrected)
        {
            return own;
        }

        return before.Outcome switch
        {
            MatchOutcome.Match went when await register.FindAsync(went.Nominal, cancellationToken) is { } nominal && (nominal.Ended is null || nominal.Provisional) =>
                Follow(own, before, corrected, nominal.Id, went.Probability),

            // What somebody was asked of the alert corrected is still to be answered.
            MatchOutcome.Possible asked when own.Outcome is MatchOutcome.None => own with
            {
                Outcome = asked,
                Because = $"The alert it corrects ({corrected.Reference}) may be about {asked.Nominal}. {before.Because}",
                Candidates = before.Candidates,
            },
            _ => own,
        };
    }

    private static MatchAssessment Follow(MatchAssessment own, MatchAssessment before, CaseFile corrected, string nominal, double probability) => own.Outcome switch
    {
        MatchOutcome.Match sure when sure.Nominal == nominal => own,
        MatchOutcome.Match sure => own with
        {
            Outcome = new MatchOutcome.Possible(sure.Nominal, sure.Probability),
            Because = $"By its own details this is {sure.Nominal}, and the alert it corrects ({corrected.Reference}) was taken for {nominal}. A person must say which of them it is.",
            Candidates = own.Candidates.Any(c => c.Nominal == nominal)
                ? own.Candidates
                : own.Candidates.Add(before.Candidates.FirstOrDefault(c => c.Nominal == nominal) ?? new CandidateEvidence(nominal, probability, 0, 0, []) { Verdict = "The alert corrected was taken for this nominal." }),
        },
        _ => own with
        {
            Outcome = new MatchOutcome.Match(nominal, probability),
            Because = $"Its sender says that it corrects the alert {corrected.Reference}, which was taken for {nominal}; its own details do not decide. {own.Because}",
        },
    };

    /// <summary>The nearest alert corrected that was matched; null where there is none of the same sender.</summary>
    private async Task<CaseFile?> WentAsync(CaseFile file, DeportedOffenderAlert alert, CancellationToken cancellationToken)
    {
        var reference = alert.Corrects;
        for (var step = 0; reference is not null && step < AlertLinks.LongestChain; step++)
        {
            if (await cases.ReadAsync(CaseId.For(DeportedOffenderFeed.FeedName, reference), cancellationToken) is not { } corrected
                || corrected.Sender != file.Sender || corrected.Id == file.Id)
            {
                return null;
            }

            if (corrected.Match?.Outcome is MatchOutcome.Match or MatchOutcome.Possible)
            {
                return corrected;
            }

            reference = DeportedOffenderFeed.AlertOf(corrected.Report).Corrects;
        }

        return null;
    }
}
