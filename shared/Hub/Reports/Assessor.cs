using System.Text.Json;
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
/// Works on an accepted report: matches the person, joins it to what is kept of the nominal, applies the feed's rules,
/// raises the notices in one commit. A case already assessed is left as it is, so that a message delivered twice does
/// nothing twice; one whose circumstances changed is judged anew on what matching found before.
/// </summary>
/// <remarks>
/// What a report is joined to (the nominal's travel, a deported offender's case) is another partition, changed by many
/// reports. So the case says whom it is taken for before it is entered there, and it is judged again until neither has
/// changed meanwhile: whatever happens in between, the last one to judge has seen all of it, and what was entered can
/// always be taken out.
/// </remarks>
public sealed class Assessor(
    FeedCatalog feeds,
    ICaseStore cases,
    CaseEditor editor,
    IMatcher matcher,
    INominalRegister register,
    MergedMatches merged,
    IEnumerable<IReportJoining> joinings,
    AuthorityDirectory authorities,
    PostcodeBoroughs postcodes,
    AirportDirectory airports)
{
    /// <summary>How often a joined report is judged before others are let first. Each pass answers one change made meanwhile.</summary>
    private const int MaxPasses = 20;

    /// <exception cref="PermanentFailureException">The event is of another type, or names a case or feed there is none of.</exception>
    public async Task AssessAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        if (happened.Type is not (HubTopology.ReportAccepted or HubTopology.ReportChanged))
        {
            throw new PermanentFailureException("unknown-event-type", $"Assessment does not know events of type {happened.Type}.");
        }

        var file = await cases.ReadAsync(ReportEvents.ReportOf(happened), cancellationToken)
            ?? throw new PermanentFailureException("case-unknown", "There is no such case.");
        if (file.Status == CaseStatus.Withdrawn)
        {
            await LeaveAsync(file, null, cancellationToken);
        }
        else if (file.Status != CaseStatus.Assessed || happened.Type == HubTopology.ReportChanged)
        {
            await AssessAsync(file, cancellationToken);
        }
    }

    /// <summary>Records a match and everything the feed's rules conclude from it. Notices already raised stay, but for kinds that stand only as long as the rules ask for them.</summary>
    public void Conclude(CaseEdit edit, MatchAssessment match, Nominal? nominal, Joined? joined = null)
    {
        var findings = FindingsOf(edit.Case, match, nominal, joined);
        if (!IsConcluded(edit.Case, match, findings))
        {
            edit.Update(c => c with { Status = CaseStatus.Assessed, Match = match, Reasons = findings.Reasons, Conclusion = findings.Conclusion });
            edit.Audit("report.assessed", $"{Words(match)} {string.Join(' ', findings.Reasons)}", ("model", match.ModelVersion));
        }

        var standing = findings.Notices.Where(n => findings.Standing.Contains(n.Kind)).ToList();
        NoticeRaising.Raise(edit, findings.Notices.Where(n => !findings.Standing.Contains(n.Kind)));
        if (!findings.Standing.IsEmpty)
        {
            NoticeRaising.Reconcile(edit, standing, findings.Standing, "What is known now leads to another conclusion.");
        }
    }

    /// <summary>What the feed's rules conclude from a match, done to nothing. What a joined report leads to is not seen so.</summary>
    internal Findings FindingsOf(CaseFile file, MatchAssessment match, Nominal? nominal, Joined? joined = null) => FeedOf(file).Assess(file.Report, new AssessmentContext
    {
        Match = match,
        Nominal = nominal,
        Authorities = authorities,
        Postcodes = postcodes,
        Airports = airports,
        ReceivedAt = file.ReceivedAt,
        Joined = joined,
        Decisions = file.Decisions,
    });

    private async Task AssessAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var feed = FeedOf(file);
        if (JoiningOf(feed) is { } joining)
        {
            await JudgeAsync(joining, file, cancellationToken);
            return;
        }

        var (match, nominal) = await merged.FollowAsync(await MatchAsync(feed, file, cancellationToken), cancellationToken);
        await editor.EditAsync(file, Actor.Hub, edit =>
        {
            // What was changed meanwhile has an event of its own to come.
            if (edit.Case.ContentHash == file.ContentHash && (edit.Case.Status == file.Status || edit.Case.Status != CaseStatus.Assessed))
            {
                Conclude(edit, match, nominal);
            }
        }, cancellationToken);
    }

    private async Task JudgeAsync(IReportJoining joining, CaseFile first, CancellationToken cancellationToken)
    {
        var file = first;
        for (var pass = 1; pass <= MaxPasses; pass++)
        {
            await JudgeOnceAsync(joining, file, cancellationToken);
            if (await cases.ReadAsync(file.Id, cancellationToken) is not { } now || (now.Version == file.Version && await merged.IsCurrentAsync(now.Match, cancellationToken)))
            {
                return;
            }

            file = now;
        }

        throw new CaseBusyException(first.Id);
    }

    private async Task JudgeOnceAsync(IReportJoining joining, CaseFile file, CancellationToken cancellationToken)
    {
        if (file.Status == CaseStatus.Withdrawn)
        {
            await LeaveAsync(file, null, cancellationToken);
            return;
        }

        var taken = await joining.TakeAsync(file, await MatchAsync(FeedOf(file), file, cancellationToken), cancellationToken);
        var (match, nominal) = await merged.FollowAsync(taken, cancellationToken);
        var joins = match.Outcome is MatchOutcome.Match && nominal is not null && joining.Concerns(file, nominal);
        if (!joins || !IsTakenFor(file, nominal!))
        {
            await LeaveAsync(file, joins ? nominal : null, cancellationToken);
        }

        if (joins && !IsTakenFor(file, nominal!))
        {
            await EditUnchangedAsync(file, edit =>
            {
                edit.Update(c => c with { Match = match });
                edit.Audit("report.identified", Words(match), ("model", match.ModelVersion));
            }, cancellationToken);
            return;
        }

        var joined = joins ? await joining.JoinAsync(file, nominal!, cancellationToken) : await joining.ApartAsync(file, cancellationToken);
        await EditUnchangedAsync(file, edit =>
        {
            Conclude(edit, match, nominal, joined);
            if (match.Outcome is MatchOutcome.None && edit.Case.Notices.All(n => n.State == NoticeState.Withdrawn || n.Kind == NoticeKind.NoticeWithdrawn))
            {
                // Nobody known, and nobody to be told of an unknown: then nothing of the person stays.
                RejectedPerson.Forget(edit, feeds);
            }
        }, cancellationToken);
    }

    private static bool IsTakenFor(CaseFile file, Nominal nominal) => file.Match?.Outcome is MatchOutcome.Match taken && taken.Nominal == nominal.Id;

    /// <summary>Makes a change that rests on the case as read; where that is not how it is any more, none.</summary>
    private Task<CaseFile?> EditUnchangedAsync(CaseFile file, Action<CaseEdit> change, CancellationToken cancellationToken) => editor.EditAsync(file, Actor.Hub, edit =>
    {
        if (edit.Case.Version == file.Version)
        {
            change(edit);
        }
    }, cancellationToken);

    private async Task<MatchAssessment> MatchAsync(IFeed feed, CaseFile file, CancellationToken cancellationToken) =>
        file.Match is { } known && (file.Status == CaseStatus.Assessed || known.Decision is not null)
            ? known
            : await matcher.MatchAsync(feed.Subject(file.Report), feed.Purpose, cancellationToken);

    private async Task LeaveAsync(CaseFile file, Nominal? goesTo, CancellationToken cancellationToken)
    {
        if (file.Match?.Outcome is MatchOutcome.Match match && JoiningOf(FeedOf(file)) is { } joining
            && await register.GetAsync(match.Nominal, cancellationToken) is { } nominal)
        {
            await joining.LeaveAsync(file, nominal, goesTo, cancellationToken);
        }
    }

    private IReportJoining? JoiningOf(IFeed feed) => feed is IJoinedFeed joined
        ? joinings.FirstOrDefault(j => j.Takes(joined)) ?? throw new InvalidOperationException($"Nothing joins the reports of feed {feed.Name}.")
        : null;

    private IFeed FeedOf(CaseFile file) => feeds.Find(file.Feed)
        ?? throw new PermanentFailureException("feed-unknown", $"This hub knows no feed {file.Feed}.");

    /// <summary>True where the case says all of this already: judging anew is then no event in its history.</summary>
    private static bool IsConcluded(CaseFile file, MatchAssessment match, Findings findings) =>
        file.Status == CaseStatus.Assessed
        && file.Match?.Outcome == match.Outcome && file.Match.Named == match.Named && file.Match.Decision == match.Decision
        && file.Reasons.SequenceEqual(findings.Reasons)
        && (file.Conclusion, findings.Conclusion) switch
        {
            ({ } before, { } now) => JsonElement.DeepEquals(before, now),
            (null, null) => true,
            _ => false,
        };

    private static string Words(MatchAssessment match) => match.Outcome switch
    {
        MatchOutcome.Match m => $"Identified as nominal {m.Nominal}{Merged(match)} (probability {m.Probability:0.0000}, {match.Considered} considered, model {match.ModelVersion}). {match.Because}",
        MatchOutcome.Possible p => $"Possibly nominal {p.Nominal}{Merged(match)} (probability {p.Probability:0.0000}, {match.Considered} considered, model {match.ModelVersion}). {match.Because}",
        _ => $"Nobody on the register ({match.Considered} considered, model {match.ModelVersion}).",
    };

    private static string Merged(MatchAssessment match) => match.Named is { } named ? $", into which {named} was merged" : "";
}
