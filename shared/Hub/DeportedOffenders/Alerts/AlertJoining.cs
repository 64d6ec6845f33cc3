using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Feeds;
using Hub.Matching;
using Hub.Nominals;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>
/// Joins alerts to the deported offender's case. Every alert but one that is *possible*, or that was taken back, is in a
/// case: of somebody the register does not hold it makes the nominal.
/// </summary>
public sealed class AlertJoining(
    DeportedOffenderCases cases, ICaseStore store, AlertLinks links, AlertTakingBack takingBack, AlertCorrections corrections, ProvisionalNominals provisional, ProvisionalRenewal renewal)
    : IReportJoining
{
    public bool Takes(IJoinedFeed feed) => feed is DeportedOffenderFeed;

    public async ValueTask<MatchAssessment> TakeAsync(CaseFile file, MatchAssessment match, CancellationToken cancellationToken)
    {
        var alert = DeportedOffenderFeed.AlertOf(file.Report);
        var words = await links.EnterAsync(file, cancellationToken);
        if ((alert.Withdraws ?? alert.Corrects) is { } other)
        {
            await links.SpeakAsync(file, other, alert.Withdraws is not null, cancellationToken);
        }

        if (await links.TakenBackByAsync(alert, words, cancellationToken) is { } word)
        {
            await takingBack.TakeBackAsync(file, alert, word, cancellationToken);
            return Nobody(match, AlertTakingBack.Because(word));
        }

        return alert.Withdraws is null
            ? await WhoAsync(file, alert, match, cancellationToken)
            : Nobody(match, "It only takes another alert back: nobody was looked for.");
    }

    public bool Concerns(CaseFile file, Nominal nominal) => true;

    public async Task<Joined> JoinAsync(CaseFile file, Nominal nominal, CancellationToken cancellationToken)
    {
        var alert = DeportedOffenderFeed.AlertOf(file.Report);
        if (file.Match?.Named is { } named)
        {
            // The word of the register's merge may still be on its way: what was done under that record must be found.
            await cases.MergedAsync(named, nominal.Id, cancellationToken);
        }

        var joined = await cases.JoinAsync(nominal, new JoinedAlert(file.Id, file.Sender, file.ReceivedAt, AlertStanding.Live, alert), cancellationToken);
        if (nominal.Provisional)
        {
            await renewal.RenewAsync(nominal.Id, cancellationToken);
        }

        return await ViewAsync(file, alert, joined, cancellationToken);
    }

    public async ValueTask<Joined?> ApartAsync(CaseFile file, CancellationToken cancellationToken) =>
        await ViewAsync(file, DeportedOffenderFeed.AlertOf(file.Report), null, cancellationToken);

    public async Task LeaveAsync(CaseFile file, Nominal nominal, Nominal? goesTo, CancellationToken cancellationToken)
    {
        var alert = DeportedOffenderFeed.AlertOf(file.Report);
        var word = await links.ReadAsync(file.Reference, cancellationToken) is { } words ? await links.TakenBackByAsync(alert, words, cancellationToken) : null;
        await (word switch
        {
            { Withdraws: true } => cases.StandAsync(nominal.Id, file.Id, AlertStanding.Withdrawn, AlertTakingBack.Because(word), cancellationToken),
            { Withdraws: false } => cases.StandAsync(nominal.Id, file.Id, AlertStanding.Corrected, AlertTakingBack.Because(word), cancellationToken),
            _ => cases.LeaveAsync(nominal.Id, file.Id, goesTo?.Id, cancellationToken),
        });
        if (nominal.Provisional)
        {
            await renewal.RenewAsync(nominal.Id, cancellationToken);
        }
    }

    private async Task<MatchAssessment> WhoAsync(CaseFile file, DeportedOffenderAlert alert, MatchAssessment match, CancellationToken cancellationToken)
    {
        var settled = ReferenceEquals(match, file.Match);
        if (settled && match.Outcome is not MatchOutcome.None)
        {
            return match;
        }

        // A nominal made from this very alert is whom it is about, however little the alert says.
        if (match.Decision is not { Confirmed: true } && await provisional.IsMadeFromAsync(file.Id, cancellationToken))
        {
            return ProvisionalNominals.Taken(match, ProvisionalNominals.IdOf(file.Id));
        }

        var followed = settled ? match : await corrections.FollowAsync(file, alert, match, cancellationToken);
        return followed.Outcome is MatchOutcome.None ? await provisional.MakeAsync(file, alert, followed, cancellationToken) : followed;
    }

    private async Task<AlertView> ViewAsync(CaseFile file, DeportedOffenderAlert alert, CaseId? joined, CancellationToken cancellationToken)
    {
        var own = await links.ReadAsync(alert.Reference, cancellationToken);
        return new AlertView(joined, await OnOtherAsync(file, alert, cancellationToken), own is not null && await links.IsInCircleAsync(alert, own, cancellationToken));
    }

    private async Task<WordOnOther?> OnOtherAsync(CaseFile file, DeportedOffenderAlert alert, CancellationToken cancellationToken)
    {
        if ((alert.Withdraws ?? alert.Corrects) is not { } other || await links.ReadAsync(other, cancellationToken) is not { } words)
        {
            return null;
        }

        if (words.Sender != file.Sender)
        {
            return words.Sender is null ? WordOnOther.Waits : WordOnOther.OtherSenders;
        }

        foreach (var correction in alert.Withdraws is null ? [] : words.OfSender.Where(w => !w.Withdraws))
        {
            if (await store.ReadAsync(correction.Report, cancellationToken) is { Status: not CaseStatus.Withdrawn })
            {
                return WordOnOther.CorrectedAlready;
            }
        }

        return WordOnOther.Follows;
    }

    private static MatchAssessment Nobody(MatchAssessment match, string because) =>
        match with { Outcome = new MatchOutcome.None(), Because = because, Candidates = [], Decision = null };
}
