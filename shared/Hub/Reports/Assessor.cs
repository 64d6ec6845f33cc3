using Hub.Auditing;
using Hub.Cases;
using Hub.Feeds;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Notices;
using Hub.Places;

namespace Hub.Reports;

/// <summary>
/// Works on an accepted report: matches the person, applies the feed's rules, raises the notices, all in one commit.
/// A case already assessed is left as it is, so that a message delivered twice does nothing twice.
/// </summary>
public sealed class Assessor(
    FeedCatalog feeds,
    ICaseStore cases,
    CaseEditor editor,
    IMatcher matcher,
    INominalRegister register,
    AuthorityDirectory authorities,
    PostcodeBoroughs postcodes)
{
    /// <exception cref="PermanentFailureException">The event is of another type, or names a case or feed there is none of.</exception>
    public async Task AssessAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        if (happened.Type != HubTopology.ReportAccepted)
        {
            throw new PermanentFailureException("unknown-event-type", $"Assessment does not know events of type {happened.Type}.");
        }

        var file = await cases.ReadAsync(happened.CaseId(), cancellationToken)
            ?? throw new PermanentFailureException("case-unknown", "There is no such case.");
        if (file.Status == CaseStatus.Assessed)
        {
            return;
        }

        var feed = FeedOf(file);
        var match = await matcher.MatchAsync(feed.Subject(file.Report), feed.Purpose, cancellationToken);
        var nominal = await NominalOf(match.Outcome, cancellationToken);
        await editor.EditAsync(file, Actor.Hub, edit =>
        {
            if (edit.Case.Status != CaseStatus.Assessed)
            {
                Conclude(edit, match, nominal);
            }
        }, cancellationToken);
    }

    /// <summary>Records a match and everything the feed's rules conclude from it; notices already raised stay as they are.</summary>
    public void Conclude(CaseEdit edit, MatchAssessment match, Nominal? nominal)
    {
        var findings = FeedOf(edit.Case).Assess(edit.Case.Report, new AssessmentContext
        {
            Match = match,
            Nominal = nominal,
            Authorities = authorities,
            Postcodes = postcodes,
        });
        edit.Update(c => c with { Status = CaseStatus.Assessed, Match = match, Reasons = findings.Reasons });
        edit.Audit("report.assessed", $"{Words(match)} {string.Join(' ', findings.Reasons)}", ("model", match.ModelVersion));
        NoticeRaising.Raise(edit, findings.Notices);
    }

    /// <summary>The nominal an outcome names; null for none.</summary>
    public Task<Nominal?> NominalOf(MatchOutcome outcome, CancellationToken cancellationToken) => outcome switch
    {
        MatchOutcome.Match match => register.GetAsync(match.Nominal, cancellationToken),
        MatchOutcome.Possible possible => register.GetAsync(possible.Nominal, cancellationToken),
        _ => Task.FromResult<Nominal?>(null),
    };

    private IFeed FeedOf(CaseFile file) => feeds.Find(file.Feed)
        ?? throw new PermanentFailureException("feed-unknown", $"This hub knows no feed {file.Feed}.");

    private static string Words(MatchAssessment match) => match.Outcome switch
    {
        MatchOutcome.Match m => $"Identified as nominal {m.Nominal} (probability {m.Probability:0.0000}, {match.Considered} considered, model {match.ModelVersion}). {match.Because}",
        MatchOutcome.Possible p => $"Possibly nominal {p.Nominal} (probability {p.Probability:0.0000}, {match.Considered} considered, model {match.ModelVersion}). {match.Because}",
        _ => $"Nobody on the register ({match.Considered} considered, model {match.ModelVersion}).",
    };
}
